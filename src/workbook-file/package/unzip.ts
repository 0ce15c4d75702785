import { inflateSync } from "fflate";
import { WorkbookFileError } from "./errors";
import { limits } from "./limits";
import { SourcePackage, type PackedPart } from "./source-package";

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * Parts of a zip package by name, in the order of its directory. The bytes are kept: they must not change after. Sizes are judged from the directory
 * before anything is unpacked, and each part unpacks into a buffer of the size it declared, so a package
 * that lies about its sizes cannot take more memory than it said.
 *
 * @param label what the user calls the file, for the sentence of a refusal
 */
export function unzip(bytes: Uint8Array, label: string): SourcePackage {
  const entries = readDirectory(bytes, label);
  refuseBomb(entries, label);
  const parts = new Map<string, Uint8Array>();
  const packed = new Map<string, PackedPart>();
  for (const entry of entries) {
    if (entry.name.endsWith("/")) continue;
    const data = packedData(bytes, entry, label);
    parts.set(entry.name, unpack(data, entry, label));
    packed.set(entry.name, { method: entry.method, crc: entry.crc, unpacked: entry.unpacked, data });
  }
  return new SourcePackage(parts, packed, bytes);
}

function damaged(label: string): WorkbookFileError {
  return new WorkbookFileError(
    `${label} is damaged or was cut short, so it cannot be opened. Download or copy it again; if that does not help, open it in Excel with Open and Repair and save it again.`,
  );
}

function readDirectory(bytes: Uint8Array, label: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damaged(label);
  const size = view.getUint32(end + 12, true);
  const declaredStart = view.getUint32(end + 16, true);
  const isDirectory = (at: number) => at >= 0 && at + 4 <= bytes.length && view.getUint32(at, true) === ENTRY_SIGNATURE;
  const start = isDirectory(declaredStart) ? declaredStart : end - size;
  const entries: Entry[] = [];
  try {
    for (let at = start; isDirectory(at);) {
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      entries.push(readEntry(view, bytes, at, nameLength, extraLength));
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
      if (entries.length > limits.entries) break;
    }
  } catch (error) {
    if (error instanceof RangeError) throw damaged(label);
    throw error;
  }
  if (entries.length === 0) throw damaged(label);
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameLength: number, extraLength: number): Entry {
  const entry: Entry = {
    name: new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll("\\", "/")
      .replace(/^\/+/, ""),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  applyZip64(view, at + 46 + nameLength, extraLength, entry);
  return entry;
}

/** Sizes too long for 32 bits stand in an extra field, each only where its short form is all ones (APPNOTE 4.5.3). */
function applyZip64(view: DataView, start: number, length: number, entry: Entry): void {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ["unpacked", "packed", "offset"] as const) {
      if (entry[key] !== 0xffffffff) continue;
      entry[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
}

function refuseBomb(entries: readonly Entry[], label: string): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const tight = entries.some(
    (entry) => entry.unpacked > limits.ratioFrom && entry.unpacked > limits.ratio * Math.max(1, entry.packed),
  );
  if (entries.length > limits.entries || total > limits.unpacked || tight) {
    throw new WorkbookFileError(
      `${label} unpacks to far more than a workbook should hold, so it was not opened. If you trust it, open it in Excel, delete the empty rows and columns beyond its data, save it and try again.`,
    );
  }
}

function packedData(bytes: Uint8Array, entry: Entry, label: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) throw damaged(label);
  if (entry.flags & 1) {
    throw new WorkbookFileError(
      `${label} is protected with a password. Open it in Excel, remove the password under File, Info, Protect Workbook, save it and try again.`,
    );
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return bytes.subarray(start, start + entry.packed);
}

function unpack(packed: Uint8Array, entry: Entry, label: string): Uint8Array {
  const data = entry.method === 0 ? packed.slice() : inflate(packed, entry, label);
  const isXml = /\.(xml|rels|vml)$/i.test(entry.name);
  if (data.length !== entry.unpacked || (isXml && crc32(data) !== entry.crc)) throw damaged(label);
  return data;
}

function inflate(packed: Uint8Array, entry: Entry, label: string): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
  } catch {
    throw damaged(label);
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as zip uses it (APPNOTE 4.4.7). */
export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < data.length; i++) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ data[i]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
