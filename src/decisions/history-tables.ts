import type { DecidedTable } from "../snapshot/kept-words";
import { saysSomething } from "./cells";

/** The tables that keep what was reported, report by report: people label and mark the reports. */

/** The columns of the table of reports, in order. */
export const reportHeaders = [
  "Report",
  "As at",
  "Made on",
  "Label",
  "Went to a board",
  "State",
  "Red",
  "Amber",
  "Green",
  "Grey",
  "Actions complete",
  "Actions overdue",
  "Errors",
  "Warnings to explain",
  "Items",
  "Whose",
  "Plan",
  "Basis",
] as const;
export type ReportHeader = (typeof reportHeaders)[number];

/** The columns of the table of what was reported, in order. A row holds in every report of its span. */
export const itemHeaders = [
  "Kind",
  "Item",
  "Organisation",
  "Title",
  "From report",
  "To report",
  "Period",
  "Figure",
  "Unit",
  "Rating",
  "State",
  "Baseline",
  "Due",
  "Note",
] as const;
export type ItemHeader = (typeof itemHeaders)[number];

export const reportsTable: DecidedTable = {
  name: "GreenPlan_Reports",
  about: ["Report"],
  isWritten: (row) => saysSomething(row, ["State"]),
  headers: reportHeaders,
  inOneCell: true,
};

export const itemsTable: DecidedTable = {
  name: "GreenPlan_Reported",
  about: ["Kind", "Item", "Organisation", "From report"],
  isWritten: (row) => saysSomething(row, ["Note"]),
  headers: itemHeaders,
  inOneCell: true,
};
