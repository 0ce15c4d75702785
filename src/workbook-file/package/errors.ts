/** The file cannot be opened or saved as a workbook; the message is the sentence the user reads. */
export class WorkbookFileError extends Error {
  override readonly name = "WorkbookFileError";
}
