import type { Observation } from "../../returns/observation";

/** A figure with a value. */
export type KnownFigure = Observation & { readonly value: number };

export function isKnown(each: Observation): each is KnownFigure {
  return each.value !== null;
}

/** Whether a figure says what happened: only such figures form series. */
export function isOutturn({ kind }: Observation): boolean {
  return kind === "actual" || kind === "estimate";
}

/** Whether the reader worked a figure out from others (emissions of energy by factor): it has no cell of its own. */
export function isDerived({ raw, parts }: Observation): boolean {
  return raw === null && parts !== null;
}
