import { deflateRawSync, crc32 } from "node:zlib";
import { strFromU8, strToU8 } from "fflate";
import { pick, type Random } from "../bench/book";

/** A workbook's parts in the order of its file. */
export type Parts = Map<string, Uint8Array>;

export const textOf = (parts: Parts, name: string): string => strFromU8(parts.get(name) ?? new Uint8Array());
export const setText = (parts: Parts, name: string, text: string): void => void parts.set(name, strToU8(text));

/** A whole number from 0 up to, not including, a limit. */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Part names that fit a pattern; an empty list where none does. */
export const named = (parts: Parts, pattern: RegExp): string[] =>
  [...parts.keys()].filter((name) => pattern.test(name));

/** One of the parts that fit a pattern. */
export function pickPart(random: Random, parts: Parts, pattern: RegExp): string | null {
  const names = named(parts, pattern);
  return names.length === 0 ? null : pick(random, names);
}

export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An entry of a zip file. What is not said is right. */
export interface Entry {
  name: Uint8Array;
  data: Uint8Array;
  method?: number;
  /** What stands packed in the file, whatever the data are. */
  packed?: Uint8Array;
  crc?: number;
  size?: number;
  packedSize?: number;
  flags?: number;
  /** The name the central directory gives. */
  listedName?: Uint8Array;
  /** Where the central directory says it begins. */
  offset?: number;
  /** Left out of the central directory. */
  unlisted?: boolean;
}

export interface Ends {
  /** Bytes before the first entry, which offsets do not count. */
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: Uint8Array;
  /** How many entries the end record says there are. */
  readonly count?: number;
  readonly directoryOffset?: number;
}

export const entriesOf = (parts: Parts): Entry[] => [...parts].map(([name, data]) => ({ name: strToU8(name), data }));

/** A zip file (APPNOTE 4.3) as its entries say, true or not. */
export function zipOf(entries: readonly Entry[], ends: Ends = {}): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(entry.data) : entry.data);
    const crc = entry.crc ?? crc32(entry.data);
    const fields = [method, crc, entry.packedSize ?? packed.length, entry.size ?? entry.data.length] as const;
    const local = concat([localHeader(entry, fields), entry.name, packed]);
    if (!entry.unlisted) directory.push(centralHeader(entry, fields, entry.offset ?? at));
    bodies.push(local);
    at += local.length;
  }
  const central = concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = (ends.count ?? directory.length) & 0xffff;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE((ends.directoryOffset ?? at) >>> 0, 16);
  const comment = ends.comment ?? new Uint8Array();
  end.writeUInt16LE(comment.length & 0xffff, 20);
  return concat([ends.before ?? new Uint8Array(), ...bodies, central, end, comment, ends.after ?? new Uint8Array()]);
}

type Fields = readonly [method: number, crc: number, packed: number, size: number];

function localHeader({ name, flags = 0 }: Entry, [method, crc, packed, size]: Fields): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc >>> 0, 14);
  header.writeUInt32LE(packed >>> 0, 18);
  header.writeUInt32LE(size >>> 0, 22);
  header.writeUInt16LE(name.length & 0xffff, 26);
  return header;
}

function centralHeader({ name, listedName = name, flags = 0 }: Entry, fields: Fields, at: number): Uint8Array {
  const [method, crc, packed, size] = fields;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc >>> 0, 16);
  header.writeUInt32LE(packed >>> 0, 20);
  header.writeUInt32LE(size >>> 0, 24);
  header.writeUInt16LE(listedName.length & 0xffff, 28);
  header.writeUInt32LE(at >>> 0, 42);
  return concat([header, listedName]);
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
