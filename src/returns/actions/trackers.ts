import type { Organisation } from "../../plan/schema";
import { ActionIds, type ActionMatch } from "../words/action-ids";
import type { TableContext } from "../keys/table-context";
import type { RawTable } from "../tables/raw-table";
import type { ReportedAction } from "../observation";
import { fold, tidy } from "../words/text";
import { actionNotes, chosenText } from "./action-notes";
import { isEitherWay, percentOf, statusText, TrackerColumns, type TrackerCell } from "../tables/tracker-columns";
import { tellsStatus, type TrackerRole } from "../words/tracker-words";
import { emptyWord, isTotalHeading, readAnswer } from "../words/heading-words";

/** Reads the rows of an action tracker. A row that stands for several actions gives one of each, with the same cells. */
export function readTracker(table: RawTable, context: TableContext, ids: ActionIds): ReportedAction[] {
  const columns = new TrackerColumns(
    table,
    table.body.filter(({ kind }) => kind === "data"),
  );
  const organisations = table.grid.labels.organisations;
  const around = context.organisations[0] ?? null;
  const actions: ReportedAction[] = [];
  let section: Organisation | null = null;
  let area: string | null = null;
  for (const { row, kind, captions } of table.body) {
    for (const { text } of captions) {
      const named = organisations.whole(text);
      if (named) section = named;
    }
    if (kind === "section") continue;
    const speaking = columns.organisations.filter((each) => columns.speaks(each, row));
    const silent = columns.organisations.filter((each) => !speaking.includes(each)).map(({ code }) => code);
    for (const own of speaking.length > 0 ? speaking : [null]) {
      const reader = new ActionRowReader(table, columns, row, own);
      area = reader.text("area") ?? area;
      const read = reader.actions(ids, area, own ?? section ?? around);
      actions.push(...(own === null || silent.length === 0 ? read : read.map((each) => ({ ...each, silent }))));
    }
  }
  return actions;
}

/** Fields that show that a row is an action's, and not a line of a key or a sum. */
const SAYS_SOMETHING: readonly TrackerRole[] = [
  "status",
  "rag",
  "progress",
  "owner",
  "lead",
  "due",
  "revised",
  "completed",
  "percent",
];

/** What stands in a column of completion dates where an action is not complete. */
const NOT_YET = /^(not yet( complete(d)?)?|not complete(d)?|incomplete|ongoing|on going|in progress|outstanding|open)$/;

class ActionRowReader {
  constructor(
    private readonly table: RawTable,
    private readonly columns: TrackerColumns,
    private readonly row: number,
    /** The organisation whose columns are read, where several have columns of their own. */
    private readonly own: Organisation | null,
  ) {}

  private cell(role: TrackerRole): TrackerCell | null {
    return this.columns.cell(role, this.row, this.own);
  }

  text(role: TrackerRole): string | null {
    const value = this.cell(role)?.value ?? null;
    return value === null ? null : tidy(String(value)) || null;
  }

  actions(ids: ActionIds, area: string | null, around: Organisation | null): ReportedAction[] {
    const title = this.text("title");
    const rawId = this.text("rawId") ?? "";
    const match = ids.find(rawId, title, area);
    if (match === null && !this.isAction(rawId)) return [];
    const row = this.reported(rawId, title, around);
    if (match === null) return [row];
    return match.actions.map((action) => ({ ...row, action: action.id, ...partsNamed(match) }));
  }

  private isAction(rawId: string): boolean {
    return (
      SAYS_SOMETHING.some((role) => this.text(role) !== null) &&
      this.columns.roles().filter((role) => this.text(role) !== null).length > 1 &&
      !isTotalHeading(fold(rawId), "")
    );
  }

  private reported(rawId: string, title: string | null, around: Organisation | null): ReportedAction {
    const { grid, left } = this.table;
    const status = this.status();
    const first = this.cell("rawId") ?? this.cell("title");
    const eitherWay = (["due", "revised", "started", "completed", "lastUpdate"] as const).filter(
      (field) => this.columns.monthFirst && isEitherWay(this.cell(field)?.value ?? null),
    );
    return {
      action: null,
      rawId,
      title,
      status: status.text,
      ...(status.rag === null ? {} : { rag: status.rag }),
      owner: chosenText(this.text("owner")) ?? chosenText(this.text("lead")),
      due: this.date("due"),
      started: this.date("started"),
      completed: this.completed(),
      lastUpdate: this.date("lastUpdate"),
      percent: this.percent(),
      comment: this.comment(),
      organisation: this.organisation(around)?.code ?? null,
      place: first?.place ?? grid.place(this.row, left),
      cells: { ...this.cells(), ...status.cells },
      ...(eitherWay.length === 0 ? {} : { eitherWay }),
      ...actionNotes(this.columns, this.row, this.own),
    };
  }

  /** The status words; where there are none the colour, the progress, or "Yes" under "Completed", in that order. */
  private status(): { text: string | null; rag: string | null; cells: Record<string, string> } {
    const given = (role: TrackerRole) => {
      const cell = this.cell(role);
      return cell === null ? null : chosenText(statusText(cell));
    };
    const [words, rag] = [given("status"), given("rag")];
    if (words !== null) return { text: words, rag, cells: {} };
    if (rag !== null) return { text: rag, rag: null, cells: { status: this.cellOf("rag") } };
    if (this.progressTells() && this.percentIn("progress") === null && given("progress") !== null) {
      return { text: given("progress"), rag: null, cells: { status: this.cellOf("progress") } };
    }
    if (this.answer("completed") === true) {
      return { text: given("completed"), rag: null, cells: { status: this.cellOf("completed") } };
    }
    return { text: null, rag: null, cells: {} };
  }

  /** A column headed "Progress" tells the status only where no other does; else it is a comment. */
  private progressTells(): boolean {
    return !this.columns.roles().some((role) => tellsStatus(role) && role !== "progress");
  }

  private comment(): string | null {
    const progress = this.progressTells() || this.percentIn("progress") !== null ? null : this.text("progress");
    return [progress, this.text("comment")].filter((each) => each !== null).join(" ") || null;
  }

  private percent(): number | null {
    const given = this.cell("percent");
    const own = given === null ? null : percentOf(given);
    return own ?? this.percentIn("progress") ?? this.percentIn("completed");
  }

  /** A percentage in a column that may hold other things: shown as one, or written with its sign. */
  private percentIn(role: TrackerRole): number | null {
    const cell = this.cell(role);
    if (cell === null) return null;
    const shown = typeof cell.value === "number" ? cell.scale !== "plain" : /%\s*$/.test(String(cell.value ?? ""));
    return shown ? percentOf(cell) : null;
  }

  private completed(): string | number | null {
    if (this.percentIn("completed") !== null || this.answer("completed") !== null) return null;
    const date = this.date("completed");
    return typeof date === "string" && NOT_YET.test(fold(date)) ? null : date;
  }

  private answer(role: TrackerRole): boolean | null {
    const value = this.cell(role)?.value ?? null;
    if (typeof value === "boolean") return value;
    return typeof value === "string" ? readAnswer(tidy(value)) : null;
  }

  /** A number or a text. "n/a" or "-" for a date that has not come is no date; for the due date it is told. */
  private date(role: TrackerRole): string | number | null {
    const value = this.cell(role)?.value ?? null;
    if (typeof value === "number") return value;
    const text = this.text(role);
    const isEmpty = text !== null && emptyWord(text, fold(text)) !== null;
    return isEmpty && role !== "due" && role !== "revised" ? null : text;
  }

  private organisation(around: Organisation | null): Organisation | null {
    const named = this.text("organisation");
    return named === null ? around : this.table.grid.labels.organisations.whole(named);
  }

  private cells(): Record<string, string> {
    const cells = Object.fromEntries(this.columns.roles().map((role) => [role, this.cellOf(role)]));
    const lead = cells["lead"];
    return lead !== undefined && this.text("owner") === null && this.text("lead") !== null
      ? { ...cells, owner: lead }
      : { ...(lead === undefined ? {} : { owner: lead }), ...cells };
  }

  private cellOf(role: TrackerRole): string {
    return this.cell(role)?.place.cell ?? "";
  }
}

function partsNamed({ actions, part }: ActionMatch): Pick<ReportedAction, "together" | "part"> {
  return {
    ...(actions.length > 1 ? { together: actions.map(({ id }) => id) } : {}),
    ...(part === null ? {} : { part }),
  };
}
