import { formatDate } from "../../plan/time/periods";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";

/** Which plan, figures to when, and as at which day, in one line. */
export function pageHeader(layout: SheetLayout, source: ReportSource): void {
  const { pack, asOf } = source.outcome;
  const ended = asOf > pack.end ? `, ended on ${formatDate(pack.end)}` : "";
  layout.paragraph([`${pack.name}${ended}`, figuresTo(source), `as at ${source.asOf}`].filter(Boolean).join("  ·  "));
}

/** "figures to 2024/25": the last whole year that a target's figure is of. */
function figuresTo(source: ReportSource): string {
  const years = source
    .latest()
    .filter(({ actual, period }) => actual !== null && period.kind === "financial-year")
    .map(({ period }) => period.label)
    .sort();
  const last = years.at(-1);
  return last === undefined ? "" : `figures to ${last}`;
}
