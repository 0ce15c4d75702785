import { seriesKey } from "../../series/series-key";
import type { Assessment } from "../../assessment/assessment";
import { titleWithUnit } from "../../plan/wording";
import type { ReportCell } from "../sheet";
import { gapFormula, gapIsLive, gapShareFormula, ragIsLive, stateFormula } from "../layout/live-status";
import { widthInPoints, type ColumnOf, type InRow } from "../layout/layout";
import { targetState } from "../layout/row-states";
import type { ReportSource } from "../source/source";
import { amberCell, noiseCell, type Trajectories } from "../sheets/trajectories";

/**
 * The board's page is paper: A4 landscape with ten columns that all its tables share, as wide together as prints at
 * 9 points or more. Each is as wide as what stands in it: a state, a date, nine digits, "deteriorated". In characters.
 */
export const WIDTHS = {
  name: 24.5,
  state: 17,
  word: 12,
  period: 12,
  figure: 12.5,
  gap: 12,
  direction: 12,
  share: 9.5,
  text: 30.5,
  /** Right of the paper, where there is room to write. */
  commentary: 40,
} as const;

/** The columns that are printed; people write right of them, and what keeps rows apart stands there. */
export const PRINTED_COLUMNS = 10;

const { name, state, word, period, figure, gap, direction, share, text } = WIDTHS;
const left = [name, state, word, period, figure, figure, gap];
const right = [direction, share, text];
const END_MARGIN = 12;
/** Points of some columns side by side, but for the margin at their end. */
const pointsOf = (widths: readonly number[]) => widths.reduce((sum, each) => sum + widthInPoints(each), -END_MARGIN);

/** Points that the page holds side by side, those left of the chart on page one, and those from the column of directions on. */
export const POINTS_ACROSS = pointsOf([...left, ...right]);
export const POINTS_BESIDE_CHART = pointsOf(left);
export const POINTS_TO_EDGE = pointsOf(right);

/** Where the chart of page one stands: right of the headline figures. */
export const CHART_COLUMNS = { left: 7, right: 9 } as const;

/** What several tables of the page show of one row in the same way. */
export class BoardCells {
  constructor(
    private readonly source: ReportSource,
    private readonly trajectories: Trajectories,
  ) {}

  metricWithUnit({ metric: id, unit }: Pick<Assessment, "metric" | "unit">): string {
    return titleWithUnit(this.source.metric(id)?.title ?? id, unit);
  }

  /** The period, as a link to the figure's row on Trajectories and so to its cells. */
  period(row: Assessment): ReportCell {
    const text = row.period.label;
    const { placed, sheet } = this.trajectories;
    const at = this.index(row);
    if (placed === null || at === null) return text;
    const address = (placed.cell("Metric", at).split("!").pop() ?? "").replaceAll("$", "");
    return { text, link: { sheet: sheet.name, address, tip: `Go to its row on ${sheet.name}` } };
  }

  state(row: Assessment, at: InRow): ReportCell {
    if (!ragIsLive(row, this.source.target(row), this.source.outcome.pack.thresholds.amberPercent))
      return targetState(row);
    const cells = {
      gap: at("Gap"),
      path: at("Trajectory"),
      amber: amberCell(this.source),
      noise: noiseCell(this.source),
    };
    return { formula: stateFormula(cells, this.source.target(row)) };
  }

  actual(row: Assessment): ReportCell {
    const formula = this.source.live.actual(row);
    return formula === null ? row.actual : { formula };
  }

  /** The path is worked out once, on the Trajectories sheet. */
  path(row: Assessment): ReportCell {
    const { placed } = this.trajectories;
    const at = this.index(row);
    if (row.path.late === null || placed === null || at === null) return null;
    return { formula: `=${placed.cell("Trajectory", at)}` };
  }

  gap(row: Assessment, at: InRow): ReportCell {
    const better = this.source.metric(row.metric)?.better ?? "lower";
    return gapIsLive(row, better)
      ? { formula: gapFormula(better, { actual: at("Latest"), path: at("Trajectory") }) }
      : row.gap;
  }

  gapShare({ gap, path }: Assessment, at: InRow): ReportCell {
    return gap === null || path.late === null ? null : { formula: gapShareFormula(at("Gap"), at("Trajectory")) };
  }

  /** The change on the year before, over the cells of both years; null where there is none to set it against. */
  change(row: Assessment): ReportCell {
    const direction = this.source.direction(row);
    if (direction === null || direction.change === null) return null;
    const { placed, rows } = this.trajectories;
    const before = rows.findIndex(
      (each) =>
        seriesKey(each) === seriesKey(row) &&
        each.target === row.target &&
        each.period.label === direction.from.period.label,
    );
    const at = this.index(row);
    if (placed === null || at === null || before < 0)
      return row.unit === "%" ? direction.change : direction.change / 100;
    const [now, then] = [placed.cell("Actual", at), placed.cell("Actual", before)];
    return { formula: row.unit === "%" ? `=${now}-${then}` : `=${now}/${then}-1` };
  }

  /** "improved", "[u] unreliable", "[z] no year before". */
  directionWord(row: Assessment): string {
    const direction = this.source.direction(row);
    if (direction === null) return "[z] no year before";
    return this.source.doubts.of(row) === "" ? direction.word : "[u] unreliable";
  }

  private index(row: Assessment): number | null {
    const at = this.trajectories.rows.indexOf(row);
    return at < 0 ? null : at;
  }
}

/** The first columns of every table of targets. */
export function standingColumns(source: ReportSource, cells: BoardCells): ColumnOf<Assessment>[] {
  return [
    { header: "Metric", width: name, cell: (row) => cells.metricWithUnit(row) },
    { header: "State", width: state, align: "center", cell: (row, at) => cells.state(row, at) },
    { header: "Reported by", width: word, cell: ({ organisation }) => source.organisation(organisation) },
    { header: "Period", width: period, align: "center", cell: (row) => cells.period(row) },
    { header: "Latest", width: figure, format: "figure", cell: (row) => cells.actual(row) },
    { header: "Trajectory", width: figure, format: "figure", cell: (row) => cells.path(row) },
    { header: "Gap", width: gap, format: "gap", cell: (row, at) => cells.gap(row, at) },
    { header: "Direction", width: direction, cell: (row) => cells.directionWord(row) },
    { header: "Gap %", width: share, format: "percent", cell: (row, at) => cells.gapShare(row, at) },
  ];
}
