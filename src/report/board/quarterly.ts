import { latestAssessments } from "../../assessment/targets/latest";
import { nextFigure } from "../../assessment/targets/unreported";
import { formatDate, type Period } from "../../plan/time/periods";
import { figureName, periodWords } from "../../plan/wording";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { UNRELIABLE } from "../words/doubts";
import { gapWords } from "../words/sentences";
import { keptAsks } from "./asked";
import { standingColumns, POINTS_ACROSS, WIDTHS, type BoardCells } from "./columns";
import { footprintsFirst, headlineRows } from "./headline";
import { deliveredSentences } from "./stand";
import { outlookAndTarget } from "./targets";

/** What moved, for a committee that meets each quarter. */
const MOST_CHANGES = 6;

/** First in a quarterly report: what was delivered and what moved since the last one, and what people are proud of. */
export function whatMoved(layout: SheetLayout, source: ReportSource): void {
  layout.heading("What was delivered and what moved");
  const sentences = deliveredSentences(source, MOST_CHANGES);
  if (sentences.length === 0) layout.paragraph("This is the first report: there is none to set it against.");
  for (const sentence of sentences) layout.prose(sentence, POINTS_ACROSS);
  for (const highlight of keptAsks(source).highlights) layout.prose(`Highlight: ${highlight}`, POINTS_ACROSS);
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
  const { footprints } = footprintsFirst(source, headlineRows(source));
  layout.heading("The footprints, which are reported once a year");
  if (footprints.length === 0) layout.paragraph("The return holds no footprint figure.");
  for (const row of footprints) {
    const stands = row.gap === null ? "cannot be rated" : gapWords(row);
    const doubt = source.doubts.of(row) === "" ? "" : UNRELIABLE;
    const { period, due } = nextFigure(row, source.metric(row.metric));
    const day = due === null ? `which ends on ${formatDate(period.last)}` : `due by ${formatDate(due)}`;
    const said = `${figureName(pack, row)}, ${periodWords(row.period)}: ${stands}${doubt}.`;
    layout.prose(`${said} Next figure: ${periodWords(period)}, ${day}.`, POINTS_ACROSS);
  }
}
