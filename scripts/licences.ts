/** Which licences we may publish with. The tree is package-lock.json's, so nothing need be installed. */

export interface LockedPackage {
  readonly version?: string;
  readonly license?: unknown;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

/** In what we publish: free to copy and change; asks for its notice, which third-party.txt gives. */
const permissive: Readonly<Record<string, string>> = {
  "0BSD": "asks for nothing",
  "Apache-2.0": "permissive; asks for its notice, grants its patents",
  "BSD-2-Clause": "permissive; asks for its notice",
  "BSD-3-Clause": "permissive; asks for its notice, forbids the use of names",
  ISC: "permissive; asks for its notice",
  MIT: "permissive; asks for its notice",
};

/** On the way to it, in tools and tests, whose code we hand on to nobody. */
const tools: Readonly<Record<string, string>> = {
  ...permissive,
  "BlueOak-1.0.0": "permissive; asks for its notice",
  "CC-BY-4.0": "data about browsers; asks for a credit where it is published, which it is not",
  "CC0-1.0": "given away",
  "MIT-0": "asks for nothing",
  "MPL-2.0": "asks for the source of changed files of its own; we change none",
  "Python-2.0": "permissive; asks for its notice",
};

interface Exception {
  /** The license field as it stands, so that a change of licence is seen; null where there is none. */
  readonly stated: string | null;
  readonly reason: string;
}

/** Packages whose field is missing or no SPDX id, one by one. */
export const exceptions: Readonly<Record<string, Exception>> = {
  "@ironcalc/wasm": { stated: "MIT/Apache-2.0", reason: "an older way to write MIT OR Apache-2.0" },
  "@microsoft/office-js": {
    stated: "LICENSE",
    reason: "Microsoft's own terms in its LICENSE.md: it may be copied, unchanged, with apps for Microsoft 365",
  },
  "@univerjs/telemetry": {
    stated: null,
    reason:
      "of Univer's open repository, with the text of Apache-2.0 in its LICENSE; preview only, and it reports nothing",
  },
};

/** Whether an SPDX expression ("MIT OR (ISC AND 0BSD)") can be met by ids that are allowed. */
export function isAllowed(expression: string, allowed: Readonly<Record<string, string>>): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/gu) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at++];
    if (token !== "(") return token !== undefined && Object.hasOwn(allowed, token);
    const inner = either();
    return tokens[at++] === ")" && inner;
  };
  const both = (): boolean => {
    let met = one();
    for (; tokens[at] === "AND"; met = one() && met) at++;
    return met;
  };
  const either = (): boolean => {
    let met = both();
    for (; tokens[at] === "OR"; met = both() || met) at++;
    return met;
  };
  const met = either();
  return met && at === tokens.length;
}

/** What is wrong with the licences of a tree, a sentence each. */
export function licenceFaults(packages: Readonly<Record<string, LockedPackage>>): string[] {
  const installed = Object.entries(packages).filter(([place, { link }]) => place.includes("node_modules/") && !link);
  const named = installed.map(([place, found]) => ({ name: place.replace(/^.*node_modules\//u, ""), found }));
  const unused = Object.keys(exceptions).filter((name) => !named.some((each) => each.name === name));
  return [
    ...named.flatMap(({ name, found }) => faultOf(name, found) ?? []),
    ...unused.map((name) => `${name} has an exception in scripts/licences.ts and is not installed: take it away.`),
  ];
}

function faultOf(name: string, { version, license, dev, devOptional }: LockedPackage): string | null {
  const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined;
  if (exception?.stated === (license ?? null)) return null;
  if (typeof license !== "string" || license === "")
    return `${name} ${version} states no licence: nobody may publish with it. Replace it, or name it in scripts/licences.ts.`;
  const isTool = dev === true || devOptional === true;
  if (isAllowed(license, isTool ? tools : permissive)) return null;
  const use = isTool ? "tools" : "what we publish";
  return `${name} ${version} has the licence ${license}, which is not on the list for ${use} (scripts/licences.ts).`;
}
