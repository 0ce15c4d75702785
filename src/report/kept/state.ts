import { dateOfSerial, isRealDate, readPeriod, type IsoDate } from "../../plan/time/periods";
import type { MappingRow } from "../../returns/observation";
import type { CellValue, Snapshot } from "../../snapshot/snapshot";
import type { Explanation } from "../../validation/checking/explanations";
import type { Pack } from "../../plan/schema";
import { decisionRows, type DecisionRow } from "./decisions-sheet";
import { recordsOf } from "../layout/own-tables";

/** What people decided and the workbook keeps, on visible sheets of ours: there is no other state. Decisions on figures need the plan to be read: `decisionsIn`. */
export interface KeptState {
  /** Only rows that a person set. */
  readonly mapping: readonly MappingRow[];
  readonly explanations: readonly Explanation[];
  readonly settings: ReportSettings;
}

/** The settings sheet: each is what is usual where nothing was set. */
export interface ReportSettings {
  /** The reporting date, or null for the end of the latest period with an actual. */
  readonly asOf: IsoDate | null;
  /** Trends leave out 2020/21 and 2021/22. */
  readonly leaveOutPandemic: boolean;
  /** The id of another reading of the footprint targets ("national"), or null for the plan's own. */
  readonly basis: string | null;
  /** Control limits without screening of moving ranges, as the Making Data Count Excel tool draws them. */
  readonly matchMdcTool: boolean;
}

export const explanationsTable = "GreenPlan_Explanations";
export const mappingTable = "GreenPlan_Mapping";
export const settingsTable = "GreenPlan_Settings";

/** The rows of the settings sheet. */
export const settingNames = {
  asOf: "Reporting date",
  leaveOutPandemic: "Leave out 2020/21 and 2021/22",
  basis: "Basis of the footprint targets",
  matchMdcTool: "Match the MDC Excel tool",
} as const;

/** Reads what people decided from our sheets in a snapshot. A row that says nothing is passed over. */
export function carriedIn({ sheets, dateSystem }: Snapshot): KeptState {
  const day = (value: CellValue | undefined) => dayOf(value ?? null, dateSystem);
  return {
    mapping: recordsOf(sheets, mappingTable).flatMap(mappingRow),
    explanations: recordsOf(sheets, explanationsTable).flatMap((row) => explanation(row, day(row.get("When")))),
    settings: settingsIn(sheets, day),
  };
}

/** The rows of the register of decisions, each read with the plan's own names. */
export function decisionsIn(snapshot: Snapshot, pack: Pack): DecisionRow[] {
  return decisionRows(snapshot.sheets, pack, (value) => dayOf(value ?? null, snapshot.dateSystem));
}

function settingsIn(sheets: Snapshot["sheets"], day: (value: CellValue | undefined) => IsoDate | null): ReportSettings {
  const rows = recordsOf(sheets, settingsTable);
  const valueOf = (name: string) => rows.find((row) => row.get("Setting") === name)?.get("Value");
  const basis = String(valueOf(settingNames.basis) ?? "")
    .trim()
    .toLowerCase();
  return {
    asOf: day(valueOf(settingNames.asOf)),
    leaveOutPandemic: isYes(valueOf(settingNames.leaveOutPandemic)),
    basis: basis === "" || basis === "plan" ? null : basis,
    matchMdcTool: isYes(valueOf(settingNames.matchMdcTool)),
  };
}

type Row = ReadonlyMap<string, CellValue>;

function textOf(row: Row, header: string): string {
  const value = row.get(header);
  return value === null || value === undefined ? "" : String(value).trim();
}

/** Blank and the shorthands for nothing ("[x]", "[z]") are nothing. */
function textOrNull(row: Row, header: string): string | null {
  const text = textOf(row, header);
  return text === "" || /^\[[a-z]\]/.test(text) ? null : text;
}

function explanation(row: Row, when: IsoDate | null): Explanation[] {
  const key = textOf(row, "Reference");
  const [text, who] = [textOf(row, "Explanation"), textOf(row, "Who")];
  if (key === "" || (text === "" && who === "" && when === null)) return [];
  const figure = row.get("Figure") ?? null;
  return [{ key, who, when, text, figure: typeof figure === "boolean" || figure === "[z]" ? null : figure }];
}

const yes = /^(y|yes|true|1)$/i;

function isYes(value: CellValue | undefined): boolean {
  return yes.test(String(value ?? "").trim());
}

function mappingRow(row: Row): MappingRow[] {
  const [sheet, range] = [textOf(row, "Sheet"), textOf(row, "Cells")];
  if (!yes.test(textOf(row, "Set by hand")) || sheet === "" || range === "") return [];
  return [
    {
      sheet,
      range,
      label: textOf(row, "Label"),
      metric: textOrNull(row, "Metric"),
      unit: textOrNull(row, "Unit"),
      organisation: textOrNull(row, "Organisation"),
      period: textOrNull(row, "Period"),
      confidence: 1,
      why: textOf(row, "Why"),
      byHand: true,
    },
  ];
}

/** A day as people write it: a date cell, or text that names one day. */
function dayOf(value: CellValue, dateSystem: 1900 | 1904): IsoDate | null {
  if (typeof value === "number") return dateOfSerial(value, dateSystem);
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (isRealDate(text)) return text;
  const reading = readPeriod(text, { dateSystem });
  return reading.kind === "period" && reading.period.kind === "date" ? reading.period.last : null;
}
