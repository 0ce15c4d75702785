import { figure, unread, type Book, type PageCell } from "./book";
import { chunks } from "./label-books";
import { list, metric, plain, roundRobin, type Metric } from "./lists";

interface Owner {
  readonly text: string;
  readonly code: string;
  readonly site: string;
  readonly status: string;
}

const owners = (file: string, column: "organisation" | "title lines"): Owner[] =>
  list<"organisation" | "title lines" | "code" | "site" | "status">(file).map((row) => ({ ...row, text: row[column] }));

/** A figure of a size that the organisation could have. */
function share({ figures: [, latest] }: Metric, index: number): number {
  return Math.round(Number(latest) * (0.2 + (index % 7) * 0.03) * 10) / 10;
}

function owned(cell: number, { text, code, site, status }: Owner, { id }: Metric, period: string): PageCell {
  if (status === "ask" || status === "not") return unread(cell, text, status);
  const want = { metric: id, organisation: code, site, period, value: String(cell) };
  return figure(cell, { ...want, status: status === "may" ? "may" : "must" }, text);
}

export function organisationBooks(): Book[] {
  const lines = owners("organisations.tsv", "organisation");
  return [...headingBooks(lines), listBook(lines)];
}

/** Three organisations as headings over two lines; no line of a metric twice in a workbook. */
function headingBooks(lines: readonly Owner[]): Book[] {
  const count = Math.ceil(lines.length / 3);
  const threes = Array.from({ length: count }, (_, index) => lines.filter((_, at) => at % count === index));
  return chunks(threes, plain.length / 2).map((each, book) => ({
    file: `organisations-as-heading-${book + 1}.xlsx`,
    group: "org",
    pass: "heading",
    pages: each.map((three, at) => ({
      name: `T${at + 1}`,
      rows: [
        ["Utilities and waste 2024/25"],
        [],
        ["Measure", "Unit", ...three.map(({ text }) => text)],
        ...plain
          .slice(at * 2, at * 2 + 2)
          .map((item) => [
            item.name,
            item.unit,
            ...three.map((owner, index) => owned(share(item, index + at), owner, item, "2024/25")),
          ]),
      ],
    })),
  }));
}

/** Every organisation in a row of one list. */
function listBook(lines: readonly Owner[]): Book {
  const counts = new Map<string, number>();
  const rows = lines.map((owner, index) => {
    const count = counts.get(owner.code) ?? 0;
    counts.set(owner.code, count + 1);
    const item = roundRobin(plain, count);
    const period = `${2024 - Math.floor(count / plain.length)}/${25 - Math.floor(count / plain.length)}`;
    return [owner.text, item.name, item.unit, period, owned(share(item, index), owner, item, period)];
  });
  return {
    file: "organisations-long-list.xlsx",
    group: "org",
    pass: "long list",
    pages: [{ name: "Data", rows: [["Organisation", "Metric", "Unit", "Period", "Value"], ...rows] }],
  };
}

/** Each title over the same small table. */
export function titleBooks(): Book[] {
  return owners("titles.tsv", "title lines").map((owner, index) => ({
    file: `title-${String(index + 1).padStart(2, "0")}.xlsx`,
    group: "title",
    pass: "title",
    pages: [{ name: "Sheet1", rows: [...titleRows(owner.text), [], ...titledTable(owner)] }],
  }));
}

const titleRows = (text: string) => text.split(" // ").map((line) => [line]);

function titledTable(owner: Owner): PageCell[][] {
  const years = ["2023/24", "2024/25"];
  return [
    ["Metric", "Unit", ...years],
    ...["GAS", "ELEC", "WATER", "LANDFILL"]
      .map(metric)
      .map((item) => [
        item.name,
        item.unit,
        ...years.map((period, index) => owned(Number(item.figures[index]), owner, item, period)),
      ]),
  ];
}
