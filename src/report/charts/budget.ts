import type { Assessment } from "../../assessment/assessment";
import { formatFigure, formatPercent, inSentence, possessive, sentenceCase } from "../../plan/wording";
import { quietColours, stateColours } from "../layout/palette";
import type { ChartSeries, PointLabel } from "../sheet";
import type { ReportSource } from "../source/source";
import { WIDTHS, type ChartPages } from "./place";

type Budget = NonNullable<Assessment["budget"]> & { readonly used: number };
type Budgeted = Assessment & { readonly budget: Budget };

/** The carbon budget of each footprint: how much of it is used, left, or over, and when it runs out. */
export function budgetChart(pages: ChartPages, source: ReportSource): void {
  const rows = source.latest().filter((row): row is Budgeted => {
    const { budget } = row;
    return source.metric(row.metric)?.area === "carbon" && !!budget && budget.used !== null && budget.total > 0;
  });
  if (rows.length === 0) {
    pages.heading("Carbon budgets", [
      "No chart: the return does not hold every year of a footprint since its baseline, so what is used of its budget is not known.",
    ]);
    return;
  }
  pages.draw<Budgeted>({
    title: budgetTitle(source, rows),
    sentences: [
      "A budget is all that the trajectory allows from the year after the baseline to the next target. Shares are of the whole budget.",
    ],
    table: {
      name: "GreenPlan_Budgets",
      items: rows,
      columns: [
        { header: "Footprint", width: WIDTHS.name, cell: (row) => subject(source, row) },
        { header: "Budget", width: WIDTHS.figure, format: "figure", cell: ({ budget }) => budget.total },
        { header: "Used", width: WIDTHS.figure, format: "percent", cell: (row) => Math.min(1, used(row)) },
        { header: "Left", width: WIDTHS.figure, format: "percent", cell: (row) => Math.max(0, 1 - used(row)) },
        { header: "Over", width: WIDTHS.figure, format: "percent", cell: (row) => Math.max(0, used(row) - 1) },
        { header: "To, and data note", width: WIDTHS.note, cell: (row) => endOf(source, row) },
      ],
      unit: ({ unit }) => unit,
    },
    chart: {
      name: "Green Plan budgets",
      type: "BarStacked",
      categories: "Footprint",
      series: [
        series(rows, "Used", quietColours[0], (row) => Math.min(1, used(row))),
        series(rows, "Left", quietColours[2], (row) => 1 - used(row)),
        ...(rows.some((row) => used(row) > 1)
          ? [series(rows, "Over", stateColours.red.fill, (row) => used(row) - 1)]
          : []),
      ],
      legend: false,
      categoryTitle: "Footprint",
      valueTitle: "Share of the budget",
      valueFormat: "0%",
      labelFormat: "0%;;",
      labelEvery: 1,
    },
  });
}

/** One part of all bars, with its name where it is widest, in the place of a legend. */
function series(rows: readonly Budgeted[], column: string, colour: string, of: (row: Budgeted) => number): ChartSeries {
  const row = rows.map(of).reduce((widest, each, at, all) => (each > (all[widest] ?? 0) ? at : widest), 0);
  const name: PointLabel = { row, says: { format: `"${column} "0%;;` }, position: "Center" };
  return { column, colour, dash: "Continuous", marker: "None", labelled: true, points: [name] };
}

function subject(source: ReportSource, { organisation, metric }: Assessment): string {
  return `${source.organisation(organisation)} ${source.metric(metric)?.title ?? metric}`;
}

function endOf({ doubts }: ReportSource, row: Budgeted): string {
  const { to, exhausted } = row.budget;
  const end = exhausted === null ? "lasts, or no trend" : `runs out ${exhausted}`;
  const doubt = doubts.of(row);
  return `${to.label}: ${end}${doubt === "" ? "" : `; ${doubt}`}`;
}

/** The one that ends first, or what is used of the first. */
function budgetTitle(source: ReportSource, rows: readonly Budgeted[]): string {
  const [first] = [...rows].sort((a, b) => used(b) - used(a));
  const ending = rows.filter(({ budget }) => budget.exhausted !== null);
  const chosen = ending[0] ?? first;
  if (chosen === undefined) return "Carbon budgets";
  const { budget, metric, organisation, unit } = chosen;
  const whose = `${possessive(source.organisation(organisation))} ${inSentence(source.metric(metric)?.title ?? metric)}`;
  const unreliable = source.doubts.of(chosen) === "" ? "" : " (unreliable: it rests on an error)";
  const over = budget.used - budget.total;
  if (over > 0) return `${whose} is ${formatFigure(over, unit)} over its budget to ${budget.to.label}${unreliable}`;
  if (budget.exhausted !== null)
    return `On its trend ${whose} uses up its budget to ${budget.to.label} in ${budget.exhausted}${unreliable}`;
  return sentenceCase(
    `${whose} has used ${formatPercent(used(chosen) * 100)} of its budget to ${budget.to.label}${unreliable}`,
  );
}

const used = ({ budget }: Budgeted) => budget.used / budget.total;
