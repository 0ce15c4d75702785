import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { NotDone } from "./not-done";

/** The bytes of a file a person named. @throws {NotDone} when it is not there or is a folder. */
export function readInput(file: string): Uint8Array {
  if (!existsSync(file)) throw new NotDone(`${file} was not found. Check the name and the folder, then try again.`);
  if (statSync(file).isDirectory())
    throw new NotDone(`${file} is a folder, not a workbook. Name an .xlsx or .xlsm file in it.`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new NotDone(`${file} could not be read. Check that you may open it and that no other program holds it.`);
  }
}

/** Where `report` writes unless told otherwise: `out/<input name> - Green Plan.<same extension>`. */
export function defaultOutput(input: string): string {
  const { name, ext } = path.parse(input);
  return path.join("out", `${name} - Green Plan${ext || ".xlsx"}`);
}

/** Refuses an output before any work is done. @throws {NotDone} */
export function checkOutput(output: string, input: string | null): void {
  if (input !== null && samePlace(output, input)) {
    throw new NotDone(
      `The output ${output} is the input itself, which is never overwritten. Give another name with --out.`,
    );
  }
  if (existsSync(output) && statSync(output).isDirectory()) {
    throw new NotDone(`The output ${output} is a folder. Give a file name with --out.`);
  }
  const folder = nearestFolder(path.dirname(path.resolve(output)));
  if (!statSync(folder).isDirectory() || !writable(existsSync(output) ? output : folder)) {
    throw new NotDone(`${output} cannot be written. Choose a folder you may write to with --out.`);
  }
}

function samePlace(one: string, other: string): boolean {
  const real = (file: string) => (existsSync(file) ? realpathSync(file) : path.resolve(file));
  return real(one) === real(other);
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}

function writable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Writes the whole file or nothing: a half-written workbook is never left behind. @throws {NotDone} */
export function writeOutput(output: string, content: Uint8Array | string): void {
  const unfinished = `${output}.unfinished-${process.pid}`;
  try {
    mkdirSync(path.dirname(path.resolve(output)), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, output);
  } catch {
    rmSync(unfinished, { force: true });
    throw new NotDone(
      `${output} could not be written. Check that the folder can be written to and that the file is not open in Excel.`,
    );
  }
}
