import type { Assessment } from "../../assessment/assessment";
import { latestAssessments } from "../../assessment/targets/latest";
import { formatDate, monthsAfter, next, type Period } from "../../plan/time/periods";
import { metricName, organisationName } from "../../plan/wording";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { gapWords } from "../words/sentences";
import { keptAsks } from "./asked";
import { standingColumns, POINTS_ACROSS, WIDTHS, type BoardCells } from "./columns";
import { headlineRows } from "./headline";
import { deliveredSentences } from "./stand";
import { outlookAndTarget } from "./targets";

/** What moved, for a committee that meets each quarter. */
const MOST_CHANGES = 6;

/** First in a quarterly report: what was delivered and what moved since the last one, and what people are proud of. */
export function whatMoved(layout: SheetLayout, source: ReportSource, latest: readonly Assessment[]): void {
  layout.heading("What was delivered and what moved");
  const sentences = deliveredSentences(source, MOST_CHANGES);
  if (sentences.length === 0) layout.paragraph("This is the first report: there is none to set it against.");
  for (const sentence of sentences) layout.prose(sentence, POINTS_ACROSS);
  for (const highlight of keptAsks(source, latest).highlights) layout.prose(`Highlight: ${highlight}`, POINTS_ACROSS);
}

/** Measures that are reported by month or quarter: what else moves only once a year. */
export function partYearTable(layout: SheetLayout, source: ReportSource, cells: BoardCells): void {
  const rows = latestAssessments(source.outcome.assessments)
    .filter(({ actual, period, rolling }) => actual !== null && (rolling === true || isPartOfYear(period)))
    .sort((a, b) => source.bySeverity(a, b));
  layout.heading("Measures reported by month or quarter");
  if (rows.length === 0) {
    layout.paragraph("No measure with a target is reported by month or quarter in this return.");
    return;
  }
  layout.table({
    name: "GreenPlan_PartYear",
    items: rows,
    columns: [
      ...standingColumns(source, cells),
      { header: "Outlook, target and note", width: WIDTHS.text, cell: (row) => outlookAndTarget(source, row) },
    ],
    state: { header: "State" },
    unit: ({ unit }) => unit,
  });
}

function isPartOfYear({ kind }: Period): boolean {
  return kind === "month" || kind === "financial-quarter" || kind === "calendar-quarter" || kind === "year-to-date";
}

/** The footprints in a line each, with the day from which the next figure is to be expected. */
export function footprintLines(layout: SheetLayout, source: ReportSource): void {
  const { pack } = source.outcome;
  layout.heading("The footprints, which are reported once a year");
  for (const row of headlineRows(source)) {
    const title = `${organisationName(pack, row.organisation)} ${metricName(pack, row.metric)}, ${row.period.label}`;
    const stands = row.gap === null ? "cannot be rated" : gapWords(row);
    layout.prose(`${title}: ${stands}. ${nextFigure(source, row)}`, POINTS_ACROSS);
  }
}

function nextFigure(source: ReportSource, { metric, period, unreported }: Assessment): string {
  const months = source.metric(metric)?.reportedWithinMonths;
  const following = unreported?.period ?? next(period);
  const day = formatDate(months === undefined ? following.last : monthsAfter(following.last, months));
  return `Next figure: ${following.label}, ${months === undefined ? `the year to ${day}` : `due by ${day}`}.`;
}
