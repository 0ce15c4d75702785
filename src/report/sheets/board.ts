import { groupBy } from "../../collections/groups";
import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import { formatPercent, unitWords } from "../../plan/wording";
import { actionGroups } from "./action-status";
import { areasTable } from "./areas-table";
import { briefOf } from "./brief";
import { checksTable, type ToCheck } from "./checks";
import { freshnessLine } from "../kept/freshness";
import { SheetLayout, type ColumnOf, type InRow, type Placed } from "../layout/layout";
import { ragShapes, ragWords } from "../layout/palette";
import { endedSentence, outlook, targetWords } from "../words/sentences";
import type { ReportCell, ReportSheet } from "../sheet";
import { shorthandLine, standingKey, type ReportSource } from "../source/source";
import { gapFormula, gapIsLive, gapShareFormula, ragFormula, ragIsLive, shapeFormula } from "../layout/live-status";
import { amberCell, noiseCell, type Trajectories } from "./trajectories";

/** The sheet a board reads: the brief, the footprints, the areas, the actions that need attention, the report's checks, and every target's colour. */
export function boardReport(source: ReportSource, trajectories: Trajectories, others: ToCheck): ReportSheet {
  // The long table of targets stands last, so that its header row is repeated page after page. What counts its colours
  // stands above it, so where it comes to stand is known only once the sheet has been laid out.
  const settled = (counted: Placed | null): ReportSheet => {
    const { sheet, targets } = layOut(source, trajectories, others, counted);
    return targets?.table.row === counted?.table.row ? sheet : settled(targets);
  };
  return settled(null);
}

interface Laid {
  readonly sheet: ReportSheet;
  readonly targets: Placed | null;
}

function layOut(source: ReportSource, trajectories: Trajectories, others: ToCheck, counted: Placed | null): Laid {
  const { outcome, names, subject } = source;
  const latest = source.latest();
  const rows = latest.filter(({ actual }) => actual !== null);
  const isFootprint = ({ metric }: Assessment) => source.metric(metric)?.area === "carbon";
  const layout = new SheetLayout("board-report", names["board-report"], `Green plan board report: ${subject}`, "");
  layout.paragraph(freshnessLine(others.freshness), "headline");
  const ended = endedSentence(outcome);
  if (ended !== "") layout.paragraph(ended);
  brief(layout, source, latest);
  const footprints = targetTable(layout, source, trajectories, {
    name: "GreenPlan_Footprints",
    heading: "Where we stand on the footprints",
    none: "The return holds no footprint figure.",
    rows: rows.filter(isFootprint),
  });
  howToRead(layout, source);
  areasTable(layout, source, counted);
  const groups = actionGroups(outcome.actions, outcome.pack.thresholds.dueSoonDays);
  if (groups.some(({ actions }) => actions.length > 0)) layout.newPage();
  for (const group of groups) actionTable(layout, source, group);
  missingTable(
    layout,
    source,
    latest.filter(({ actual }) => actual === null),
  );
  checksTable(
    layout,
    source,
    trajectories,
    [footprints, counted].filter((placed) => placed !== null),
    others,
  );
  layout.newPage();
  const targets = targetTable(layout, source, trajectories, {
    name: "GreenPlan_Targets",
    heading: "Where we stand on every other target, the worst first",
    none: "The return holds no figure for any other target.",
    rows: rows.filter((row) => !isFootprint(row)).sort((a, b) => source.bySeverity(a, b)),
  });
  layout.describe(
    `how we stand on footprints, areas and other targets, actions late and due, and checks. As of ${source.asOf}.`,
  );
  const printColumns = columns(source, trajectories).length - 1;
  return { sheet: { ...layout.finish({ ...source.furniture(), repeat: targets }), printColumns }, targets };
}

/** Letters of a sentence that the board's page, wider than others, holds side by side. */
const lettersAcross = 225;

function brief(layout: SheetLayout, source: ReportSource, latest: readonly Assessment[]): void {
  for (const { question, answers } of briefOf(source.outcome, latest, source.doubts)) {
    layout.heading(question);
    for (const answer of answers) layout.prose(answer, lettersAcross);
  }
}

/** What the columns mean, for a reader who sees such a page for the first time. */
function howToRead(layout: SheetLayout, { outcome: { pack } }: ReportSource): void {
  const amber = formatPercent(pack.thresholds.amberPercent);
  layout.paragraph(
    "Path: where the plan says the figure should stand by then. Gap: how far from it; above 0 is behind, whichever way is better.",
  );
  layout.paragraph(
    `RAG: green is on or ahead of the path, amber behind by up to ${amber}, red further behind, grey cannot be judged. Outlook: where the trend of past years leads.`,
  );
  layout.paragraph(shorthandLine);
}

interface TargetTable {
  readonly name: string;
  readonly heading: string;
  readonly none: string;
  readonly rows: readonly Assessment[];
}

function targetTable(
  layout: SheetLayout,
  source: ReportSource,
  trajectories: Trajectories,
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
    columns: columns(source, trajectories),
    key: ["Reference"],
    filter: true,
    rag: { word: "RAG", shape: "Mark" },
    unit: ({ unit }) => unit,
  });
}

/** One set of columns for both tables, so that they line up down the page. */
function columns(source: ReportSource, trajectories: Trajectories): ColumnOf<Assessment>[] {
  const better = (row: Assessment) => source.metric(row.metric)?.better ?? "lower";
  const live = (row: Assessment) => ragIsLive(row, source.target(row), source.outcome.pack.thresholds.amberPercent);
  return [
    { header: "Area", width: 16, cell: ({ metric }) => source.area(source.metric(metric)?.area ?? "") },
    { header: "Metric", width: 32, cell: (row) => metricWithUnit(source, row) },
    { header: "Organisation", width: 13, cell: ({ organisation }) => source.organisation(organisation) },
    { header: "Period", width: 10, cell: ({ period }) => period.label },
    {
      header: "Mark",
      width: 7,
      align: "center",
      cell: (row, at) => (live(row) ? { formula: shapeFormula(at("RAG")) } : ragShapes[row.rag]),
    },
    { header: "RAG", width: 8, align: "center", cell: (row, at) => ragCell(source, row, at, live(row)) },
    { header: "Actual", width: 12, format: "figure", cell: (row) => actualCell(source, row) },
    { header: "Path", width: 12, format: "figure", cell: (row) => pathCell(row, trajectories) },
    {
      header: "Gap",
      width: 12,
      format: "gap",
      cell: (row, at) =>
        gapIsLive(row, better(row))
          ? { formula: gapFormula(better(row), { actual: at("Actual"), path: at("Path") }) }
          : row.gap,
    },
    {
      header: "Gap %",
      width: 10,
      format: "percent",
      cell: (row, at) =>
        row.gap === null || row.path.late === null ? null : { formula: gapShareFormula(at("Gap"), at("Path")) },
    },
    { header: "Outlook", width: 20, cell: outlook },
    { header: "Target", width: 20, cell: (row) => targetOf(source, row) },
    { header: "Data note", width: 19, cell: (row) => source.note(row) },
    { header: "Commentary", width: 26 },
    { header: "Reference", width: 24, wrap: false, cell: standingKey },
  ];
}

function metricWithUnit(source: ReportSource, { metric: id, unit }: Assessment): string {
  const title = source.metric(id)?.title ?? id;
  const words = unitWords(unit);
  return words === "" || title.includes(words) ? title : `${title} (${words})`;
}

function targetOf(source: ReportSource, row: Assessment): string {
  const [target, metric] = [source.target(row), source.metric(row.metric)];
  return target && metric ? targetWords(target, metric, row.goal.own) : row.goal.by;
}

function ragCell(source: ReportSource, row: Assessment, at: InRow, live: boolean): ReportCell {
  if (!live) return ragWords[row.rag];
  return {
    formula: ragFormula(
      { gap: at("Gap"), path: at("Path"), amber: amberCell(source), noise: noiseCell(source) },
      source.target(row),
    ),
  };
}

function actualCell(source: ReportSource, row: Assessment): ReportCell {
  const formula = source.live.actual(row);
  return formula === null ? row.actual : { formula };
}

/** The path is worked out once, on the Trajectories sheet. */
function pathCell(row: Assessment, { placed, rows }: Trajectories): ReportCell {
  const index = rows.indexOf(row);
  if (row.path.late === null || placed === null || index < 0) return null;
  return { formula: `=${placed.cell("Path, late edge", index)}` };
}

/** Targets that the return has no figure for: one row a metric, with those who do not report it. */
function missingTable(layout: SheetLayout, source: ReportSource, rows: readonly Assessment[]): void {
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
      { header: "Area", width: 16, cell: ([row]) => source.area(source.metric(row.metric)?.area ?? "") },
      { header: "Metric", width: 32, cell: ([row]) => metricWithUnit(source, row) },
      {
        header: "No figure from",
        width: 13,
        wrap: false,
        cell: (group) => group.map((row) => source.organisation(row.organisation)).join(", "),
      },
    ],
  });
}

interface ActionGroup {
  readonly name: string;
  readonly heading: string;
  readonly none: string;
  readonly actions: readonly ActionAssessment[];
}

function actionTable(layout: SheetLayout, source: ReportSource, { name, heading, none, actions }: ActionGroup): void {
  layout.heading(heading);
  if (actions.length === 0) {
    layout.paragraph(none);
    return;
  }
  layout.table({
    name,
    items: actions,
    columns: [
      { header: "Area", width: 16, cell: ({ area }) => source.area(area) },
      { header: "Action", width: 32, cell: ({ title }) => title },
      { header: "Owner", width: 13, cell: ({ owner }) => owner ?? "[x] no owner" },
      { header: "Due", width: 10, format: "date", cell: ({ due }) => (due === null ? "[z]" : { date: due }) },
      { header: "Mark", width: 7, align: "center", cell: ({ rag }) => ragShapes[rag] },
      { header: "RAG", width: 8, align: "center", cell: ({ rag }) => ragWords[rag] },
      { header: "Days late", width: 12, format: "whole", cell: ({ daysLate }) => daysLate },
      { header: "Action id", width: 12, cell: ({ id }) => id },
      { header: "Status", width: 12, cell: ({ status }) => status },
    ],
    rag: { word: "RAG", shape: "Mark" },
  });
}
