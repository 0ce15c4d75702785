import type { ChartPages, Drawing, PlainColumn } from "./place";

/** A part of every bar: a column of the table. */
export interface Part<T> {
  readonly header: string;
  readonly colour: string;
  readonly cell: PlainColumn<T>["cell"] & {};
}

interface Bars<T> {
  readonly title: string;
  readonly sentence: string;
  /** Of the chart, and of its table. */
  readonly name: string;
  readonly table: string;
  /** The header over the names of the bars. */
  readonly of: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly parts: readonly Part<T>[];
  readonly format: "whole" | "percent";
  readonly note?: PlainColumn<T>;
}

/** Nothing is written in a part that is nothing. */
const LABELS = { whole: "#,##0;;", percent: "0%;;" } as const;

/** Sideways bars of parts, each with its figure in it, and what is to be seen picked out by its colour. */
export function barsChart<T>(pages: ChartPages, bars: Bars<T>): void {
  const { parts, format, note, nameOf } = bars;
  const columns = [
    { header: bars.of, cell: nameOf },
    ...parts.map(({ header, cell }) => ({ header, format, cell })),
    ...(note ? [note] : []),
  ];
  const chart: Drawing = {
    name: bars.name,
    type: "BarStacked",
    categories: bars.of,
    series: parts.map(({ header, colour }) => ({
      column: header,
      colour,
      dash: "None",
      marker: "None",
      labelled: true,
    })),
    categoryTitle: bars.of,
    valueTitle: "",
    valueFormat: LABELS[format],
    labelFormat: LABELS[format],
    labelEvery: 1,
  };
  pages.draw({
    title: bars.title,
    sentences: [bars.sentence],
    table: { name: bars.table, items: bars.items, columns },
    chart,
  });
}
