import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { kindOf } from "../standin/server/files";
import { NotDone } from "./not-done";

/** The files a command is to write, by the options that name them. */
type Outputs = Readonly<Partial<Record<"--out" | "--json", string | null>>>;

/**
 * Refuses outputs before any work is done: one that is an input or another output under whatever name, that is
 * there and no plain file, or that cannot be written.
 *
 * @throws {NotDone}
 */
export function checkOutputs(outputs: Outputs, inputs: readonly (string | null)[]): void {
  const read = new Set(inputs.filter((each) => each !== null).map(identityOf));
  const written = new Map<string, string>();
  for (const [option, file] of Object.entries(outputs)) {
    if (file === null) continue;
    refuseUnlessFree(file, option);
    const identity = identityOf(path.resolve(file));
    if (read.has(identity)) {
      throw new NotDone(
        `The output ${file} is the input itself, which is never overwritten. Give another name with ${option}.`,
      );
    }
    const other = written.get(identity);
    if (other !== undefined) {
      throw new NotDone(`${option} ${file} and ${other} are the same file. Give each a name of its own.`);
    }
    written.set(identity, `${option} ${file}`);
  }
}

/** Alike for two names of one file: by what the file system says of as much of it as is there, and the rest. */
function identityOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (found) return `${found.dev}:${found.ino}`;
  return `${identityOf(path.dirname(file))}/${path.basename(file).normalize("NFC").toLowerCase()}`;
}

/** By `lstat` first: a link is not followed, and a pipe or a device is never opened. */
function refuseUnlessFree(file: string, option: string): void {
  const place = path.resolve(file);
  try {
    const kind = /[\\/]$/u.test(file) ? "folder" : kindOf(standing(place));
    if (kind !== null && kind !== "file") {
      const what = kind === "folder" ? "a folder" : describe(place);
      throw new NotDone(`The output ${file || '""'} is ${what}. Give the name of a plain file with ${option}.`);
    }
    const folder = nearest(path.dirname(place));
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new NotDone(`The output ${file} cannot lie in ${folder}, which is ${describe(folder)}, not a folder.`);
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (kind === "file") closeSync(openSync(place, "r+"));
  } catch (error) {
    if (error instanceof NotDone) throw error;
    throw new NotDone(
      `${file} cannot be written. Choose a folder you may write to, and a file that is not open in Excel, with ${option}.`,
    );
  }
}

const standing = (place: string) => lstatSync(place, { throwIfNoEntry: false });

/** "a pipe", "a symbolic link to report.xlsx". */
function describe(place: string): string {
  const kind = kindOf(standing(place));
  return `a ${kind}${kind === "symbolic link" ? ` to ${readlinkSync(place)}` : ""}`;
}

/** The place itself, or the first above it where anything is. */
function nearest(place: string): string {
  return standing(place) ? place : nearest(path.dirname(place));
}

/**
 * Writes all files or none: each whole beside its place first, and only then all into place.
 * @throws {NotDone}
 */
export function writeOutputs(files: readonly { readonly file: string; readonly content: Uint8Array | string }[]): void {
  const unfinished: string[] = [];
  let at = "";
  try {
    const moves = files.map(({ file, content }) => {
      at = file;
      const place = path.resolve(file);
      const beside = path.join(path.dirname(place), `.unfinished-${randomUUID()}`);
      mkdirSync(path.dirname(place), { recursive: true });
      unfinished.push(beside);
      writeFileSync(beside, content, { flag: "wx" });
      return { file, beside, place };
    });
    for (const { file, beside, place } of moves) {
      at = file;
      if (standing(place)?.isFile() === false) throw new Error("no plain file any more");
      renameSync(beside, place);
    }
  } catch {
    for (const each of unfinished) rmSync(each, { force: true });
    throw new NotDone(
      `${at} could not be written. Check that the folder can be written to, has room, and that the file is not open in Excel.`,
    );
  }
}
