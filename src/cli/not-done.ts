/** A bad file or bad usage: one plain sentence for the person, exit 2, nothing written. */
export class NotDone extends Error {
  override readonly name = "NotDone";
}
