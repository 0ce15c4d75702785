import { NothingFound, refuseNothing, type Outcome } from "../../../outcome";
import type { Pack } from "../../../plan/schema";
import { periodWords } from "../../../plan/wording";
import { quoteSheetName } from "../../../snapshot/addresses";
import type { FoundTable, Observation, ReturnReading } from "../../../returns/observation";

/** What a return holds of one organisation. */
export interface FiguresOf {
  readonly name: string;
  readonly figures: number;
  /** "2019/20 to 2024/25" */
  readonly span: string;
}

/** The organisations that have figures, in the plan's order. */
export function figuresFor({ observations }: ReturnReading, { organisations }: Pack): FiguresOf[] {
  return organisations.flatMap(({ code, shortName }) => {
    const own = observations.filter(({ organisation }) => organisation === code);
    return own.length > 0 ? [{ name: shortName, figures: own.length, span: spanOf(own) }] : [];
  });
}

/** From the first period to the last: "2019/20 to 2024/25"; "none" without a figure. */
export function spanOf(observations: readonly Observation[]): string {
  const [start] = observations;
  if (!start) return "none";
  let [first, last] = [start.period, start.period];
  for (const { period } of observations) {
    if (period.first < first.first) first = period;
    if (period.last > last.last) last = period;
  }
  return first.label === last.label ? periodWords(first) : `${periodWords(first)} to ${periodWords(last)}`;
}

export function placeOfTable({ sheet, range }: FoundTable): string {
  return `${quoteSheetName(sheet)}!${range}`;
}

/** Why there is nothing to show, as one sentence; null where there is something. */
export function nothingIn(outcome: Outcome): string | null {
  try {
    refuseNothing(outcome);
    return null;
  } catch (error) {
    if (error instanceof NothingFound) return error.message;
    throw error;
  }
}
