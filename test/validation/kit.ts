import { financialYear, periodOf, type Period } from "../../src/plan/time/periods";
import { llrPack } from "../../src/plan/llr";
import type { Pack } from "../../src/plan/schema";
import { cellPlace, parseRange } from "../../src/snapshot/addresses";
import type { Observation, ReportedAction, ReturnReading, StatedTotal, Total } from "../../src/returns/observation";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/snapshot/snapshot";
import { readReturns } from "../../src/returns/reading/read";
import { totals } from "../../src/returns/totals/totals";
import { checkReturn } from "../../src/validation/checking/check";
import type { Finding } from "../../src/validation/finding";

/** Observations, totals and snapshots made in a line each, so that a test reads as the return it is about. */

export const pack: Pack = llrPack;

export function period(label: string): Period {
  const found = periodOf(label);
  if (found === null) throw new Error(`No period: ${label}`);
  return found;
}

/** The year of a pathway: year(2023) is 2023/24. */
export const year = financialYear;

type Given = Partial<Omit<Observation, "period" | "place">> & { at?: string; period?: string; sheet?: string };

/** One figure of UHL's, 2024/25, unless told otherwise; `at` is "G12" on sheet UHL, or "LPT!C3". */
export function figure(metric: string, value: number | null, given: Given = {}): Observation {
  const { at = "C5", period: label = "2024/25", ...rest } = given;
  const [sheet, address] = at.includes("!") ? (at.split("!") as [string, string]) : ["UHL", at];
  const area = parseRange(address);
  if (area === null) throw new Error(`No cell: ${at}`);
  const found = pack.metrics.find((each) => each.id === metric);
  if (found === undefined) throw new Error(`No metric: ${metric}`);
  return {
    metric,
    organisation: "RWE",
    site: null,
    period: period(label),
    kind: "actual",
    value,
    unit: found.unit,
    raw: value,
    givenUnit: null,
    place: cellPlace(sheet, area.top, area.left),
    label: found.title,
    parts: null,
    note: null,
    hidden: false,
    confidence: 1,
    table: 0,
    ...rest,
  };
}

/** A row of figures for consecutive financial years from the first, in columns C, D, E… of one row. */
export function series(
  metric: string,
  firstYear: number,
  values: readonly (number | null)[],
  given: Given = {},
): Observation[] {
  const { at = "C5" } = given;
  const [sheet, address] = at.includes("!") ? (at.split("!") as [string, string]) : ["UHL", at];
  const area = parseRange(address);
  if (area === null) throw new Error(`No cell: ${at}`);
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const place = cellPlace(sheet, area.top, area.left + index);
    return [figure(metric, value, { ...given, at: place.cell, period: financialYear(firstYear + index).label })];
  });
}

/** One total for each metric, organisation and period: the sum of sites, else the stated figure. */
export function totalsOf(observations: readonly Observation[]): Total[] {
  const groups = new Map<string, Observation[]>();
  for (const each of observations) {
    if (each.value === null || (each.kind !== "actual" && each.kind !== "estimate")) continue;
    const key = `${each.metric}|${each.organisation}|${each.period.label}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const sites = group.filter((each) => each.site !== null);
    const used = sites.length > 0 ? sites : group;
    const first = used[0] as Observation;
    const disagree = sites.length === 0 && used.some((each) => each.value !== first.value);
    return {
      metric: first.metric,
      organisation: first.organisation,
      period: first.period,
      value: disagree ? null : sites.length > 0 ? used.reduce((sum, each) => sum + (each.value ?? 0), 0) : first.value,
      unit: first.unit,
      from: used.length,
      observations: sites.length > 0 || disagree ? used : [first],
      partial: false,
      missing: [],
      why: null,
    };
  });
}

/** A sheet from its rows; a text that begins with "=" is a formula, and its value is given after " -> ". */
export function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  rest: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cell = (row: readonly CellValue[], column: number): CellValue => row[column] ?? null;
  const isFormula = (value: CellValue): value is string => typeof value === "string" && value.startsWith("=");
  const columns = Array.from({ length: width }, (_, index) => index);
  return {
    name,
    visibility: "visible",
    used: rows.length === 0 ? null : { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 },
    values: rows.map((row) =>
      columns.map((column) => {
        const value = cell(row, column);
        return isFormula(value) ? Number(value.split(" -> ")[1]) : value;
      }),
    ),
    formulas: rows.map((row) =>
      columns.map((column) => {
        const value = cell(row, column);
        return isFormula(value) ? (value.split(" -> ")[0] as string) : null;
      }),
    ),
    numberFormats: rows.map(() => columns.map(() => "General")),
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    own: null,
    ...rest,
  };
}

export function workbook(...sheets: readonly SheetSnapshot[]): Snapshot {
  return { fileName: "return.xlsx", dateSystem: 1900, calculation: "automatic", sheets, names: [] };
}

export interface ReturnParts {
  readonly observations?: readonly Observation[];
  readonly totals?: readonly Total[];
  readonly statedTotals?: readonly StatedTotal[];
  readonly actions?: readonly ReportedAction[];
  readonly reading?: Partial<ReturnReading>;
  readonly snapshot?: Snapshot;
  readonly pack?: Pack;
  readonly asOf?: string;
}

/** Checks a return made of these parts, on 31 March 2025 unless told otherwise. */
export function check(parts: ReturnParts): Finding[] {
  const observations = parts.observations ?? [];
  return checkReturn({
    snapshot: parts.snapshot ?? workbook(),
    reading: {
      tables: [],
      observations,
      statedTotals: parts.statedTotals ?? [],
      actions: parts.actions ?? [],
      notUnderstood: [],
      mapping: [],
      leftOut: { organisations: 0, rows: 0 },
      census: { read: observations.length, leftOut: 0, asked: 0, byRule: [] },
      cellsScanned: 0,
      ...parts.reading,
    },
    totals: parts.totals ?? totalsOf(observations),
    pack: parts.pack ?? pack,
    asOf: parts.asOf ?? "2025-03-31",
  });
}

/** Sheets read and totalled as the add-in does it: for rules that look at what the reader made of a workbook. */
export function read(...sheets: readonly SheetSnapshot[]): ReturnParts {
  const snapshot = workbook(...sheets);
  const reading = readReturns(snapshot, pack, { period: null, organisations: [] });
  return {
    snapshot,
    reading,
    observations: reading.observations,
    statedTotals: reading.statedTotals,
    actions: reading.actions,
    totals: totals(reading, pack),
  };
}

/** The codes of a list of findings, with their first cell: "DQ03 UHL!G12". */
export function codesAndCells(findings: readonly Finding[]): string[] {
  return findings.map(({ code, cells }) => (cells[0] === undefined ? code : `${code} ${cells[0]}`));
}

/** An action's row in a tracker on row 7 of sheet Actions, with a column for everything. */
export function actionRow(id: string, given: Partial<ReportedAction> = {}, row = 6): ReportedAction {
  const columns = [
    "rawId",
    "title",
    "owner",
    "status",
    "due",
    "started",
    "completed",
    "lastUpdate",
    "percent",
    "comment",
  ];
  const known = pack.actions.find((each) => each.id === id);
  return {
    action: known?.id ?? null,
    rawId: id,
    title: known?.title ?? null,
    status: "In progress",
    owner: "A. Patel",
    due: known?.completion ?? null,
    started: null,
    completed: null,
    lastUpdate: null,
    percent: null,
    comment: null,
    organisation: "RWE",
    place: cellPlace("Actions", row, 0),
    cells: Object.fromEntries(columns.map((field, column) => [field, cellPlace("Actions", row, column).cell])),
    ...given,
  };
}
