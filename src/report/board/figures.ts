import { directionOf, type Direction } from "../../assessment/outlook/direction";
import { costMetrics } from "../../plan/metric-facts";
import type { Metric } from "../../plan/schema";
import { formatQuantity, unitWords, titleWithUnit } from "../../plan/wording";
import type { Known, Total } from "../../returns/observation";
import { totalsWithoutTarget } from "../../returns/totals/without-target";
import type { SheetLayout } from "../layout/layout";
import type { ReportCell } from "../sheet";
import type { ReportSource } from "../source/source";
import { methodChangesOf } from "../words/source-words";
import { WIDTHS } from "./columns";

/** A figure that the plan sets no target for: energy, water, waste, cost, distance. */
interface PlainFigure {
  readonly metric: Metric;
  readonly total: Known<Total>;
  readonly direction: Direction | null;
  /** What the metric cost in the same period, where the return has it. */
  readonly cost: Known<Total> | null;
}

/** The latest whole year of what has no target, with its direction: a board sees energy, water and waste too. */
export function figuresTable(layout: SheetLayout, source: ReportSource): void {
  const figures = plainFigures(source);
  if (figures.length === 0) return;
  layout.heading("Energy, water, waste and other figures without a target");
  layout.table({
    name: "GreenPlan_Figures",
    items: figures,
    columns: [
      { header: "Metric", width: WIDTHS.name, cell: ({ metric }) => titleWithUnit(metric.title, metric.unit) },
      { header: "Direction", width: WIDTHS.state, cell: (figure) => directionWords(source, figure) },
      { header: "Reported by", width: WIDTHS.word, cell: ({ total }) => source.organisation(total.organisation) },
      { header: "Period", width: WIDTHS.period, align: "center", cell: ({ total }) => total.period.label },
      { header: "Latest", width: WIDTHS.figure, format: "figure", cell: ({ total }) => figureCell(source, total) },
      {
        header: "Year before",
        width: WIDTHS.figure,
        format: "figure",
        cell: ({ direction }) => direction?.from.value ?? null,
      },
      {
        header: "Change",
        width: WIDTHS.gap,
        format: "change",
        cell: ({ metric, direction }) => changeCell(metric, direction),
      },
      {
        header: "Against, cost and note",
        width: WIDTHS.direction,
        wrap: false,
        cell: (figure) => costWords(source, figure),
      },
    ],
    unit: ({ metric }) => metric.unit,
  });
}

function plainFigures(source: ReportSource): PlainFigure[] {
  const { totals, pack, assessments, asOf } = source.outcome;
  const costs = costMetrics(pack);
  const isCost = new Set(costs.values());
  const whole = totals.filter(({ period, unit }) => period.kind === "financial-year" && unit !== "yes/no");
  const all = totalsWithoutTarget(whole, assessments, asOf);
  const costOf = ({ metric, organisation, period }: Total) =>
    all
      .flat()
      .find(
        (each) =>
          each.metric === costs.get(metric) && each.organisation === organisation && each.period.label === period.label,
      ) ?? null;
  const figures = all.flatMap((series): PlainFigure[] => {
    const [last] = series;
    const metric = source.metric(last.metric);
    if (!metric || isCost.has(metric.id)) return [];
    const points = series.map(({ period, value }) => ({ period, actual: value }));
    const methodChanges = methodChangesOf(source.outcome).of(last);
    const direction = directionOf({ period: last.period, actual: last.value, methodChanges }, points, metric);
    return [{ metric, total: last, direction, cost: costOf(last) }];
  });
  return figures.sort((a, b) => source.inPlanOrder(a.total, b.total));
}

function directionWords({ doubts }: ReportSource, { total, direction }: PlainFigure): string {
  if (direction === null) return "[z] no year before";
  return doubts.cellsInError(placesOf(total)).length > 0 ? "[u] unreliable" : direction.word;
}

function figureCell({ live }: ReportSource, total: Known<Total>): ReportCell {
  const formula = live.sumOf(placesOf(total), total.value);
  return formula === null ? total.value : { formula };
}

const placesOf = ({ observations }: Total) => observations.map(({ place }) => place);

function changeCell({ unit }: Metric, direction: Direction | null): ReportCell {
  if (direction === null || direction.change === null) return null;
  return unit === "%" ? direction.change : direction.change / 100;
}

/** "£5,103,250, £0.245 per kWh": what it cost, and what one unit did. */
function costWords({ doubts }: ReportSource, { metric, total, direction, cost }: PlainFigure): string {
  const [wrong] = doubts.cellsInError(placesOf(total));
  const doubt = wrong === undefined ? "" : `[u] ${wrong} has an error`;
  const price = cost === null || total.value === 0 ? null : cost.value / total.value;
  const paid =
    cost === null || price === null
      ? ""
      : `${formatQuantity(cost.value, "£", 0)}, £${price.toPrecision(3)} per ${unitWords(metric.unit)}`;
  const since = direction === null ? "first year in the return" : `against ${direction.from.period.label}`;
  return [since, paid, doubt].filter(Boolean).join("; ");
}
