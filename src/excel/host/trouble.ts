import { PlainError } from "../../errors/plain-error";
import { meaningOf, tooLargeCode } from "./office-errors";

/** Something Excel refused or could not do, as one plain sentence for the person at the screen. */
export class ExcelTrouble extends PlainError {
  override readonly name = "ExcelTrouble";

  constructor(
    message: string,
    /** Office's error code, or one of ours: "Cancelled", "CellChanged", "SheetTaken". */
    readonly code: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** What holds of the workbook after work that did not end. */
export type Changed = () => string;

export const nothingChanged: Changed = () => "Nothing was changed.";

interface OfficeError {
  readonly code: string;
  readonly message: string;
}

/** Office errors are known by their shape, since each frame has an `OfficeExtension.Error` class of its own. */
function isOfficeError(error: unknown): error is OfficeError {
  return (
    error instanceof Object &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error &&
    "name" in error
  );
}

/**
 * Turns what Office threw into an `ExcelTrouble` that says what happened, what was changed and what to do; errors of our
 * own, which have their sentence already, stay as they are.
 */
export function asTrouble(error: unknown, changed: Changed = nothingChanged): unknown {
  if (error instanceof ExcelTrouble && error.code === "Cancelled")
    return new ExcelTrouble(`Stopped. ${changed()}`, "Cancelled");
  if (error instanceof PlainError || !isOfficeError(error)) return error;
  const { happened, advice } = meaningOf(error.code);
  return new ExcelTrouble(`${happened} ${changed()} ${advice}`, error.code, { cause: error });
}

/** What Excel says, or should say, of an answer larger than it can hand over. */
export function tooLarge(): ExcelTrouble {
  const { happened, advice } = meaningOf(tooLargeCode);
  return new ExcelTrouble(`${happened} ${nothingChanged()} ${advice}`, tooLargeCode);
}

/** Thrown where a person pressed Stop; `runExcel` adds what was changed by then. */
export function cancelled(): ExcelTrouble {
  return new ExcelTrouble("Stopped.", "Cancelled");
}

/** True for an Office error of this code. */
export function isCode(error: unknown, code: string): boolean {
  return isOfficeError(error) && error.code === code;
}
