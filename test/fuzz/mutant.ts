import { unzipSync } from "fflate";
import { pick, randomFrom, type Random } from "../bench/book";
import { cellChanges, type Changes } from "./cells";
import { entriesOf, zipOf, type Parts } from "./package";
import type { Source } from "./sources";
import { partChanges } from "./xml-parts";
import { zipChanges } from "./zip-file";

/** What is changed: the cells, the XML of a part, the file around the parts. */
export const kinds = ["cells", "parts", "zip"] as const;
export type Kind = (typeof kinds)[number];

/** A real workbook with something wrong put into it. The same seed, number and sources always give the same one. */
export interface Mutant {
  readonly number: number;
  readonly kind: Kind;
  /** The workbook it was made from. */
  readonly source: string;
  /** The name of each change, and what it was. */
  readonly changes: readonly { readonly name: string; readonly what: string }[];
  readonly bytes: Uint8Array;
}

const mix: readonly Kind[] = ["cells", "cells", "cells", "parts", "parts", "zip"];
/** A change that finds nothing to change gives way to another, so often. */
const tries = 30;

export function mutantOf(seed: number, number: number, sources: readonly Source[]): Mutant {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const kind = pick(random, mix);
  const { name: source, bytes } = pick(random, sources);
  const parts: Parts = new Map(Object.entries(unzipSync(bytes)));
  if (kind === "zip") {
    const name = pick(random, Object.keys(zipChanges));
    const made = zipChanges[name]!(entriesOf(parts), random);
    return { number, kind, source, changes: [{ name, what: made.what }], bytes: made.bytes };
  }
  const changes =
    kind === "cells"
      ? changed(parts, random, cellChanges, pick(random, [1, 1, 2, 3, 5, 12]))
      : changed(parts, random, partChanges, pick(random, [1, 1, 1, 2, 3]));
  return { number, kind, source, changes, bytes: zipOf(entriesOf(parts)) };
}

function changed(parts: Parts, random: Random, all: Changes, count: number): Mutant["changes"] {
  const names = Object.keys(all);
  const made: { name: string; what: string }[] = [];
  for (let tried = 0; made.length < count && tried < tries; tried++) {
    const name = pick(random, names);
    const what = all[name]!(parts, random);
    if (what !== null) made.push({ name, what });
  }
  return made;
}
