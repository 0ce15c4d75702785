import { groupBy } from "../../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { ActionIds } from "../../../returns/words/action-ids";
import { parseRange } from "../../../snapshot/addresses";
import type { FoundTable } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { actionRows, type ActionRow } from "./action-rows";

/** The rows of the return's trackers by what their ids are to the plan. */
export interface IdentifiedRows {
  /** An id that is none of the plan's. */
  readonly unknown: readonly ActionRow[];
  /** No id, and no action of the plan by its title. */
  readonly nameless: readonly ActionRow[];
  /** The plan's own id, in another spelling. */
  readonly otherwise: readonly ActionRow[];
  /** Trackers in which nothing is the plan's: a risk register, another plan's actions. */
  readonly foreign: readonly NonEmpty<ActionRow>[];
}

export function planIds({ pack }: CheckContext): ActionIds {
  return new ActionIds(pack);
}

export function identifiedRows(context: CheckContext): IdentifiedRows {
  const ids = context.once(planIds);
  const rows = actionRows(context);
  const foreign = foreignTrackers(context, rows, ids);
  const others = new Set(foreign.flatMap((own) => [...own]));
  const ours = rows.filter((row) => !others.has(row));
  const strays = straysIn(ours, ids);
  const unmatched = ours.filter((row) => row.actions.length === 0 || isMistyped(row, ids) || strays.has(row));
  return {
    unknown: unmatched.filter(({ row }) => row.rawId !== ""),
    nameless: unmatched.filter(({ row }) => row.rawId === ""),
    otherwise: ours.filter((row) => !unmatched.includes(row) && isWrittenOtherwise(row, ids)),
    foreign,
  };
}

function foreignTrackers({ input }: CheckContext, rows: readonly ActionRow[], ids: ActionIds): NonEmpty<ActionRow>[] {
  const trackers = input.reading.tables.filter(({ shape }) => shape === "action-tracker");
  return trackers.flatMap((table) => {
    const own = rows.filter((row) => isIn(table, row));
    const isForeign = own.every(({ row, actions }) => actions.length === 0 && !ids.hasPrefix(row.rawId));
    return own.length > 1 && isForeign && isNonEmpty(own) ? [own] : [];
  });
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
