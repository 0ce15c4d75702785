import type { Pack } from "../plan/schema";
import { formatDate, type IsoDate } from "../plan/time/periods";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { CellValue, Snapshot } from "../snapshot/snapshot";
import {
  dayOr,
  dayReader,
  isNo,
  isYes,
  plainText,
  rowWith,
  saysSomethingIn,
  textOf,
  type DecisionCell,
  type ReadDay,
  type RowToWrite,
} from "./cells";
import {
  toleranceCell,
  toleranceIn,
  toleranceKinds,
  toleranceRowWords,
  type SetTolerance,
  type Tolerance,
} from "./tolerances";

/** A meeting's day, or the words that stand for one ("in January"). */
interface DayOrWords {
  readonly words: string;
  readonly date: IsoDate | null;
}

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
  /** Tolerances set in the place of the plan's own. */
  readonly tolerances: readonly SetTolerance[];
  readonly kindOfReport: "annual" | "quarterly";
  /** The meetings that the paper goes to. */
  readonly route: {
    readonly greenBoard: DayOrWords | null;
    readonly committee: DayOrWords | null;
    readonly board: DayOrWords | null;
  };
  readonly executiveLead: string | null;
  readonly author: string | null;
  readonly meeting: string | null;
  readonly previouslyConsideredBy: string | null;
}

export const settingsTable: DecidedTable = {
  name: "GreenPlan_Settings",
  about: ["Setting"],
  headers: ["Setting", "Value", "What it does", "Agreed by", "When"],
  isWritten: (row) => saysSomethingIn(row, ["Value", "Agreed by", "When"]),
};

/** The names of the settings, by which their rows are known; people may write them in other letters or spaces. */
const names = {
  asOf: "Reporting date",
  leaveOutPandemic: "Leave out 2020/21 and 2021/22",
  basis: "Basis of the footprint targets",
  matchMdcTool: "Match the MDC Excel tool",
  kindOfReport: "Kind of report",
  greenBoard: "Green Board on",
  committee: "Committee on",
  board: "Board on",
  executiveLead: "Executive lead",
  author: "Author",
  meeting: "Meeting",
  previouslyConsideredBy: "Previously considered by",
} as const;
type Name = keyof typeof names;

const kindsOfReport = ["annual", "quarterly"] as const;

/** The rows of the table as people wrote them, each under the name of its setting. */
class WrittenSettings {
  private readonly rows: readonly TableRecord[];
  readonly day: ReadDay;

  constructor({ sheets, dateSystem }: Pick<Snapshot, "sheets" | "dateSystem">) {
    this.rows = decidedRows(sheets, settingsTable);
    this.day = dayReader(dateSystem);
  }

  /** Of two rows for one setting the first that says something. */
  row(name: string): TableRecord | undefined {
    const all = this.rows.filter((row) => plainText(row.get("Setting")) === plainText(name));
    return all.find(settingsTable.isWritten) ?? all[0];
  }

  cell(name: string, header = "Value"): CellValue {
    return this.row(name)?.get(header) ?? null;
  }

  dayOrWords(name: Name): DayOrWords | null {
    const cell = this.cell(names[name]);
    const date = this.day(cell);
    const words = date === null ? textOf(cell) : formatDate(date);
    return words === "" ? null : { words, date };
  }

  text(name: Name): string | null {
    return this.dayOrWords(name)?.words ?? null;
  }

  /** Rows in which people wrote and that are no setting's. */
  others(known: readonly string[]): readonly TableRecord[] {
    const used = new Set(known.map((name) => this.row(name)));
    return this.rows.filter((row) => !used.has(row) && settingsTable.isWritten(row));
  }
}

export function settingsIn(snapshot: Pick<Snapshot, "sheets" | "dateSystem">): ReportSettings {
  const written = new WrittenSettings(snapshot);
  const basis = textOf(written.cell(names.basis)).toLowerCase();
  const kind = plainText(written.cell(names.kindOfReport));
  return {
    asOf: written.day(written.cell(names.asOf)),
    leaveOutPandemic: isYes(written.cell(names.leaveOutPandemic)),
    basis: basis === "" || basis === "plan" ? null : basis,
    matchMdcTool: isYes(written.cell(names.matchMdcTool)),
    tolerances: setTolerances(written),
    kindOfReport: kindsOfReport.find((each) => each === kind) ?? "annual",
    route: {
      greenBoard: written.dayOrWords("greenBoard"),
      committee: written.dayOrWords("committee"),
      board: written.dayOrWords("board"),
    },
    executiveLead: written.text("executiveLead"),
    author: written.text("author"),
    meeting: written.text("meeting"),
    previouslyConsideredBy: written.text("previouslyConsideredBy"),
  };
}

function setTolerances(written: WrittenSettings): SetTolerance[] {
  return toleranceKinds.flatMap((kind) => {
    const value = toleranceIn(kind, written.cell(kind.name));
    if (value === null) return [];
    const agreedBy = textOf(written.cell(kind.name, "Agreed by")) || null;
    return [{ id: kind.id, value, agreedBy, when: written.day(written.cell(kind.name, "When")) }];
  });
}

/** True of a setting whose value is a day, or words that stand for one. */
export function isDaySetting(row: RowToWrite): boolean {
  const { asOf, greenBoard, committee, board } = names;
  return [asOf, greenBoard, committee, board].some((name) => name === row.get("Setting"));
}

/**
 * The rows of the settings table: each setting as it is set, what it does and, where what is written cannot be used, why
 * not. Whatever people wrote is written back.
 *
 * @param pack with the tolerances that are in use.
 */
export function settingRows(
  snapshot: Pick<Snapshot, "sheets" | "dateSystem">,
  { targets, thresholds }: Pick<Pack, "targets" | "thresholds">,
  tolerances: readonly Tolerance[],
): RowToWrite[] {
  const written = new WrittenSettings(snapshot);
  const bases = [...new Set(targets.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)))];
  const row = (name: string, does: string, value: DecisionCell = written.cell(name)) => {
    const when = written.cell(name, "When");
    const says = dayProblem(written.day, when, "When is not recorded") + does;
    const cells = { Setting: name, Value: value, "What it does": says, When: dayOr(written.day, when) };
    return rowWith(written.row(name), cells);
  };
  const day = (name: string, does: string) => row(name, does, dayOr(written.day, written.cell(name)));
  const answer = (name: string, does: string) => row(name, yesNoProblem(written.cell(name)) + does);
  const rows = [
    day(
      names.asOf,
      `${dayProblem(written.day, written.cell(names.asOf), "the usual is used")}The day everything is judged at. Usual: the end of the latest period that holds an actual figure.`,
    ),
    answer(
      names.leaveOutPandemic,
      'Write "yes" to leave the pandemic years out of trends; the workings then say so. Usual: no.',
    ),
    row(
      names.basis,
      `${basisProblem(written.cell(names.basis), bases)}Write ${bases.map((id) => `"${id}"`).join(" or ") || "nothing"} for another reading of the targets; Notes sets the readings side by side. Usual: the plan's own.`,
    ),
    answer(
      names.matchMdcTool,
      'Write "yes" to draw control limits as the Making Data Count Excel tool does, with every moving range counted. Usual: no; extreme moving ranges are left out once.',
    ),
    ...toleranceKinds.map((kind) => {
      const [cell, set] = [written.cell(kind.name), tolerances.find(({ id }) => id === kind.id)];
      const does = toleranceRowWords(kind, cell, set, set?.plans ?? thresholds[kind.id]);
      return row(kind.name, does, set === undefined ? cell : toleranceCell(set, cell));
    }),
    row(
      names.kindOfReport,
      `${kindProblem(written.cell(names.kindOfReport))}Write "annual", footprints first, for a board, or "quarterly", actions first, for the Green Board or a committee. Usual: annual.`,
    ),
    day(names.greenBoard, "The day the Green Board sees the paper, or words such as “in January”: its route."),
    day(names.committee, "The day a committee sees it, or which one and when in words."),
    day(names.board, "The day the Board sees it, or words."),
    row(names.executiveLead, "For the board paper: name or role."),
    row(names.author, "For the board paper: name or role."),
    row(names.meeting, "For the board paper: the meeting that receives it."),
    row(names.previouslyConsideredBy, "For the board paper: who has seen it before, or “none”."),
  ];
  const unknown = "Not used: the report has no setting of this name, or another row sets it already.";
  const others = written.others(rows.map((each) => String(each.get("Setting"))));
  return [...rows, ...others.map((each) => rowWith(each, { "What it does": unknown }))];
}

function dayProblem(day: ReadDay, cell: CellValue, instead: string): string {
  if (textOf(cell) === "" || day(cell) !== null) return "";
  return `Not used: "${textOf(cell)}" cannot be read as a day, so ${instead}; write it like 31 March 2026. `;
}

function yesNoProblem(cell: CellValue): string {
  if (textOf(cell) === "" || isYes(cell) || isNo(cell)) return "";
  return `Not used: "${textOf(cell)}" is neither yes nor no. `;
}

function basisProblem(cell: CellValue, bases: readonly string[]): string {
  const basis = textOf(cell).toLowerCase();
  if (basis === "" || basis === "plan" || bases.includes(basis)) return "";
  return `"${basis}" is no reading of this plan, so the plan's own is used. `;
}

function kindProblem(cell: CellValue): string {
  const kind = plainText(cell);
  if (kind === "" || kindsOfReport.some((each) => each === kind)) return "";
  return `Not used: "${textOf(cell)}" is neither annual nor quarterly, so annual is used. `;
}
