import { whatChanged, type WhatChanged } from "../../assessment/change/what-changed";
import { formatNumber, formatPercent, metricName, possessive, sentenceCase, someOf } from "../../plan/wording";
import { nothingToNote, type ReportSource } from "../source/source";
import { doubtWords } from "../words/doubts";
import { axisOf, WIDTHS, type ChartPages } from "./place";

/** More organisations than this, and the table of all changes holds the rest. */
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
  const changes = changesOf(source);
  const latest = [...new Map(changes.map((change) => [change.organisation, change])).values()];
  if (latest.length === 0) {
    pages.heading("What changed in emissions from energy", [
      "No chart: the return does not hold the same fuel of one organisation for two financial years in a row.",
    ]);
    return;
  }
  latest.slice(0, MOST_BRIDGES).forEach((change, index) => bridge(pages, source, change, index + 1));
}

function changesOf({ outcome: { totals, pack, asOf } }: ReportSource): WhatChanged[] {
  return whatChanged(totals, pack, asOf);
}

function bridge(pages: ChartPages, source: ReportSource, change: WhatChanged, number: number): void {
  const steps = stepsOf(change);
  const { format, words } = axisOf(
    Math.max(...steps.map(({ base, end, less, more }) => base + (end ?? less ?? more ?? 0))),
  );
  const doubt = cellsInError(source, change);
  const sentences =
    doubt.length === 0
      ? [change.sentence]
      : [`Not to be relied on: it ${doubtWords(doubt).replace("[u] ", "")}.`, change.sentence];
  const look = { dash: "Continuous", marker: "None" } as const;
  pages.draw<Step>({
    title: bridgeTitle(source, change) + (doubt.length > 0 ? ` (unreliable: ${someOf(doubt)} has an error)` : ""),
    sentences,
    table: {
      name: `GreenPlan_Bridge${number}`,
      items: steps,
      columns: [
        { header: "Step (tCO₂e)", width: WIDTHS.name, cell: ({ name }) => name },
        { header: "Stands on", width: WIDTHS.figure, format: "whole", cell: ({ base }) => base },
        { header: "Emissions", width: WIDTHS.figure, format: "whole", cell: ({ end }) => end },
        { header: "Less", width: WIDTHS.figure, format: "whole", cell: ({ less }) => less },
        { header: "More", width: WIDTHS.figure, format: "whole", cell: ({ more }) => more },
        {
          header: "Data note",
          width: WIDTHS.note,
          cell: () => (doubt.length === 0 ? nothingToNote : `[u] ${someOf(doubt)}`),
        },
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
  const [start, end] = [
    sum(fuels.map(({ before }) => before.emissions)),
    sum(fuels.map(({ after }) => after.emissions)),
  ];
  const between = start + split.activity;
  return [
    whole(from.label, start),
    step("Use", start, between),
    step("Emission factors", between, end),
    whole(to.label, end),
  ];
}

function whole(name: string, end: number): Step {
  return { name, base: 0, end, less: null, more: null };
}

function step(name: string, from: number, to: number): Step {
  const change = to - from;
  const shown = `${name} ${change > 0 ? "+" : ""}${formatNumber(Math.round(change))}`;
  const base = Math.max(0, Math.min(from, to));
  return { name: shown, base, end: null, less: change < 0 ? -change : null, more: change > 0 ? change : null };
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

/** The cells in error that a fuel of either year rests on. */
function cellsInError({ doubts }: ReportSource, { fuels }: WhatChanged): string[] {
  return doubts.cellsInError(fuels.flatMap(({ before, after }) => [...before.places, ...after.places]));
}

/** Every change of emissions from energy: use and emission factors told apart, so that a cleaner grid never hides rising use. */
export function changesTable(pages: ChartPages, source: ReportSource): void {
  const changes = changesOf(source);
  if (changes.length === 0) return;
  pages.heading(
    "Every change in emissions from energy: use and emission factors told apart",
    [],
    changes.length * 2 + 2,
  );
  pages.layout.gap();
  pages.layout.table<WhatChanged>({
    name: "GreenPlan_WhatChanged",
    items: changes,
    columns: [
      {
        header: "Organisation and years",
        width: WIDTHS.name,
        cell: ({ organisation, from, to }) => `${source.organisation(organisation)} ${from.label} to ${to.label}`,
      },
      { header: "By use (tCO₂e)", width: WIDTHS.figure, format: "one decimal", cell: ({ split }) => split.activity },
      { header: "By factors (tCO₂e)", width: WIDTHS.figure, format: "one decimal", cell: ({ split }) => split.factor },
      { header: "Together (tCO₂e)", width: WIDTHS.figure, format: "one decimal", cell: ({ split }) => split.total },
      {
        header: "Data note",
        width: WIDTHS.figure,
        wrap: false,
        cell: (change) => doubtWords(cellsInError(source, change)) || nothingToNote,
      },
    ],
  });
}
