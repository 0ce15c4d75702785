/**
 * The packages whose code the built add-in holds, by webpack's own list of modules: their full notices go into the
 * build as third-party.txt, their names into build/third-party.json, which docs/third-party.md is made from and which
 * scripts/check-bundle.mjs holds it to.
 */
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const list = path.join(root, "build/third-party.json");
const standardTexts = path.join(__dirname, "licence-texts");

/** Copied into a self-hosted build as it is: webpack has no module of it. */
const officejs = "@microsoft/office-js";

/** Whose a package is that says so in its repository alone. */
const holders = { "@fluentui/react-icons": "Microsoft Corporation" };

/** The folder of the package that a module's file belongs to; null for our own code. */
function packageFolder(file) {
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(file);
  return found ? found[0] : null;
}

/** Modules one by one: webpack joins many into one. */
function* single(modules) {
  for (const module of modules) {
    if (module.modules) yield* single(module.modules);
    else yield module;
  }
}

/** Bytes of source, before shrinking, that each package's folder has in these modules. */
function bytesByFolder(modules) {
  const bytes = new Map();
  for (const module of single(modules)) {
    const folder = packageFolder((module.resource ?? "").replace(/\?.*$/u, ""));
    if (folder !== null) bytes.set(folder, (bytes.get(folder) ?? 0) + module.size());
  }
  return bytes;
}

/** @returns name, version, licence and copyright of the package, and the full text of its licence */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const holder = holders[name] ?? (typeof author === "string" ? author : author?.name)?.replace(/\s*[<(].*$/u, "");
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  const own = files.map((file) => readFileSync(path.join(folder, file), "utf8").trim()).join("\n\n");
  const standard = path.join(standardTexts, `${license}.txt`);
  if (!own && !(holder && existsSync(standard)))
    throw new Error(`${name} ships no licence text, and scripts/ knows none (${license}) or not whose it is.`);
  const text = own || `Copyright (c) ${holder}\n\n${readFileSync(standard, "utf8").trim()}`;
  const line = /^\W*(Copyright\s+(?:\([cC]\)|©|\d|[A-Z]).*)$/mu.exec(text)?.[1].trim();
  const copyright = (line ?? holder ?? "").replace(/\s*All rights reserved\.?$/iu, "");
  return { name, version, licence: name === officejs ? "Microsoft's own" : license, copyright, text };
}

const byName = (a, b) => a.name.localeCompare(b.name, "en") || a.version.localeCompare(b.version, "en");

const section = ({ name, version, licence, text }) =>
  `${"=".repeat(80)}\n${name} ${version}\nLicence: ${licence}\n\n${text}\n`;

/** Writes third-party.txt into the build, and the list beside it. */
class ThirdParty {
  /** @param {{ selfHosted: boolean }} options whether office.js is in the build */
  constructor({ selfHosted }) {
    this.selfHosted = selfHosted;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("ThirdParty", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "ThirdParty", stage }, () => {
        const held = [...compilation.modules].filter((m) => compilation.chunkGraph.getNumberOfModuleChunks(m) > 0);
        const bytes = bytesByFolder(held);
        // webpack puts the code that loads the parts into each bundle.
        const loader = held.filter(({ type }) => type === "runtime").reduce((sum, module) => sum + module.size(), 0);
        bytes.set(path.join(root, "node_modules/webpack"), loader);
        const notices = [...bytes].map(([folder, size]) => ({ ...noticeOf(folder), bytes: size })).sort(byName);
        const self = noticeOf(path.join(root, "node_modules", officejs));
        const text = [...notices, ...(this.selfHosted ? [self] : [])].map(section).join("\n");
        compilation.emitAsset("third-party.txt", new sources.RawSource(text));
        mkdirSync(path.dirname(list), { recursive: true });
        const packages = [...notices, self].map((notice) => ({ ...notice, text: undefined }));
        writeFileSync(list, `${JSON.stringify(packages, null, 2)}\n`);
      });
    });
  }
}

/** The packages of the last build: name, version, licence, copyright and bytes of source. */
const bundledPackages = () => JSON.parse(readFileSync(list, "utf8"));

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** The page but for the sizes, which a line of our own may change. */
const withoutSizes = (page) => page.replace(/ [\d.]+ +(?=\| Copyright)/gu, "");

/** docs/third-party.md for these packages. */
function thirdPartyPage(packages) {
  const rows = packages
    .filter(({ name }) => name !== officejs)
    .map(({ name, version, licence, bytes, copyright }) => [name, version, licence, kilobytes(bytes), copyright]);
  const titles = ["package", "version", "licence", "source, kB", "copyright"];
  const widths = titles.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  const { version } = packages.find(({ name }) => name === officejs);
  return `# What the add-in holds of others

Made by \`npm run docs\` from the built add-in's own list of modules; the build fails when it holds a package that is not
named here. Sizes are of the source files that are read; only what is used of them is kept. The full licence texts
are in \`third-party.txt\`, which every build puts beside the pane.

${[line(titles), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n")}

A build with \`--env officejs=self\` also holds Microsoft's office.js (\`${officejs}\` ${version}), unchanged, under
Microsoft's own licence terms for apps that work with Microsoft 365; they are in \`third-party.txt\` then. Other builds
load it from Microsoft.
`;
}

/**
 * What is wrong with the page, one sentence each; none where it names the packages and no others.
 */
function faultsOf(page, packages) {
  return withoutSizes(page) === withoutSizes(thirdPartyPage(packages))
    ? []
    : [
        ...packages
          .filter(({ name, version }) => !new RegExp(`\\| ${name} +\\| ${version} +\\|`, "u").test(page))
          .filter(({ name }) => name !== officejs)
          .map(({ name, version }) => `The bundle holds ${name} ${version}, which docs/third-party.md does not name.`),
        "docs/third-party.md is not what the bundle holds; write it anew by `npm run docs`.",
      ];
}

module.exports = { bundledPackages, faultsOf, ThirdParty, thirdPartyPage };
