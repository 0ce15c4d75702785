import { zipSync, type Zippable } from "fflate";

/** Data that is packed already. */
const PACKED = /\.(png|jpe?g|gif|emf|wmf|zip|docx|xlsx)$/i;
/** One date for every entry: the same workbook gives the same bytes. */
const DATE = new Date(1980, 0, 1);

/** A zip package of these parts, in their order. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, data] of parts) entries[name] = [data, { level: PACKED.test(name) ? 0 : 6, mtime: DATE }];
  return zipSync(entries);
}
