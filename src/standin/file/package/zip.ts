import { deflateSync } from "fflate";
import { SourcePackage, type PackedPart } from "../../../workbook-file/package/source-package";
import { crc32 } from "../../../workbook-file/package/unzip";

/** Data that is packed already. */
const PACKED = /\.(png|jpe?g|gif|emf|wmf|zip|docx|xlsx)$/i;
/** 1 January 1980, in the two halves of a DOS date: the same workbook gives the same bytes. */
const DATE = 0x0021_0000;
const UTF8_NAMES = 0x0800;

/**
 * A zip package of these parts, in their order. Parts that are still those of `source` keep the packed
 * bytes they came in: packing is what a save spends its time on.
 */
export function zip(
  parts: ReadonlyMap<string, Uint8Array>,
  source: ReadonlyMap<string, Uint8Array> | null,
): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, data] of parts) {
    const kept = source instanceof SourcePackage && source.get(name) === data ? source.packed.get(name) : undefined;
    const packed = kept ?? packPart(name, data);
    const encoded = new TextEncoder().encode(name);
    const local = localHeader(encoded, packed);
    directory.push(directoryEntry(encoded, packed, offset));
    chunks.push(local, packed.data);
    offset += local.length + packed.data.length;
  }
  return joined([...chunks, ...directory, endRecord(directory, offset)]);
}

function packPart(name: string, data: Uint8Array): PackedPart {
  const crc = crc32(data);
  const unpacked = data.length;
  return PACKED.test(name) ? { method: 0, crc, unpacked, data } : { method: 8, crc, unpacked, data: deflateSync(data) };
}

/** Fields the local header and the directory share, from "version needed" to the length of the name (APPNOTE 4.3.7). */
function common(view: DataView, at: number, name: Uint8Array, part: PackedPart): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, DATE, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.length, true);
  view.setUint32(at + 18, part.unpacked, true);
  view.setUint16(at + 22, name.length, true);
}

function localHeader(name: Uint8Array, part: PackedPart): Uint8Array {
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  common(view, 4, name, part);
  bytes.set(name, 30);
  return bytes;
}

function directoryEntry(name: Uint8Array, part: PackedPart, offset: number): Uint8Array {
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  common(view, 6, name, part);
  view.setUint32(42, offset, true);
  bytes.set(name, 46);
  return bytes;
}

function endRecord(directory: readonly Uint8Array[], offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, entry) => sum + entry.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  return bytes;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
