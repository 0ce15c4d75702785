import { PlainError } from "../../errors/plain-error";

/** The file cannot be opened or saved as a workbook; the message is the sentence the user reads. */
export class WorkbookFileError extends PlainError {
  override readonly name = "WorkbookFileError";
}

/** A fault that Excel would repair on opening, to follow "is damaged:"; whoever knows the file's name makes the sentence. */
export class Damage extends Error {}
