import { answered, companion, unread, type Book, type PageCell, type Status } from "./book";
import { list, metric, type Amount } from "./lists";

const years = ["2023/24", "2024/25"] as const;
const title = "University Hospitals of Leicester NHS Trust: green plan return";

interface Line {
  readonly label: string;
  readonly metric: string;
  readonly unit: string;
  readonly status: Status;
}

/** Each label with its unit beside it, within it and nowhere; one line of a metric to a workbook. */
export function labelBooks(): Book[] {
  const lines: Line[] = list<"label" | "metric" | "unit" | "status">("labels.tsv").map((row) => ({
    ...row,
    status: row.status === "may" ? "may" : "must",
  }));
  return spread(lines, (line) => line.metric).flatMap((each, index) => [
    bookOf(
      `labels-unit-${index + 1}.xlsx`,
      "unit",
      ["Metric", "Unit", ...years],
      each.map((line) => row(line, [line.label, line.unit])),
    ),
    bookOf(
      `labels-inline-${index + 1}.xlsx`,
      "inline",
      ["Metric", ...years],
      each.map((line) => row(line, [inline(line)])),
    ),
    bookOf(
      `labels-bare-${index + 1}.xlsx`,
      "bare",
      ["Metric", ...years],
      each.map((line) => row({ ...line, status: "may" }, [line.label])),
    ),
  ]);
}

function bookOf(file: string, pass: string, heading: readonly string[], rows: readonly PageCell[][]): Book {
  return { file, group: "label", pass, pages: [{ name: "Return", rows: [[title], [], heading, ...rows] }] };
}

const inline = ({ label, unit }: Line) => (unit === "Yes/No" || label.includes(unit) ? label : `${label} (${unit})`);

function row(line: Line, before: readonly string[]): PageCell[] {
  return [
    ...before,
    ...years.map((period, index) => {
      const amount = metric(line.metric).figures[index] ?? null;
      const { status } = line;
      return answered(
        amount,
        { status, metric: line.metric, organisation: "RWE", site: "", period, kind: "actual", value: valueOf(amount) },
        line.label,
      );
    }),
  ];
}

export const valueOf = (amount: Amount | null): string =>
  amount === "Yes" ? "yes" : amount === "No" ? "no" : String(amount);

/** Labels like a metric's that are none: a table of two known lines and twelve of these. */
export function nearMissBooks(): Book[] {
  const lines = list<"label" | "unit" | "2023/24" | "2024/25">("near-misses.tsv");
  const known = ["GAS", "WATER"]
    .map(metric)
    .map(({ id, name, unit, figures }) => [
      name,
      unit,
      ...years.map((period, index) =>
        companion(figures[index], { metric: id, organisation: "RWE", period, value: String(figures[index]) }),
      ),
    ]);
  return chunks(lines, 12).map((each, index) => ({
    file: `near-misses-${index + 1}.xlsx`,
    group: "near",
    pass: "near",
    pages: [
      {
        name: "Return",
        rows: [
          [title],
          [],
          ["Metric", "Unit", ...years],
          ...known,
          ...each.map((line) => [
            line.label,
            line.unit,
            ...years.map((year) => unread(Number(line[year]), line.label, "not")),
          ]),
        ],
      },
    ],
  }));
}

/** The items in as few lots as hold no key twice. */
export function spread<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const lots: T[][] = [];
  const counts = new Map<string, number>();
  for (const item of items) {
    const lot = counts.get(keyOf(item)) ?? 0;
    counts.set(keyOf(item), lot + 1);
    (lots[lot] ??= []).push(item);
  }
  return lots;
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
