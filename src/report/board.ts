import type { ActionAssessment, Assessment } from "../trajectory/assessment";
import { unitWords } from "../plan/wording";
import { readiness } from "../validation/readiness";
import { actionGroups } from "./actionStatus";
import { areasTable } from "./areas";
import { checksTable, type ToCheck } from "./checks";
import { SheetLayout, type ColumnOf, type InRow, type Placed } from "./layout";
import { ragShapes, ragWords } from "./palette";
import { actionHeadline, dataNote, outlook, ragHeadline, standing, targetWords } from "./sentences";
import type { ReportCell, ReportSheet } from "./sheet";
import { standingKey, type ReportSource } from "./source";
import { gapFormula, gapIsLive, gapShareFormula, ragFormula, ragIsLive, shapeFormula } from "./status";
import { amberCell, type Trajectories } from "./trajectories";

/** The sheet a board reads: the headlines, the footprints, every target's colour, the actions that need attention, and whether the return is ready. */
export function boardReport(source: ReportSource, trajectories: Trajectories, others: ToCheck): ReportSheet {
  const { outcome } = source;
  const latest = source.latest();
  const rows = latest.filter(({ actual }) => actual !== null);
  const layout = new SheetLayout(
    "board-report",
    source.names["board-report"],
    `Green plan board report: ${source.system}`,
    "",
  );
  headlines(layout, source, latest);
  const isFootprint = ({ metric }: Assessment) => source.metric(metric)?.area === "carbon";
  const footprints = rows.filter(isFootprint);
  const rest = rows.filter((row) => !isFootprint(row)).sort((a, b) => source.bySeverity(a, b));
  const tables = [
    standingTable(layout, source, trajectories, {
      name: "GreenPlan_Footprints",
      heading: "Where we stand on the footprints",
      none: "The return holds no footprint figure.",
      rows: footprints,
    }),
    standingTable(layout, source, trajectories, {
      name: "GreenPlan_Targets",
      heading: "Where we stand on every other target, the worst first",
      none: "The return holds no figure for any other target.",
      rows: rest,
    }),
  ].filter((placed) => placed !== null);
  areasTable(layout, source, tables.find(({ table }) => table.name === "GreenPlan_Targets") ?? null);
  for (const group of actionGroups(outcome.actions, outcome.pack.thresholds.dueSoonDays)) {
    actionTable(layout, source, group);
  }
  missingTable(
    layout,
    source,
    latest.filter(({ actual }) => actual === null),
  );
  checksTable(layout, source, trajectories, tables, others);
  layout.describe(
    `how we stand on footprints, other targets and areas, actions late and due, and checks. As of ${source.asOf}.`,
  );
  return { ...layout.finish(source.furniture()), printColumns: columns(source, trajectories).length - 1 };
}

function headlines(layout: SheetLayout, source: ReportSource, rows: readonly Assessment[]): void {
  const { actions, findings, explanations, pack, asOf } = source.outcome;
  layout.gap();
  for (const footprint of firstOfEach(rows.filter(({ metric }) => source.metric(metric)?.area === "carbon"))) {
    layout.line(standing(footprint, pack), "headline");
  }
  layout.line(ragHeadline(rows), "headline");
  layout.line(actionHeadline(actions, asOf), "headline");
  const { readiness: state, statement } = readiness(findings, explanations, pack);
  layout.line(
    `The return is ${state} to submit: ${statement.charAt(0).toLowerCase()}${statement.slice(1)}.`,
    "headline",
  );
}

/** One sentence a footprint: of the system where it has a figure, else of the first organisation that has. */
function firstOfEach(rows: readonly Assessment[]): Assessment[] {
  const first = new Map<string, Assessment>();
  for (const row of rows) if (row.actual !== null && !first.has(row.metric)) first.set(row.metric, row);
  return [...first.values()];
}

interface StandingTable {
  readonly name: string;
  readonly heading: string;
  readonly none: string;
  readonly rows: readonly Assessment[];
}

function standingTable(
  layout: SheetLayout,
  source: ReportSource,
  trajectories: Trajectories,
  { name, heading, none, rows }: StandingTable,
): Placed | null {
  layout.heading(heading);
  if (rows.length === 0) {
    layout.line(none);
    return null;
  }
  return layout.table({
    name,
    items: rows,
    columns: columns(source, trajectories),
    key: "Reference",
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
    { header: "Outlook", width: 17, cell: outlook },
    { header: "Target", width: 20, cell: (row) => targetOf(source, row) },
    { header: "Data note", width: 14, cell: (row) => dataNote(row) || "none" },
    { header: "Commentary", width: 26 },
    { header: "Reference", width: 18, cell: standingKey },
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
  return { formula: ragFormula({ gap: at("Gap"), path: at("Path"), amber: amberCell(source) }, source.target(row)) };
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
    layout.line("Every target has a figure.");
    return;
  }
  const byMetric = new Map<string, Assessment[]>();
  for (const row of rows) byMetric.set(row.metric, [...(byMetric.get(row.metric) ?? []), row]);
  layout.table({
    name: "GreenPlan_Missing",
    items: [...byMetric.values()],
    columns: [
      { header: "Area", width: 16, cell: ([row]) => source.area(source.metric(row!.metric)?.area ?? "") },
      { header: "Metric", width: 32, cell: ([row]) => metricWithUnit(source, row!) },
      {
        header: "No figure from",
        width: 13,
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
    layout.line(none);
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
