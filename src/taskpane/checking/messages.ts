import type { Choices, Outcome } from "../../outcome";
import type { Pack } from "../../plan/schema";
import type { SheetSnapshot, Snapshot } from "../../snapshot/snapshot";

/** What the pane and the worker that checks say to each other. */

/** A sheet without its cells. */
export type SheetFrame = Omit<SheetSnapshot, "values" | "formulas" | "numberFormats">;
/** Some rows of a sheet's cells, in the sheet's order. */
export type SheetRows = Pick<SheetSnapshot, "values" | "formulas" | "numberFormats">;

/** An order to check a workbook whose sheets have been sent. */
export interface CheckOrder {
  readonly kind: "check";
  readonly workbook: Omit<Snapshot, "sheets">;
  /** The workbook's sheets in their order, by the numbers they were sent under; the worker forgets all others. */
  readonly sheets: readonly number[];
  readonly choices: Choices;
}

/** To the worker: the plan, the sheets it does not hold yet, in portions, then the order. */
export type CheckMessage =
  | { readonly kind: "plan"; readonly pack: Pack }
  | { readonly kind: "sheet"; readonly sheet: number; readonly frame: SheetFrame }
  | { readonly kind: "rows"; readonly sheet: number; readonly rows: SheetRows }
  | CheckOrder;

/** From the worker: an outcome without what the pane has already, or why there is none. */
export type CheckAnswer =
  | { readonly kind: "checked"; readonly outcome: Omit<Outcome, "pack" | "snapshot"> }
  | { readonly kind: "failed"; readonly message: string };

/** One end of the line between them: a worker as the pane has it, the worker's own scope, a message port. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: "message" | "error", listener: (event: { readonly data?: unknown }) => void): void;
}
