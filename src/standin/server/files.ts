import { wordTable } from "../../collections/word-table";
import { readdirSync, readFileSync, statSync, type Stats } from "node:fs";
import path from "node:path";

const types: Readonly<Record<string, string>> = wordTable({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".xml": "text/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".gif": "image/gif",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
});

export function typeOf(file: string): string {
  return types[path.extname(file).toLowerCase()] ?? "application/octet-stream";
}

/**
 * The file at a web path below a folder, whatever the case of its letters: office.js asks for names in mixed case
 * that its package holds in small letters. null where there is none.
 */
export function findFile(folder: string, webPath: string): string | null {
  let place = folder;
  for (const part of webPath.split("/").filter(Boolean)) {
    if (part === "." || part === "..") return null;
    const names = statSync(place, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(place) : [];
    const name = names.includes(part) ? part : names.find((each) => each.toLowerCase() === part.toLowerCase());
    if (name === undefined) return null;
    place = path.join(place, name);
  }
  return statSync(place).isFile() ? place : null;
}

/** What stands at a place, in a word that follows "is a"; "file" for a plain one alone, null where nothing is. */
export function kindOf(found: Stats | undefined): string | null {
  if (!found) return null;
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  if (found.isSymbolicLink()) return "symbolic link";
  return found.isFIFO() ? "pipe" : found.isSocket() ? "socket" : "device";
}

/** Its message says what stands where a file was: "is now a folder". */
export class NotPlainFile extends Error {}

/** @throws {NotPlainFile} for a pipe or a device too: reading one could wait, or go on, for ever. */
export function bytesOf(file: string): Buffer {
  const kind = kindOf(statSync(file, { throwIfNoEntry: false }));
  if (kind === "file") return readFileSync(file);
  throw new NotPlainFile(kind === null ? "is no longer there" : `is now a ${kind}`);
}
