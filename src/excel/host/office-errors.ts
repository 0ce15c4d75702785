/** What an error code of Office means to the person at the screen: what happened, and what to do about it. */
export interface Meaning {
  readonly happened: string;
  readonly advice: string;
}

export const tooLargeCode = "ResponsePayloadSizeLimitExceeded";

const again = "Try again.";
const reload = "Reload the workbook, then try again.";
const smaller = "Clear cells that are not needed, or split the workbook, then try again.";

/** Office's codes by what a person can do about them (Excel JavaScript API, "Error handling"). */
const meanings: ReadonlyMap<string, Meaning> = new Map(
  [
    meaning("A cell is being edited.", "Press Enter or Esc to finish it, then try again.", [
      "InvalidOperationInCellEditMode",
    ]),
    meaning(
      "Excel does not allow this change: the sheet or the workbook is protected or open read-only.",
      "Unprotect it on the Review tab, or save a copy, then try again.",
      ["AccessDenied", "NotAllowed"],
    ),
    meaning("The connection to Excel has ended.", reload, [
      "InvalidOrTimedOutSession",
      "ConnectionFailure",
      "Unauthenticated",
      "InvalidRequestContext",
    ]),
    meaning("Excel did not answer in time.", again, ["Timeout", "RequestAborted", "OperationAborted"]),
    meaning("Excel cannot be reached at the moment.", "Wait a minute, then try again.", ["ServiceNotAvailable"]),
    meaning("Excel is busy.", "Wait a few seconds, then try again.", ["ActivityLimitReached"]),
    meaning("Excel has run out of memory.", "Close other workbooks, then try again.", ["MemoryLimitReached"]),
    meaning("A dialog is open in Excel.", "Close it, then try again.", [
      "WriteNotSupportedWhenModalDialogOpen",
      "SearchDialogIsOpen",
    ]),
    meaning("A part of the workbook is larger than Excel can hand over in one step.", smaller, [
      tooLargeCode,
      "RangeExceedsLimit",
      "OperationCellsExceedLimit",
      "FormulaLengthExceedsLimit",
    ]),
    meaning(
      "What there is to write is larger than Excel takes in one step.",
      "Shorten the longest texts, then try again.",
      ["RequestPayloadSizeLimitExceeded"],
    ),
    meaning("A sheet, a table or a cell that was there a moment ago is gone.", again, [
      "ItemNotFound",
      "InvalidReference",
      "InvalidSelection",
      "InvalidBinding",
      "InactiveWorkbook",
    ]),
    meaning("A sheet or a table of the same name was made a moment ago, perhaps from another window.", again, [
      "ItemAlreadyExists",
    ]),
    meaning("The workbook was changed by someone else at the same moment.", again, ["Conflict", "InvalidState"]),
    meaning(
      "Excel could not write here: cells are merged, filtered or in a pivot table where the report stands.",
      "Take that off the report's sheet, then try again.",
      ["MergedRangeConflict", "FilteredRangeConflict", "PivotTableRangeConflict", "InsertDeleteConflict"],
    ),
    meaning("Excel could not keep this as one step to undo.", again, ["UndoNotSupported"]),
    meaning(
      "This version of Excel cannot do what is needed.",
      "Update Excel, or open the workbook in Excel on the web, then try again.",
      [
        "ApiNotFound",
        "ApiNotAvailable",
        "NotImplemented",
        "NotSupported",
        "UnsupportedFeature",
        "UnsupportedOperation",
      ],
    ),
    meaning("Excel does not allow this on a sheet of this kind.", "Use a workbook with ordinary sheets.", [
      "UnsupportedSheet",
    ]),
  ].flat(),
);

function meaning(happened: string, advice: string, codes: readonly string[]): [string, Meaning][] {
  return codes.map((code) => [code, { happened, advice }]);
}

/** What a code means; a code that is not listed is passed on by name, for whoever looks after the add-in. */
export function meaningOf(code: string): Meaning {
  return (
    meanings.get(code) ?? {
      happened: `Excel could not do this (error ${/^\w{1,60}$/.test(code) ? code : "without a name"}).`,
      advice: "Try again; if it comes back, pass this sentence on to whoever looks after the add-in.",
    }
  );
}
