import { meaningOf } from "../../../assessment/actions/status-words";
import { joinWords, plural, someOf } from "../../../plan/wording";
import { ActionIds } from "../../../returns/words/action-ids";
import { addressOf, cellPlace, parseRange } from "../../../snapshot/addresses";
import type { FoundTable } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import { fold } from "../../../returns/words/text";
import {
  actionCandidate,
  actionName,
  actionRows,
  cellOf,
  cellsNamed,
  rowsNamed,
} from "../../evidence/sheets/action-rows";
import type { ActionRow } from "../../evidence/sheets/action-rows";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { references } from "../../findings/references";
import { quoted } from "../../findings/phrases";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Action ids that are none of the plan's, or written otherwise (validation-rules.md AC01-AC07). */
export const actionId: Rule = {
  code: "AC06",
  name: "action-id",
  severity:
    "warning for an id that is none of the plan’s, or none at all, and for a tracker whose headings cannot be read; info for one written otherwise, and for a tracker of other work",
  looksFor:
    "A row that names no action of the plan; an id written otherwise than the plan’s, such as “FN 5” for FN5 or “TT1-TT3” for three.",
  why: "An action that cannot be matched to the plan is not counted in its progress.",
  thresholds: noThresholds,
  mends: "write the plan’s id",
  check(context) {
    const ids = new ActionIds(context.pack);
    const rows = actionRows(context);
    const { foreign, ours } = byTracker(context, rows, ids);
    const strays = straysIn(ours, ids);
    const unmatched = ours.filter((row) => row.actions.length === 0 || isMistyped(row, ids) || strays.has(row));
    const unknown = unmatched.filter(({ row }) => row.rawId !== "");
    const nameless = unmatched.filter(({ row }) => row.rawId === "");
    const otherwise = ours.filter((row) => !unmatched.includes(row) && isWrittenOtherwise(row, ids));
    return [
      ...(unknown.length > 0 ? [unknownIds(unknown)] : []),
      ...(nameless.length > 0 ? [withoutId(nameless)] : []),
      ...foreign.map(otherWork),
      ...unreadTrackers(context, ids),
      ...(otherwise.length > 0 ? [otherIds(context, otherwise, ids)] : []),
    ];
  },
};

/** Rows of trackers in which nothing is the plan's (a risk register, another plan's actions), and the rest. */
function byTracker(context: CheckContext, rows: readonly ActionRow[], ids: ActionIds) {
  const trackers = context.input.reading.tables.filter(({ shape }) => shape === "action-tracker");
  const tables = trackers.map((table) => rows.filter((row) => isIn(table, row)));
  const foreign = tables.filter(
    (own) => own.length > 1 && own.every(({ row, actions }) => actions.length === 0 && !ids.hasPrefix(row.rawId)),
  );
  const set = new Set(foreign.flat());
  return { foreign, ours: rows.filter((row) => !set.has(row)) };
}

function isIn({ sheet, range }: FoundTable, { row }: ActionRow): boolean {
  const area = parseRange(range);
  const { place } = row;
  return (
    area !== null &&
    place.sheet === sheet &&
    place.row >= area.top &&
    place.row <= area.bottom &&
    place.column >= area.left &&
    place.column <= area.right
  );
}

/** An id of the plan's kind that the plan does not have, on a row that was matched by its text alone. */
function isMistyped({ row }: ActionRow, ids: ActionIds): boolean {
  return ids.hasPrefix(row.rawId) && ids.find(row.rawId, null) === null;
}

/**
 * Ids that are not the plan's on sheets that mostly have the plan's, though the title is: a slip of typing. A tracker
 * with a numbering of its own throughout is matched by its titles and left in peace.
 */
function straysIn(rows: readonly ActionRow[], ids: ActionIds): ReadonlySet<ActionRow> {
  const strays = [...groupBy(rows, ({ row }) => row.place.sheet).values()].flatMap((own) => {
    const named = own.filter(({ row }) => row.rawId !== "");
    const odd = named.filter(({ row }) => ids.find(row.rawId, null) === null);
    return odd.length * 2 < named.length ? odd : [];
  });
  return new Set(strays);
}

function isWrittenOtherwise({ row, actions }: ActionRow, ids: ActionIds): boolean {
  return row.rawId !== "" && row.rawId !== actions[0]?.id && ids.find(row.rawId, null) !== null;
}

function unknownIds(rows: readonly ActionRow[]): Candidate {
  const named = someOf(rows.map(({ row }) => quoted(row.rawId)));
  return actionCandidate(rows, "rawId", {
    severity: "warning",
    message: `${rows.length === 1 ? `The action id ${named} (${cellsNamed(rows, "rawId")}) is none of the plan’s.` : `${plural(rows.length, "action id")} are none of the plan’s: ${named} (${cellsNamed(rows, "rawId")}).`} An id such as FN5 was expected; correct it, or leave out what is not part of the plan.`,
    figure: rows.length === 1 ? (rows[0]?.row.rawId ?? null) : rows.length,
    subject: "unknown id",
  });
}

function withoutId(rows: readonly ActionRow[]): Candidate {
  const field = rows.every(({ row }) => row.cells["rawId"] === undefined) ? "title" : "rawId";
  const named = rows.every(({ row }) => row.title === null) ? cellsNamed(rows, field) : rowsNamed(rows, field);
  return actionCandidate(rows, field, {
    severity: "warning",
    message: `${plural(rows.length, "row names", "rows name")} no action of the plan, so nothing in ${rows.length === 1 ? "it" : "them"} is counted: ${named}. An id such as FN5 was expected; write it, on each row of an action that has several.`,
    figure: rows.length,
    subject: "no id",
  });
}

function otherWork(rows: readonly ActionRow[]): Candidate {
  const [first] = rows as readonly [ActionRow];
  return actionCandidate(rows, "rawId", {
    severity: "info",
    message: `The ${plural(rows.length, "row")} of the list in ${cellsNamed(rows, "rawId")} look like actions, but none is the plan’s, the first being ${actionName(first)}. They are left out; if they are the plan’s, write its ids, such as FN5.`,
    figure: rows.length,
    subject: `other work|${first.row.place.sheet}`,
  });
}

/** Rows outside every tracker that name an action and say how it stands: a table whose headings could not be read. */
function unreadTrackers(context: CheckContext, ids: ActionIds): Candidate[] {
  return context.userSheets.flatMap((sheet) => {
    if (sheet.used === null) return [];
    const { top, left } = sheet.used;
    const found = sheet.values.flatMap((values, index) => {
      const at = values.findIndex((value) => typeof value === "string" && namesAction(value, ids));
      const says = at >= 0 && values.some((value, column) => column !== at && saysHowItStands(value));
      return says ? [cellPlace(sheet.name, top + index, left + at)] : [];
    });
    if (found.length < 2) return [];
    const read = rowsRead(context, sheet.name);
    const lost = found.filter(({ row }) => !read.has(row));
    return lost.length > 1 ? [unreadTracker(sheet.name, lost)] : [];
  });
}

/** Rows of a sheet that were read. One that gives figures is no action's: beside "m³" a column may say "Not Applicable". */
function rowsRead({ input: { reading } }: CheckContext, sheet: string): ReadonlySet<number> {
  const here = [...reading.actions, ...reading.observations].filter(({ place }) => place.sheet === sheet);
  return new Set(here.map(({ place }) => place.row));
}

const LONGEST_ID = 8;
const LONGEST_STATUS = 40;

/** Letters and a number alone: "M3" is also a month and "m3" a unit, so a status must stand beside it. */
function namesAction(value: string, ids: ActionIds): boolean {
  return value.length <= LONGEST_ID && /[a-z]/i.test(value) && ids.hasPrefix(value) && ids.find(value, null) !== null;
}

/** "Yes" answers many a question besides. */
function saysHowItStands(value: unknown): boolean {
  if (typeof value !== "string" || value.length > LONGEST_STATUS) return false;
  return meaningOf(value)?.kind === "status" && !/^(y|yes|na|in place)$/.test(fold(value));
}

function unreadTracker(sheet: string, places: readonly CellPlace[]): Candidate {
  const cells = someOf(references(places));
  return {
    severity: "warning",
    cells: places,
    label: null,
    metric: null,
    organisation: null,
    site: null,
    period: null,
    message: `${plural(places.length, "row")} on ${sheet} (${cells}) name actions of the plan and say how they stand, but their headings could not be read as a tracker’s, so they are not counted. One row of headings was expected, with Ref, Action, Owner and Status; write it above them.`,
    mend: null,
    figure: places.length,
    effect: places.length / 1000,
    subject: `unread|${sheet}`,
  };
}

function otherIds(context: CheckContext, rows: readonly ActionRow[], ids: ActionIds): Candidate {
  const named = someOf(
    rows.map(({ row, actions }) => `${quoted(row.rawId)} for ${joinWords(actions.map((each) => each.id))}`),
    6,
  );
  const changes = rows.flatMap((row) => change(context, row, ids));
  return {
    ...actionCandidate(rows, "rawId", {
      severity: "info",
      message: `${plural(rows.length, "action id is", "action ids are")} not written as in the plan, but could be read: ${named}. Write the plan’s own.`,
      figure: rows.length,
      subject: "written otherwise",
    }),
    mend:
      changes.length === 0
        ? null
        : { label: `Write the plan’s id in ${plural(changes.length, "cell")}`, kind: "action id", changes },
  };
}

/** Only an id that stands alone in a typed cell is mended: text beside it, or a second id, would be lost. */
function change(context: CheckContext, row: ActionRow, ids: ActionIds) {
  const [action, ...others] = row.actions;
  const place = cellOf(row, "rawId");
  const typed = row.row.cells["rawId"] !== undefined && context.formulaAt(place) === null;
  if (!action || others.length > 0 || !typed || !ids.isPlain(row.row.rawId, action)) return [];
  return [{ sheet: place.sheet, address: addressOf(place), before: row.row.rawId, after: action.id }];
}
