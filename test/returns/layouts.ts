import type { GridCell } from "./grids";

export type Rows = readonly (readonly GridCell[])[];

/** A table of one shape: `head` stands still; `body` rows may change places where `anyOrder` says their order means nothing. */
export interface Layout {
  readonly name: string;
  readonly head: Rows;
  readonly body: Rows;
  readonly anyOrder: boolean;
  /** Columns that may change places: those of a list, or of figures under one heading row. */
  readonly columns: readonly number[];
}

export const layouts: readonly Layout[] = [
  {
    name: "metrics down, periods across",
    head: [["UHL return"], ["Metric", "Unit", "2022/23", "2023/24", "Target 2024/25"]],
    body: [
      ["Electricity consumed", "kWh", 40, 39, 38],
      ["Gas", "MWh", 100, 95, 90],
      ["Water", "m³", 500, 510, 480],
      ["Renewable electricity bought", "%", 50, 60, 100],
      ["Something else", "No.", 1, 2, 3],
    ],
    anyOrder: true,
    columns: [2, 3, 4],
  },
  {
    name: "periods down, metrics across",
    head: [["LPT"], ["Financial year", "Electricity (kWh)", "Gas (kWh)", "Comments"]],
    body: [
      ["2021/22", 1, 2, "as billed"],
      ["2022/23", 3, 4, null],
      ["2023/24", 5, 6, "estimated"],
    ],
    anyOrder: true,
    columns: [1, 2, 3],
  },
  {
    name: "long list",
    head: [["Organisation", "Metric", "Period", "Value", "Unit"]],
    body: [
      ["UHL", "Gas", "2022/23", 10, "MWh"],
      ["RT5", "Electricity", "2023/24", 20, "kWh"],
      ["NUH", "Electricity", "2023/24", 70, "kWh"],
      ["RWE", "Gas cost", "2023/24", 30, "£k"],
      ["LPT", "Office paper", "2023/24", 5, "boxes"],
    ],
    anyOrder: true,
    columns: [0, 1, 2, 3, 4],
  },
  {
    name: "one row a site, grouped headings over the columns",
    head: [
      ["2023/24"],
      [null, null, null, "Energy", null, "Water services", null],
      [
        "Trust code",
        "Site code",
        "Site type",
        "Gas consumed (kWh)",
        "Electricity consumed (kWh)",
        "Water volume (m³)",
        "Water cost (£)",
      ],
    ],
    body: [
      ["RWE", "RWEAA", "General acute", 10, 1, 3, 5],
      ["RWE", "RWEAE", "General acute", 20, 2, "Not Applicable", 6],
      ["RT5", "AGGRE", "Aggregate", 30, 3, 4, 7],
      ["RXX", "RXX01", "Community", 99, 98, 97, 96],
    ],
    anyOrder: true,
    columns: [],
  },
  {
    name: "a year over actual, RAG and target",
    head: [
      ["UHL"],
      ["KPI", "2022/23", null, null, "2023/24", null, null],
      [null, "Actual", "RAG", "Target", "Actual", "RAG", "Target"],
    ],
    body: [
      ["Gas (kWh)", 1, "R", 2, 3, "G", 4],
      ["Low emission fleet (%)", 47, "A", 90, 60, "A", 90],
      ["Staff trained in carbon literacy", 2019, "G", 2000, 2024, "G", 2100],
    ],
    anyOrder: true,
    columns: [],
  },
  {
    name: "a year over quarters and their total",
    head: [["LPT"], [null, "2023/24", null, null, null, null], ["Metric", "Q1", "Q2", "Q3", "Q4", "Total"]],
    body: [
      ["Gas (kWh)", 1, 2, 3, 4, 10],
      ["Water (m³)", 5, 6, 7, 8, 26],
    ],
    anyOrder: true,
    columns: [2, 3, 4, 5],
  },
  {
    name: "sites with subtotals and a grand total",
    head: [["Trust", "Site", "Gas (kWh)", "Water (m³)", "Electricity 2023/24 (MWh)"]],
    body: [
      ["UHL", "Glenfield Hospital", 1, 2, 3],
      [null, "Leicester Royal Infirmary", 4, 5, 6],
      ["UHL total", null, 5, 7, 9],
      ["LPT", "Bradgate Unit", 7, 8, 9],
      ["LPT total", null, 7, 8, 9],
      ["Grand total", null, 12, 15, 18],
    ],
    anyOrder: false,
    columns: [2, 3, 4],
  },
  {
    name: "sections of metrics",
    head: [["UHL"], ["Metric", "2022/23", "2023/24"]],
    body: [
      ["Consumption (kWh)"],
      ["Electricity", 1, 2],
      ["Gas", 3, 4],
      ["Costs (£)"],
      ["Electricity", 5, 6],
      ["Gas", 7, 8],
    ],
    anyOrder: false,
    columns: [1, 2],
  },
  {
    name: "a form with numbered questions",
    head: [["UHL"], ["Reporting year", "2023/24"], []],
    body: [
      [1, "Electricity consumed (kWh)", 5],
      [2, "Gas consumed (MWh)", 6],
      [3, "Cycle to work scheme in place", "Yes"],
      [4, "Something of our own", 7],
    ],
    anyOrder: true,
    columns: [],
  },
];
