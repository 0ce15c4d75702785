import type { CellValue } from "./snapshot";

const CELL_ERROR =
  /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|UNKNOWN!|CONNECT!|BUSY!)/;

/** Whether a cell shows one of Excel's own errors: "#DIV/0!". */
export function isCellError(value: CellValue): boolean {
  return typeof value === "string" && value.charCodeAt(0) === 35 && CELL_ERROR.test(value);
}
