import type { Pack } from "../plan/schema";
import type { IsoDate } from "../plan/time/periods";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { Snapshot } from "../snapshot/snapshot";
import { dayReader, isYes, saysSomethingIn, textOf, type DecisionCells } from "./cells";

/** What people set for a workbook: each is what is usual where nothing was set. */
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

export const settingsTable: DecidedTable = {
  name: "GreenPlan_Settings",
  about: ["Setting"],
  isWritten: (row) => saysSomethingIn(row, ["Value"]),
};

type Header = "Setting" | "Value" | "What it does";

/** The names of the settings, by which their rows are known. */
const names = {
  asOf: "Reporting date",
  leaveOutPandemic: "Leave out 2020/21 and 2021/22",
  basis: "Basis of the footprint targets",
  matchMdcTool: "Match the MDC Excel tool",
} as const satisfies Record<keyof ReportSettings, string>;

export function settingsIn({ sheets, dateSystem }: Snapshot): ReportSettings {
  const records = decidedRows(sheets, settingsTable);
  const valueOf = (setting: keyof ReportSettings) =>
    records.find((record) => record.get("Setting") === names[setting])?.get("Value");
  const basis = textOf(valueOf("basis")).toLowerCase();
  return {
    asOf: dayReader(dateSystem)(valueOf("asOf")),
    leaveOutPandemic: isYes(valueOf("leaveOutPandemic")),
    basis: basis === "" || basis === "plan" ? null : basis,
    matchMdcTool: isYes(valueOf("matchMdcTool")),
  };
}

/** The rows of the settings table: each setting as it is set, and what it does. */
export function settingRows(settings: ReportSettings, { targets }: Pick<Pack, "targets">): DecisionCells<Header>[] {
  const { asOf, leaveOutPandemic, basis, matchMdcTool } = settings;
  const bases = new Set(targets.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)));
  const unknown =
    basis === null || bases.has(basis) ? "" : `"${basis}" is no reading of this plan, so the plan's own is used. `;
  return [
    {
      Setting: names.asOf,
      Value: asOf === null ? null : { date: asOf },
      "What it does":
        "The day everything is judged at. Usual: the end of the latest period that holds an actual figure.",
    },
    {
      Setting: names.leaveOutPandemic,
      Value: leaveOutPandemic ? "yes" : null,
      "What it does": 'Write "yes" to leave the pandemic years out of trends; the workings then say so. Usual: no.',
    },
    {
      Setting: names.basis,
      Value: basis,
      "What it does": `${unknown}Write ${[...bases].map((id) => `"${id}"`).join(" or ") || "nothing"} for another reading of the targets; Notes sets the readings side by side. Usual: the plan's own.`,
    },
    {
      Setting: names.matchMdcTool,
      Value: matchMdcTool ? "yes" : null,
      "What it does":
        'Write "yes" to draw control limits as the Making Data Count Excel tool does, with every moving range counted. Usual: no; extreme moving ranges are left out once.',
    },
  ];
}
