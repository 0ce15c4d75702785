import { strToU8 } from "fflate";
import { pick, type Random } from "../bench/book";
import { below, concat, zipOf, type Entry } from "./package";

/** Changes of the file around the parts: what stands in it, and what it says of itself (APPNOTE 4.3). */

/** The bytes of a file made of entries, and what was changed. */
export type ZipChange = (entries: Entry[], random: Random) => { readonly bytes: Uint8Array; readonly what: string };

/** Changes one entry, then packs all. */
const onEntry =
  (change: (entry: Entry, random: Random) => unknown): ZipChange =>
  (entries, random) => {
    const entry = pick(random, entries);
    const said = change(entry, random);
    return { bytes: zipOf(entries), what: `${Buffer.from(entry.name).toString()} ${String(said)}` };
  };

/** Changes the packed file. */
const onFile =
  (change: (bytes: Uint8Array, random: Random) => Uint8Array): ZipChange =>
  (entries, random) => ({ bytes: change(zipOf(entries), random), what: "the file" });

const paths = [
  "../../outside.xml",
  "/xl/absolute.xml",
  "C:\\windows\\x.xml",
  "xl\\worksheets\\sheet1.xml",
  "xl/worksheets/",
  "xl//worksheets/./sheet1.xml",
  "a\u0000b.xml",
  "__proto__",
  "__proto__/x.xml",
  "constructor",
  "x".repeat(60_000),
  "",
  ".",
  "xl/%2e%2e/x.xml",
  "xl/\u202Elmx.xml",
];

export const zipChanges: Readonly<Record<string, ZipChange>> = {
  "a wrong checksum": onEntry((entry, random) => (entry.crc = below(random, 2 ** 32))),
  "a wrong size": onEntry((entry, random) => {
    const other = pick(random, [0, 1, entry.data.length - 1, entry.data.length + 1, 0x7fffffff, 0xffffffff]);
    return (entry.size = Math.max(0, other));
  }),
  "a wrong packed size": onEntry((entry, random) => {
    const other = pick(random, [0, 1, entry.data.length + 99, 0x7fffffff, 0xffffffff]);
    return (entry.packedSize = other);
  }),
  "another method": onEntry((entry, random) => {
    entry.method = pick(random, [0, 1, 9, 12, 14, 93, 99]);
    if (random() < 0.5) entry.packed = entry.data;
    return entry.method;
  }),
  "packed bytes that are none": onEntry((entry, random) => {
    entry.packed = Uint8Array.from({ length: 40 }, () => below(random, 256));
  }),
  "flags set": onEntry((entry, random) => (entry.flags = pick(random, [1, 8, 0x40, 0x800, 0x2000, 0xffff]))),
  "another name in the list": onEntry((entry, random) => {
    const name = pick(random, paths);
    entry.listedName = strToU8(name);
    return name.slice(0, 40);
  }),
  "another name": onEntry((entry, random) => {
    const name = pick(random, paths);
    entry.name = strToU8(name);
    return name.slice(0, 40);
  }),
  "a wrong place": onEntry((entry, random) => (entry.offset = pick(random, [0, 1, 30, 100_000, 0xfffffffe]))),
  "an entry not listed": onEntry((entry) => (entry.unlisted = true)),
  "an entry twice": (entries, random) => {
    const entry = pick(random, entries);
    const other = { ...entry, data: random() < 0.5 ? entry.data : strToU8("<x/>") };
    return { bytes: zipOf([...entries, other]), what: Buffer.from(entry.name).toString() };
  },
  "an entry more": (entries, random) => {
    const name = pick(random, paths);
    return { bytes: zipOf([{ name: strToU8(name), data: strToU8("<x/>") }, ...entries]), what: name.slice(0, 40) };
  },
  "very many entries": (entries) => {
    const more = Array.from({ length: 12_000 }, (_, at) => ({ name: strToU8(`x${at}.xml`), data: new Uint8Array() }));
    return { bytes: zipOf([...entries, ...more]), what: "12,000 more" };
  },
  "a part that grows": (entries, random) => {
    const entry = pick(random, entries);
    const size = pick(random, [9_000_000, 60_000_000]);
    entry.data = concat([entry.data, new Uint8Array(size).fill(32)]);
    return { bytes: zipOf(entries), what: `${Buffer.from(entry.name).toString()} ${size}` };
  },
  "the list is said to be elsewhere": (entries, random) => {
    const directoryOffset = pick(random, [0, 1, 0xffffffff, 0x7fffffff]);
    return { bytes: zipOf(entries, { directoryOffset }), what: String(directoryOffset) };
  },
  "another number of entries": (entries, random) => {
    const count = pick(random, [0, 1, entries.length - 1, entries.length + 1, 65_535]);
    return { bytes: zipOf(entries, { count }), what: String(count) };
  },
  "a comment": (entries, random) => {
    const end = Uint8Array.from([0x50, 0x4b, 5, 6]);
    const comment = pick(random, [new Uint8Array(65_535), concat([end, new Uint8Array(18)]), strToU8("a note")]);
    return { bytes: zipOf(entries, { comment }), what: `${comment.length} bytes` };
  },
  "bytes before it": (entries, random) => {
    const before = new Uint8Array(pick(random, [1, 4, 100]));
    return { bytes: zipOf(entries, { before }), what: `${before.length} bytes` };
  },
  "bytes after it": (entries, random) => {
    const after = new Uint8Array(pick(random, [1, 100, 70_000]));
    return { bytes: zipOf(entries, { after }), what: `${after.length} bytes` };
  },
  "the entries in another order": (entries, random) => {
    const order = entries.map((entry) => ({ entry, key: random() })).sort((a, b) => a.key - b.key);
    return { bytes: zipOf(order.map(({ entry }) => entry)), what: "all" };
  },
  "cut short": onFile((bytes, random) => bytes.slice(0, below(random, bytes.length))),
  "bytes changed": onFile((bytes, random) => {
    for (let times = 1 + below(random, 12); times > 0; times--) bytes[below(random, bytes.length)] = below(random, 256);
    return bytes;
  }),
  "a piece left out": onFile((bytes, random) => {
    const [from, length] = [below(random, bytes.length), below(random, 400)];
    return concat([bytes.slice(0, from), bytes.slice(from + length)]);
  }),
  "another kind of file": onFile((bytes, random) => {
    const starts = [
      "%PDF-1.7",
      "<html>",
      "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
      "",
      "PK\u0003\u0004",
      "{}",
      "\uFEFFa,b\n1,2",
    ];
    return random() < 0.5
      ? Buffer.from(pick(random, starts), "latin1")
      : concat([Buffer.from(pick(random, starts), "latin1"), bytes]);
  }),
};
