import { UNRELIABLE } from "../words/doubts";
import type { Assessment } from "../../assessment/assessment";
import { formatFigure, formatPercent, figureName } from "../../plan/wording";
import { quietColours, stateColours } from "../layout/palette";
import type { ReportSource } from "../source/source";
import { barsChart } from "./bars";
import type { ChartPages } from "./place";

type Budgeted = Assessment & { readonly budget: NonNullable<Assessment["budget"]> & { readonly used: number } };

const share = ({ budget }: Budgeted) => budget.used / budget.total;

/** The carbon budget of each footprint: how much of it is used, left, or over, and when it runs out. */
export function budgetChart(pages: ChartPages, source: ReportSource): void {
  const rows = source.latest().filter((row): row is Budgeted => {
    const { budget, metric } = row;
    return source.metric(metric)?.area === "carbon" && !!budget && budget.used !== null && budget.total > 0;
  });
  const [first] = rows;
  if (first === undefined)
    return pages.heading("Carbon budgets", [
      "No chart: the return does not hold every year of a footprint since its baseline, so what is used of its budget is not known.",
    ]);
  barsChart<Budgeted>(pages, {
    title: budgetTitle(source, rows.find(({ budget }) => budget.exhausted !== null) ?? first),
    sentence: "A budget is all that the trajectory allows from the year after the baseline to a target's year.",
    name: "Green Plan budgets",
    table: "GreenPlan_Budgets",
    of: "Budget of",
    items: rows,
    nameOf: ({ organisation, metric }) =>
      `${source.organisation(organisation)} ${source.metric(metric)?.title ?? metric}`,
    parts: [
      { header: "Used", colour: quietColours[0], cell: (row) => Math.min(1, share(row)) },
      { header: "Left", colour: quietColours[2], cell: (row) => Math.max(0, 1 - share(row)) },
      { header: "Over", colour: stateColours.red.fill, cell: (row) => Math.max(0, share(row) - 1) },
    ],
    format: "percent",
    note: {
      header: "Runs out on its trend",
      cell: (row) => [row.budget.exhausted ?? "[z] not known to", source.doubts.of(row)].filter(Boolean).join("; "),
    },
  });
}

function budgetTitle(source: ReportSource, row: Budgeted): string {
  const { budget, unit } = row;
  const name = figureName(source.outcome.pack, row);
  const unreliable = source.doubts.of(row) === "" ? "" : UNRELIABLE;
  const over = budget.used - budget.total;
  if (over > 0) return `${name} is ${formatFigure(over, unit)} over its budget to ${budget.to.label}${unreliable}`;
  return budget.exhausted === null
    ? `${name} has used ${formatPercent(share(row) * 100)} of its budget to ${budget.to.label}${unreliable}`
    : `On its trend ${name} uses up its budget to ${budget.to.label} in ${budget.exhausted}${unreliable}`;
}
