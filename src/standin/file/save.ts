import type { BookState } from "../model/state";
import { SourcePackage } from "./source";

/** The workbook as .xlsx or .xlsm bytes. */
export async function saveBook(book: BookState): Promise<Uint8Array> {
  if (book.source instanceof SourcePackage) return book.source.bytes.slice();
  throw new Error("not yet");
}
