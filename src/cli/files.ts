import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { kindOf } from "../standin/server/files";
import { NotDone } from "./not-done";

const kinds = {
  workbook: { noun: "a workbook", advice: "Name an .xlsx or .xlsm file" },
  plan: { noun: "a plan pack", advice: "Name a .json file" },
  script: { noun: "a script", advice: "Name a .js file" },
};

/** The bytes of a file a person named. @throws {NotDone} when it is not there or is no plain file. */
export function readInput(file: string, wanted: keyof typeof kinds = "workbook"): Uint8Array {
  if (!existsSync(file))
    throw new NotDone(`${file || '""'} was not found. Check the name and the folder, then try again.`);
  const kind = kindOf(statSync(file));
  const { noun, advice } = kinds[wanted];
  // A pipe or a device is not even opened: it could be without an end.
  if (kind !== "file")
    throw new NotDone(`${file} is a ${kind}, not ${noun}. ${advice}${kind === "folder" ? " in it" : ""}.`);
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

/** The sample return that stands where no file is named. The bundle lies in build/node. */
export function sampleReturn(): string {
  return path.relative(process.cwd(), path.resolve(__dirname, "../../assets/sample-return.xlsx"));
}
