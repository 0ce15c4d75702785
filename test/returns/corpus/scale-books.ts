import type { GridCell } from "../grids";
import { companion, figure, unread, type Book, type PageCell, type Status } from "./book";
import { chunks, spread, valueOf } from "./label-books";
import { list, metric } from "./lists";

interface UnitLine {
  readonly metric: string;
  readonly value: string;
  readonly unit: string;
  readonly factor: string;
  readonly format: string;
  readonly status: string;
}

const statusOf = (text: string): Status => (text === "may" || text === "ask" || text === "not" ? text : "must");
const rounded = (value: number) => Number(value.toPrecision(7));
const years = ["2023/24", "2024/25"] as const;

export function unitBooks(): Book[] {
  const lines = list<keyof UnitLine>("units.tsv");
  const inLabel = lines.filter(({ unit, format }) => !/[()]/.test(unit) && format === "");
  return [
    ...spread(lines, (line) => line.metric).map((each, index) =>
      unitBook(`units-beside-${index + 1}.xlsx`, "beside", each),
    ),
    ...spread(inLabel, (line) => line.metric).map((each, index) =>
      unitBook(`units-in-label-${index + 1}.xlsx`, "in label", each),
    ),
    unitList(lines),
  ];
}

/** One unit of each metric to a workbook, with last year's figure beside. */
function unitBook(file: string, pass: string, lines: readonly UnitLine[]): Book {
  const named = pass === "in label";
  return {
    file,
    group: "unit",
    pass,
    pages: [
      {
        name: "UHL",
        rows: [
          ["UHL green plan return"],
          [],
          ["Metric", ...(named ? [] : ["Unit"]), ...years],
          ...lines.map((line) => [
            ...(named ? [`${nameOf(line)} (${line.unit})`] : [nameOf(line), line.unit]),
            ...years.map((period, index) =>
              measured(line, rounded(Number(line.value) * (index === 0 ? 1.02 : 1)), "RWE", period),
            ),
          ]),
        ],
      },
    ],
  };
}

const nameOf = (line: { metric: string }) => {
  const { id, name } = metric(line.metric);
  return name === "" ? (otherNames[id] ?? id) : name;
};
const otherNames: Partial<Record<string, string>> = {
  "DES-LITRES": "Desflurane used",
  DESFLURANE: "Desflurane as % of volatile anaesthetics by volume",
  "SALBUTAMOL-C": "Mean carbon per salbutamol inhaler",
  PAPER: "Office paper used",
  CONTACTS: "Patient contacts",
  "ELEC-PRICE": "Electricity price",
  "RENEWABLE-E": "Electricity bought from renewable sources",
  CYCLE: "Cycle to work scheme in place",
};

function measured(line: UnitLine, value: number, organisation: string, period: string): PageCell {
  const typed = rounded(value / Number(line.factor));
  const cell = line.format === "" ? typed : { value: typed, format: line.format };
  if (line.status === "ask") return unread(cell, line.unit);
  const want = { metric: line.metric, organisation, period, value: String(rounded(typed * Number(line.factor))) };
  return figure(cell, { ...want, status: statusOf(line.status) }, line.unit);
}

/** Every unit in a row of one list; a metric's rows differ in year and organisation. */
function unitList(lines: readonly UnitLine[]): Book {
  const rows = spread(lines, (line) => line.metric).flatMap((each, lot) =>
    each.map((line) => {
      const year = 2024 - Math.floor(lot / 2);
      const period = `${year}/${String(year + 1).slice(2)}`;
      const [name, code] = lot % 2 === 0 ? ["UHL", "RWE"] : ["LPT", "RT5"];
      return [String(name), nameOf(line), line.unit, period, measured(line, Number(line.value), String(code), period)];
    }),
  );
  return {
    file: "units-long-list.xlsx",
    group: "unit",
    pass: "long list",
    pages: [{ name: "Data", rows: [["Organisation", "Metric", "Unit", "Period", "Value"], ...rows] }],
  };
}

interface NumberLine {
  readonly metric: string;
  readonly unit: string;
  readonly text: string;
  readonly value: string;
  readonly kind: string;
  readonly status: string;
}

/** Figures typed as text, each beside the year before's number. */
export function numberBooks(): Book[] {
  const lots = spread(list<keyof NumberLine>("numbers.tsv"), (line) => line.metric);
  const trusts = [
    ["UHL", "RWE"],
    ["LPT", "RT5"],
  ] as const;
  const books = chunks(lots, trusts.length).map((each, book): Book => ({
    file: `numbers-${book + 1}.xlsx`,
    group: "number",
    pass: "metrics down",
    pages: each.map((lot, at) => numberPage(lot, trusts[at] ?? trusts[0])),
  }));
  return [...books, numberList(lots)];
}

function numberPage(lines: readonly NumberLine[], [name, code]: readonly [string, string]) {
  return {
    name,
    rows: [
      [`${name} green plan return`],
      [],
      ["Metric", "Unit", ...years],
      ...lines.map((line) => {
        const [before] = metric(line.metric).figures;
        return [
          nameOf(line),
          line.unit,
          companion(before, { metric: line.metric, organisation: code, period: years[0], value: valueOf(before) }),
          typed(line, code, years[1]),
        ];
      }),
    ],
  };
}

function typed(line: NumberLine, organisation: string, period: string): PageCell {
  const cell: GridCell = line.text;
  if (line.status === "ask") return unread(cell, line.text);
  const want = { metric: line.metric, organisation, period, value: line.value, kind: line.kind };
  return figure(cell, { ...want, status: statusOf(line.status) }, line.text);
}

function numberList(lots: readonly NumberLine[][]): Book {
  const rows = lots.flatMap((each, lot) =>
    each.map((line) => {
      const period = `${2024 - lot}/${String(2025 - lot).slice(2)}`;
      return ["UHL", nameOf(line), line.unit, period, typed(line, "RWE", period)];
    }),
  );
  return {
    file: "numbers-long-list.xlsx",
    group: "number",
    pass: "long list",
    pages: [{ name: "Data", rows: [["Organisation", "Metric", "Unit", "Period", "Value"], ...rows] }],
  };
}
