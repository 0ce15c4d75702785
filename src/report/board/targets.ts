import type { Assessment } from "../../assessment/assessment";
import { groupBy } from "../../collections/groups";
import { sentenceCase } from "../../plan/wording";
import type { SheetLayout, Placed } from "../layout/layout";
import { nothingToNote, standingKey, type ReportSource } from "../source/source";
import { outlook, targetWords } from "../words/sentences";
import { standingColumns, WIDTHS, type BoardCells } from "./columns";

interface TargetTable {
  readonly name: string;
  readonly heading: string;
  readonly none: string;
  readonly rows: readonly Assessment[];
}

/** Targets with a figure: where each stands, where it goes and what is asked. */
export function targetTable(
  layout: SheetLayout,
  source: ReportSource,
  cells: BoardCells,
  { name, heading, none, rows }: TargetTable,
): Placed | null {
  layout.heading(heading);
  if (rows.length === 0) {
    layout.paragraph(none);
    return null;
  }
  return layout.table({
    name,
    items: rows,
    columns: [
      ...standingColumns(source, cells),
      { header: "Outlook, target and note", width: WIDTHS.text, cell: (row) => outlookAndTarget(source, row) },
      { header: "Commentary", width: WIDTHS.commentary },
      { header: "Reference", width: 24, wrap: false, cell: standingKey },
      { header: "Area", width: 24, wrap: false, cell: ({ metric }) => source.area(source.metric(metric)?.area ?? "") },
    ],
    key: ["Reference"],
    filter: true,
    state: { header: "State" },
    unit: ({ unit }) => unit,
  });
}

/** "Will meet. Target: 80% less than in 2019/20, by 2028-32 (Plan s6, Table 3)." and why a figure is not to be relied on. */
export function outlookAndTarget(source: ReportSource, row: Assessment): string {
  const [target, metric] = [source.target(row), source.metric(row.metric)];
  const asked = target && metric ? `${targetWords(target, metric, row.goal.own)} (${target.source})` : row.goal.by;
  const note = source.note(row);
  const parts = [outlook(row), `Target: ${asked}`, ...(note === nothingToNote ? [] : [sentenceCase(note)])];
  return `${parts.join(". ")}.`;
}

/** Targets that the return has no figure for: one row a metric, with those who do not report it. */
export function missingTable(
  layout: SheetLayout,
  source: ReportSource,
  cells: BoardCells,
  rows: readonly Assessment[],
): void {
  layout.heading(`Targets without a figure in the return: ${rows.length}`);
  if (rows.length === 0) {
    layout.paragraph(`Every target that is due by ${source.asOf} has a figure.`);
    return;
  }
  const byMetric = groupBy(rows, ({ metric }) => metric);
  layout.table({
    name: "GreenPlan_Missing",
    items: [...byMetric.values()],
    columns: [
      { header: "Area", width: WIDTHS.name, cell: ([row]) => source.area(source.metric(row.metric)?.area ?? "") },
      {
        header: "No figure from",
        width: WIDTHS.state,
        cell: (group) => group.map((row) => source.organisation(row.organisation)).join(", "),
      },
      { header: "Metric", width: WIDTHS.word, wrap: false, cell: ([row]) => cells.metricWithUnit(row) },
    ],
  });
}
