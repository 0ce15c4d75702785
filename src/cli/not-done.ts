import { PlainError } from "../errors/plain-error";

/** A bad file or bad usage: one plain sentence for the person, exit 2, nothing written. */
export class NotDone extends PlainError {
  override readonly name = "NotDone";
}
