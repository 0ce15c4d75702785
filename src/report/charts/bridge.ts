import { whatChanged, type WhatChanged } from "../../assessment/change/what-changed";
import { formatNumber, formatPercent, metricName, possessive, sentenceCase, someOf } from "../../plan/wording";
import { nothingToNote, type ReportSource } from "../source/source";
import { doubtWords } from "../words/doubts";
import { axisOf, type ChartPages } from "./place";

/** More organisations than this, and nobody reads them. */
const MOST_BRIDGES = 4;

/** One column of the bridge: an end, or a step between the ends that floats on a base. */
interface Step {
  readonly name: string;
  readonly base: number;
  readonly end: number | null;
  readonly less: number | null;
  readonly more: number | null;
}

/** The latest change of each organisation's emissions from energy, use and emission factors told apart. */
export function bridges(pages: ChartPages, source: ReportSource): void {
  const { totals, pack, asOf } = source.outcome;
  const changes = whatChanged(totals, pack, asOf);
  const latest = [...new Map(changes.map((change) => [change.organisation, change])).values()];
  if (latest.length === 0)
    pages.heading("What changed in emissions from energy", [
      "No chart: the return does not hold the same fuel of one organisation for two financial years in a row.",
    ]);
  latest.slice(0, MOST_BRIDGES).forEach((change, index) => bridge(pages, source, change, index + 1));
}

function bridge(pages: ChartPages, source: ReportSource, change: WhatChanged, number: number): void {
  const steps = stepsOf(change);
  const { format, words } = axisOf(
    Math.max(...steps.map(({ base, end, less, more }) => base + (end ?? less ?? more ?? 0))),
  );
  const places = change.fuels.flatMap(({ before, after }) => [...before.places, ...after.places]);
  const doubt = source.doubts.cellsInError(places);
  const bad = someOf(doubt);
  const warning = bad === "" ? [] : [`Not to be relied on: it ${doubtWords(doubt).replace("[u] ", "")}.`];
  const figure = (header: string, of: "base" | "end" | "less" | "more") =>
    ({ header, format: "whole", cell: (step: Step) => step[of] }) as const;
  const look = { dash: "Continuous", marker: "None" } as const;
  pages.draw<Step>({
    title: bridgeTitle(source, change) + (bad === "" ? "" : ` (unreliable: error in ${bad})`),
    sentences: [...warning, change.sentence],
    table: {
      name: `GreenPlan_Bridge${number}`,
      items: steps,
      columns: [
        { header: "Step (tCO₂e)", cell: ({ name }) => name },
        figure("Stands on", "base"),
        figure("Emissions", "end"),
        figure("Less", "less"),
        figure("More", "more"),
        { header: "Data note", cell: () => (bad === "" ? nothingToNote : `[u] ${bad}`) },
      ],
    },
    chart: {
      name: `Green Plan bridge ${number}`,
      type: "ColumnStacked",
      categories: "Step (tCO₂e)",
      series: [
        { column: "Stands on", colour: null, ...look },
        { column: "Emissions", colour: "#12436D", ...look, labelled: true },
        { column: "Less", colour: "#28A197", ...look },
        { column: "More", colour: "#F46A25", ...look },
      ],
      legend: false,
      labelFormat: "#,##0;;",
      categoryTitle: "From one year to the next",
      valueTitle: `${sentenceCase(words)}tCO₂e`,
      valueFormat: format,
      labelEvery: 1,
    },
  });
}

/** Start, use, factors, end. A step's size stands in its name: the column may be too thin to write in. */
function stepsOf({ from, to, fuels, split }: WhatChanged): Step[] {
  const start = sum(fuels.map(({ before }) => before.emissions));
  const between = start + split.activity;
  const end = start + split.total;
  const whole = (name: string, level: number): Step => ({ name, base: 0, end: level, less: null, more: null });
  return [whole(from.label, start), step("Use", start, between), step("Factors", between, end), whole(to.label, end)];
}

function step(name: string, from: number, to: number): Step {
  const change = to - from;
  return {
    name: `${name} ${change > 0 ? "+" : ""}${formatNumber(Math.round(change))}`,
    base: Math.max(0, Math.min(from, to)),
    end: null,
    less: change < 0 ? -change : null,
    more: change > 0 ? change : null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** "UHL’s emissions from energy fell by 5.2% in 2024/25: less use and cleaner factors" */
function bridgeTitle(source: ReportSource, { organisation, to, fuels, split, risingUseHidden }: WhatChanged): string {
  const { pack } = source.outcome;
  const start = sum(fuels.map(({ before }) => before.emissions));
  const [only] = fuels;
  const what = fuels.length === 1 && only ? metricName(pack, only.metric) : "energy";
  const share = start === 0 ? "" : ` by ${formatPercent(Math.abs((split.total / start) * 100))}`;
  const moved = split.total === 0 ? "did not change" : `${split.total < 0 ? "fell" : "rose"}${share}`;
  const use = split.activity > 0 ? "more use" : split.activity < 0 ? "less use" : "the same use";
  const factors = split.factor > 0 ? "dirtier" : split.factor < 0 ? "cleaner" : "the same";
  const why = risingUseHidden ? "more use, hidden by cleaner factors" : `${use} and ${factors} factors`;
  return `${possessive(source.organisation(organisation))} emissions from ${what} ${moved} in ${to.label}: ${why}`;
}
