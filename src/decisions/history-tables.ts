import type { DecidedTable } from "../snapshot/kept-words";
import { saysSomething } from "./cells";

/** The tables that keep what was reported, report by report: people label and mark the reports. */

/** What is counted in each report, as it stands over its column. */
export const countNames = [
  "Off track",
  "Needs attention",
  "On track",
  "Not rated",
  "Actions complete",
  "Actions overdue",
  "Open errors",
  "Warnings to explain",
] as const;
export type CountName = (typeof countNames)[number];

/** The columns of the table of reports: their widths in characters. Those of the counts stand before the last three. */
export const reportColumns = {
  Report: 10,
  "As at": 16,
  "Made on": 14,
  Label: 36,
  "Went to a board": 13,
  Items: 11,
  State: 46,
  "Of what": 22,
} as const;
export type ReportHeader = keyof typeof reportColumns;

/** The columns of the table of what was reported. A row holds in every report from the first to the last that it names. */
export const itemColumns = {
  Kind: 10,
  Item: 16,
  Organisation: 14,
  Title: 36,
  "From report": 13,
  "To report": 12,
  Period: 13,
  Figure: 15,
  Unit: 12,
  Rating: 12,
  State: 12,
  Baseline: 15,
  Due: 15,
  Note: 11,
} as const;
export type ItemHeader = keyof typeof itemColumns;

export const reportsTable: DecidedTable = {
  name: "GreenPlan_Reports",
  about: ["Report"],
  isWritten: (row) => saysSomething(row, ["State"]),
  headers: [...Object.keys(reportColumns).slice(0, -3), ...countNames, ...Object.keys(reportColumns).slice(-3)],
  inOneCell: true,
};

export const itemsTable: DecidedTable = {
  name: "GreenPlan_Reported",
  about: ["Kind", "Item", "Organisation", "From report"],
  isWritten: (row) => saysSomething(row, ["Note"]),
  headers: Object.keys(itemColumns),
  inOneCell: true,
};
