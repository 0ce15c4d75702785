import { PlainError } from "../../errors/plain-error";

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

const tooLargeCode = "ResponsePayloadSizeLimitExceeded";
const tooLargeSentence =
  "A part of the workbook is larger than Excel can hand over in one step. Clear cells that are not needed, then try again.";

/** Office's codes that a person can do something about (Excel JavaScript API, "Error handling"). */
const sentences: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: "A cell is being edited. Press Enter or Esc to finish it, then try again.",
  AccessDenied:
    "Excel does not allow this change: the sheet or the workbook is protected or open read-only. Unprotect it on the Review tab, or save a copy, then try again.",
  InvalidOrTimedOutSession: "The connection to Excel has ended. Reload the workbook, then try again.",
  RequestPayloadSizeLimitExceeded: "The report is larger than Excel accepts in one step. Report fewer organisations.",
  [tooLargeCode]: tooLargeSentence,
  ActivityLimitReached: "Excel is busy. Wait a few seconds, then try again.",
  WriteNotSupportedWhenModalDialogOpen: "A dialog is open in Excel. Close it, then try again.",
  ItemNotFound: "A sheet or table that was there a moment ago is gone. Try again.",
  InvalidReference: "A cell that was there a moment ago is gone. Try again.",
  ItemAlreadyExists: "Another person has just made a sheet of the same name. Try again.",
  UndoNotSupported: "Excel could not keep this as one step to undo, so nothing was changed. Try again.",
};

interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Office errors are told by their shape, since each frame has an `OfficeExtension.Error` class of its own. */
function isOfficeError(error: unknown): error is OfficeError {
  return (
    error instanceof Object &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error &&
    "name" in error
  );
}

/** Turns what Office threw into an `ExcelTrouble`; errors of our own, which have their sentence already, stay as they are. */
export function asTrouble(error: unknown): unknown {
  if (error instanceof ExcelTrouble || !isOfficeError(error)) return error;
  return new ExcelTrouble(sentences[error.code] ?? unexpected(error), error.code, { cause: error });
}

function unexpected({ code, message, debugInfo }: OfficeError): string {
  const where = debugInfo?.errorLocation ? ` at ${debugInfo.errorLocation}` : "";
  return `Excel could not finish${where} (${code}): ${message} Nothing of yours was changed; try again.`;
}

/** What Excel says, or should say, of an answer larger than it can hand over. */
export function tooLarge(): ExcelTrouble {
  return new ExcelTrouble(tooLargeSentence, tooLargeCode);
}

/** Thrown where a person pressed Cancel. */
export function cancelled(): ExcelTrouble {
  return new ExcelTrouble("Cancelled. Nothing was changed.", "Cancelled");
}

/** True for an Office error of this code. */
export function isCode(error: unknown, code: string): boolean {
  return isOfficeError(error) && error.code === code;
}
