import { isSameFigure } from "../../plan/quantity/same-figure";
import type { Assessment } from "../../assessment/assessment";
import { ARITHMETIC_NOISE } from "../../assessment/paths/gap";
import { toleranceWords } from "../../decisions/tolerances";
import { attainmentWords, outlookWords } from "../../assessment/outlook/outlook-words";
import { linear } from "../../assessment/paths/paths";
import type { Period } from "../../plan/time/periods";
import { joinWords, unitWords } from "../../plan/wording";
import { SheetLayout, type ColumnOf, type InRow, type Placed } from "../layout/layout";
import { targetState } from "../layout/row-states";
import { outlook, targetWords } from "../words/sentences";
import type { ReportCell, ReportSheet } from "../sheet";
import { gapFormula, gapIsLive, gapShareFormula, stateFormula, ragIsLive } from "../layout/live-status";
import { shorthandLine, type ReportSource } from "../source/source";

/** The Trajectories sheet, and what other sheets point at in it. */
export interface Trajectories {
  readonly sheet: ReportSheet;
  readonly placed: Placed | null;
  /** The table's rows, as placed. */
  readonly rows: readonly Assessment[];
}

/** Every period of every metric with a target: figure, path, gap and colour as live formulas, and how each was worked out. */
export function trajectories(source: ReportSource): Trajectories {
  const missing = ({ actual }: Assessment) => Number(actual === null);
  // What the return does not hold stands below what it does.
  const rows = [...source.outcome.assessments].sort((a, b) => missing(a) - missing(b) || source.byPlan(a, b));
  const layout = new SheetLayout(
    "trajectories",
    source.names.trajectories,
    "Trajectories: each figure against where the plan says it should be",
    rows.length === 0
      ? `No table: the return holds no figure that ${source.outcome.pack.name} sets a target for. As at ${source.asOf}.`
      : `One table: every figure that has a target, by metric, organisation and period. As at ${source.asOf}.`,
  );
  if (rows.length === 0) return { sheet: layout.finish(source.furniture()), placed: null, rows };
  layout.paragraph(
    "Actual, gap and colour are formulas over the return's own cells and the assumptions on the Notes sheet.",
  );
  layout.paragraph(
    "A positive gap is behind the trajectory, which leads to the last date the plan allows; the earliest trajectory leads to the first.",
  );
  layout.paragraph(shorthandLine);
  layout.gap();
  const placed = layout.table({
    name: "GreenPlan_Trajectories",
    items: rows,
    columns: columns(source),
    key: ["Reference"],
    filter: true,
    state: { header: "State" },
    unit: ({ unit }) => unit,
  });
  const sheet = layout.finish({ ...source.furniture(), follow: placed, freezeColumns: 3, printTo: "Data note" });
  return { sheet, placed, rows };
}

/** Where the largest share that is still amber stands. */
export function amberCell({ assumptions, outcome }: ReportSource): string {
  return assumptions.cell({
    name: "Needs attention up to this share behind the trajectory",
    value: outcome.pack.thresholds.amberPercent / 100,
    format: "percent",
    why: `Not behind is on track, behind by up to this share needs attention, further behind is off track; where the trajectory is 0 any excess is off track.${toleranceNote(outcome)}`,
  });
}

/** Whose tolerance it is, where it is not the plan's own. */
function toleranceNote({ tolerances }: ReportSource["outcome"]): string {
  const set = tolerances.find(({ id }) => id === "amberPercent");
  return set === undefined ? "" : ` Set on the settings sheet: ${toleranceWords(set)}.`;
}

/** The largest share of a path that is no gap: what adding up in another order can make. */
export function noiseCell({ assumptions }: ReportSource): string {
  return assumptions.cell({
    name: "Share of the trajectory that is no gap",
    value: ARITHMETIC_NOISE,
    format: "figure",
    why: "A difference this small comes of adding up in another order: the figure is exactly on its trajectory.",
  });
}

/** How far a live figure may be from the checked one and still agree: spreadsheets add in another order. */
function toleranceCell({ assumptions }: ReportSource): string {
  return assumptions.cell({
    name: "Largest difference that still counts as equal",
    value: 0.000001,
    format: "figure",
    why: "Excel may add up in another order than the check did.",
  });
}

function columns(source: ReportSource): ColumnOf<Assessment>[] {
  return [
    ...identity(source),
    ...standing(source),
    { header: "Data note", width: 24, cell: (row) => noteOf(source, row) },
    { header: "Outlook", width: 40, wrap: false, cell: outlook },
    ...goal(source),
    ...progress(),
    ...checks(source),
    {
      header: "Reference",
      width: 44,
      wrap: false,
      cell: (row) => `${row.metric}|${row.organisation}|${row.period.label}|${row.target}`,
    },
    { header: "Commentary", width: 40 },
    {
      header: "How it was worked out",
      width: 60,
      wrap: false,
      cell: (row) => [row.working, outlookWords(row)].filter(Boolean).join(" "),
    },
  ];
}

function identity(source: ReportSource): ColumnOf<Assessment>[] {
  return [
    { header: "Metric", width: 28, cell: ({ metric }) => source.metric(metric)?.title ?? metric },
    { header: "Organisation", width: 13.5, cell: ({ organisation }) => source.organisation(organisation) },
    { header: "Period", width: 10, cell: ({ period }) => period.label },
    { header: "Latest", width: 9, align: "center", cell: ({ latest }) => (latest ? "Latest" : "Earlier") },
  ];
}

function standing(source: ReportSource): ColumnOf<Assessment>[] {
  const better = (row: Assessment) => source.metric(row.metric)?.better ?? "lower";
  return [
    { header: "State", width: 17, align: "center", cell: (row, at) => stateCell(source, row, at) },
    { header: "Actual", width: 12.5, format: "figure", cell: (row) => actualCell(source, row) },
    { header: "Unit", width: 10, cell: ({ unit }) => unitWords(unit) || unit },
    { header: "Trajectory", width: 12.5, format: "figure", cell: pathCell },
    { header: "Earliest trajectory", width: 12.5, format: "figure", cell: ({ path }) => path.early },
    {
      header: "Gap",
      width: 12.5,
      format: "gap",
      cell: (row, at) =>
        gapIsLive(row, better(row))
          ? {
              formula: gapFormula(better(row), { actual: at("Actual"), path: at("Trajectory") }),
            }
          : row.gap,
    },
    {
      header: "Gap %",
      width: 10,
      format: "percent",
      cell: (row, at) =>
        row.gap === null || row.path.late === null ? null : { formula: gapShareFormula(at("Gap"), at("Trajectory")) },
    },
    { header: "In words", width: 11, cell: ({ word }) => word },
  ];
}

function goal(source: ReportSource): ColumnOf<Assessment>[] {
  return [
    {
      header: "Target",
      width: 48,
      cell: (row) => {
        const [target, metric] = [source.target(row), source.metric(row.metric)];
        return target && metric ? targetWords(target, metric, row.goal.own) : row.goal.by;
      },
    },
    { header: "Target level", width: 14, format: "figure", cell: ({ goal }) => goal.value },
    { header: "Falls due in", width: 12, cell: ({ goal }) => goal.due.label },
    { header: "Baseline", width: 15, format: "figure", cell: (row) => baselineCell(source, row) },
    { header: "Baseline period", width: 12, cell: ({ baseline }) => baseline?.period.label ?? "[z]" },
  ];
}

function progress(): ColumnOf<Assessment>[] {
  const share = (percent: number | null) => (percent === null ? null : percent / 100);
  return [
    {
      header: "Reduction on base year",
      width: 12,
      format: "percent",
      cell: ({ reductions }) => share(reductions.againstBase),
    },
    {
      header: "Reduction on year before",
      width: 12,
      format: "percent",
      cell: ({ reductions }) => share(reductions.againstPrevious),
    },
    {
      header: "Share of target achieved",
      width: 12,
      format: "percent",
      cell: ({ reductions }) => share(reductions.ofTarget),
    },
    { header: "Needed each year", width: 14, format: "figure", cell: ({ neededPerYear }) => neededPerYear },
    {
      header: "Needed each year %",
      width: 12,
      format: "percent",
      cell: ({ neededPercentPerYear }) => share(neededPercentPerYear ?? null),
    },
    { header: "Reaches target", width: 16, cell: (row) => attainmentWords(row) ?? "[x]" },
    { header: "Budget to target", width: 15, format: "figure", cell: ({ budget }) => budget?.total ?? null },
    { header: "Budget used", width: 15, format: "figure", cell: ({ budget }) => budget?.used ?? null },
    { header: "Budget runs out", width: 16, cell: ({ budget }) => budget?.exhausted ?? "[z]" },
  ];
}

/** A figure beside the one that was checked: the workbook's own proof that nobody has changed it since. */
function checks(source: ReportSource): ColumnOf<Assessment>[] {
  const tolerance = toleranceCell(source);
  return [
    { header: "Actual when checked", width: 15, format: "figure", cell: ({ actual }) => actual },
    {
      header: "Agrees",
      width: 9,
      align: "center",
      cell: ({ actual }, at) =>
        actual === null
          ? "[z]"
          : {
              formula: `=IF(ABS(${at("Actual")}-${at("Actual when checked")})<=${tolerance}*(1+ABS(${at("Actual when checked")})),"Yes","No")`,
            },
    },
  ];
}

function noteOf(source: ReportSource, row: Assessment): string {
  const copied = row.actual !== null && source.live.actual(row) === null ? "copied: no plain number in its cells" : "";
  const figures: [string, number | null][] = [
    ["earliest trajectory", row.path.early],
    ["baseline", row.baseline?.value ?? null],
    ["budget", row.budget?.total ?? null],
  ];
  const absent = figures.filter(([, value]) => value === null).map(([what]) => what);
  return source.note(row, copied, absent.length > 0 ? `[z] no ${joinWords(absent, "or")}` : "");
}

function live(source: ReportSource, row: Assessment): boolean {
  return ragIsLive(row, source.target(row), source.outcome.pack.thresholds.amberPercent);
}

function stateCell(source: ReportSource, row: Assessment, at: InRow): ReportCell {
  if (!live(source, row)) return targetState(row);
  const cells = { gap: at("Gap"), path: at("Trajectory"), amber: amberCell(source), noise: noiseCell(source) };
  return { formula: stateFormula(cells, source.target(row)) };
}

function actualCell(source: ReportSource, row: Assessment): ReportCell {
  const formula = source.live.actual(row);
  return formula === null ? row.actual : { formula };
}

function baselineCell(source: ReportSource, row: Assessment): ReportCell {
  const formula = source.live.baseline(row);
  return formula === null ? (row.baseline?.value ?? null) : { formula };
}

/**
 * The path as a formula where it is a straight line between two financial years or the target's
 * own level; otherwise the value, worked out as the last columns say.
 */
function pathCell(row: Assessment, at: InRow): ReportCell {
  const { path, baseline, goal } = row;
  if (path.late === null) return null;
  if (goal.value === path.late) return { formula: `=${at("Target level")}` };
  if (!baseline || goal.value === null) return path.late;
  const periods = [row.period, baseline.period, goal.due];
  if (periods.some(({ kind }) => kind !== "financial-year")) return path.late;
  const [now, from, to] = [startYear(row.period), startYear(baseline.period), startYear(goal.due)];
  const straight = linear(baseline.value, goal.value, (now - from) / (to - from));
  if (!isSameFigure(straight, path.late)) return path.late;
  const year = (header: string) => `VALUE(LEFT(${at(header)},4))`;
  const [b0, b1] = [at("Baseline"), at("Target level")];
  return {
    formula: `=${b0}+(${b1}-${b0})*(${year("Period")}-${year("Baseline period")})/(${year("Falls due in")}-${year("Baseline period")})`,
  };
}

/** The year a financial year begins in: 2024 for "2024/25". */
function startYear({ label }: Period): number {
  return Number(label.slice(0, 4));
}
