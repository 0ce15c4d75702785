/**
 * An error whose message is one plain sentence for the person at the screen: what, where, what was expected, what to do.
 * The terminal and the pane show it as it is; any other error is a mistake of our own and is shown as one.
 */
export abstract class PlainError extends Error {
  abstract override readonly name: string;
}
