import { formatDate } from "../../plan/time/periods";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { approvalWords } from "../words/approval-words";
import { POINTS_ACROSS } from "./columns";

/** Which plan, figures to when, as at which day, of which kind and approved by whom; then the meetings it goes to. */
export function pageHeader(layout: SheetLayout, source: ReportSource): void {
  const { outcome } = source;
  const { pack, asOf, settings } = outcome;
  const ended = asOf > pack.end ? `, ended on ${formatDate(pack.end)}` : "";
  const parts = [
    `${pack.name}${ended}`,
    figuresTo(source),
    `as at ${source.asOf}`,
    settings.kindOfReport,
    approvalWords(outcome),
  ];
  layout.prose(parts.filter((part) => part !== "").join("  ·  "), POINTS_ACROSS);
  const route = routeWords(source);
  // The row is kept free where no route is set: a chart stays where it stands when one is.
  if (route === "") layout.gap();
  else layout.prose(route, POINTS_ACROSS);
}

/** "Route: Green Board on 12 December 2026, committee in January"; "" where nobody set it. */
function routeWords({ outcome: { settings } }: ReportSource): string {
  const { greenBoard, committee, board } = settings.route;
  const stops = [
    ["Green Board", greenBoard],
    ["committee", committee],
    ["Board", board],
  ] as const;
  const said = stops.flatMap(([name, day]) => {
    if (day === null) return [];
    return [day.date === null ? `${name} ${day.words}` : `${name} on ${formatDate(day.date)}`];
  });
  return said.length === 0 ? "" : `Route: ${said.join(", ")}`;
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
