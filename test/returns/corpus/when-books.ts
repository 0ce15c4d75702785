import type { GridCell } from "../grids";
import { figure, unread, type Book, type PageCell, type Wanted } from "./book";
import { chunks } from "./label-books";
import { list, plain, roundRobin, type Metric } from "./lists";

interface When {
  readonly text: string;
  readonly cell: GridCell;
  readonly year: string;
  readonly period: string;
  readonly kind: string;
  readonly status: string;
}

/** "DATE:2024-10-01:mmm-yy" is a date cell with its format, as Excel keeps it; anything else is text. */
export function dated(text: string): GridCell {
  const [, day, format] = /^DATE:([\d-]+):(.+)$/.exec(text) ?? [];
  if (day === undefined || format === undefined) return text;
  return { value: Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569, format };
}

function whens(): When[] {
  return list<"period" | "title year" | "expected" | "kind" | "status">("periods.tsv").map((row) => ({
    text: row.period,
    cell: dated(row.period),
    year: row["title year"],
    period: row.expected,
    kind: row.kind,
    status: row.status,
  }));
}

/** The part of a year's figure that the period has. */
function partOf({ figures: [, latest] }: Metric, period: string): number {
  const parts = /^\d{4}-\d\d$/.test(period) ? 12 : period.includes("Q") ? 4 : 1;
  return Math.round((Number(latest) / parts) * 10) / 10;
}

function timed(when: When, { id }: Metric, amount: number, organisation: string): PageCell {
  const { text, period, kind, status } = when;
  if (status === "ask") return unread(amount, text);
  const want: Partial<Wanted> = { kind, status: status === "may" ? "may" : "must" };
  return figure(amount, { metric: id, organisation, period, value: String(amount), ...want }, text);
}

export const periodBooks = (): Book[] => [...headingBooks(), listBook()];

/** One period as the heading of the figures; no line of a metric twice in a workbook. */
function headingBooks(): Book[] {
  return chunks(whens(), plain.length / 2).map((each, book) => ({
    file: `periods-as-heading-${book + 1}.xlsx`,
    group: "period",
    pass: "heading",
    pages: each.map((when, at) => ({
      name: `T${at + 1}`,
      rows: [
        [`UHL utilities and waste ${when.year}`.trim()],
        [],
        ["Measure", "Unit", when.cell],
        ...plain
          .slice(at * 2, at * 2 + 2)
          .map((item) => [item.name, item.unit, timed(when, item, partOf(item, when.period), "RWE")]),
      ],
    })),
  }));
}

/** All that name their year, in rows of one list; those that lean on the title's on a page of their own. */
function listBook(): Book {
  const all = whens();
  return {
    file: "periods-long-list.xlsx",
    group: "period",
    pass: "long list",
    pages: [
      {
        name: "Data",
        rows: listRows(
          "Utilities and waste",
          all.filter(({ year }) => year === ""),
        ),
      },
      {
        name: "This year",
        rows: listRows(
          "Utilities and waste 2024/25",
          all.filter(({ year }) => year !== ""),
        ),
      },
    ],
  };
}

function listRows(title: string, lines: readonly When[]): PageCell[][] {
  const counts = new Map<string, number>();
  return [
    [title],
    [],
    ["Organisation", "Metric", "Unit", "Period", "Value"],
    ...lines.map((when) => {
      const count = counts.get(when.period) ?? 0;
      counts.set(when.period, count + 1);
      const item = roundRobin(plain, count);
      const [name, code, size] = Math.floor(count / plain.length) % 2 === 0 ? ["UHL", "RWE", 1] : ["LPT", "RT5", 0.3];
      const amount = Math.round(partOf(item, when.period) * Number(size) * 10) / 10;
      return [String(name), item.name, item.unit, when.cell, timed(when, item, amount, String(code))];
    }),
  ];
}
