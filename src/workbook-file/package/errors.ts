import { PlainError } from "../../errors/plain-error";

/** The file cannot be opened or saved as a workbook; the message is the sentence the user reads. */
export class WorkbookFileError extends PlainError {
  override readonly name = "WorkbookFileError";
}
