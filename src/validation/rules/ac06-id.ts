import { plural, someOf } from "../../plan/wording";
import { actionCandidate, actionRows, cellOf } from "../action-rows";
import type { ActionRow } from "../action-rows";
import type { CheckContext } from "../context";
import { addressOf, references } from "../places";
import { quoted } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";

/** Action ids that are none of the plan's, or written otherwise (validation-rules.md AC01-AC07). */
export const actionId: Rule = {
  code: "AC06",
  name: "action-id",
  reach: "layout",
  severity: "warning for an unknown id; info for one written otherwise",
  looksFor: "An action id the plan does not have; an id written otherwise than the plan’s, such as “FN 5” for FN5.",
  why: "An action that cannot be matched to the plan is not counted in its progress.",
  thresholds: noThresholds,
  mends: "write the plan’s id",
  check(context) {
    const rows = actionRows(context).filter(({ row }) => row.rawId.trim() !== "");
    const unknown = rows.filter((row) => !isSameId(row));
    const otherwise = rows.filter((row) => isSameId(row) && row.row.rawId !== row.action?.id);
    return [
      ...(unknown.length > 0 ? [unknownIds(unknown)] : []),
      ...(otherwise.length > 0 ? [otherIds(context, otherwise)] : []),
    ];
  },
};

/** Whether a row's id is its action's, spacing, case and leading noughts forgiven: a row can be matched by its title alone. */
function isSameId({ row, action }: ActionRow): boolean {
  const bare = (id: string): string =>
    id
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "")
      .replace(/([A-Z])0+(?=\d)/g, "$1");
  return action !== null && bare(row.rawId) === bare(action.id);
}

function unknownIds(rows: readonly ActionRow[]): Candidate {
  const named = someOf(rows.map(({ row }) => quoted(row.rawId)));
  const cells = someOf(references(rows.map((row) => cellOf(row, "rawId"))));
  return actionCandidate(rows, "rawId", {
    severity: "warning",
    message: `${plural(rows.length, "action id is", "action ids are")} none of the plan’s: ${named} (${cells}). An id such as FN5 was expected; correct it, or leave out what is not part of the plan.`,
    figure: rows.length === 1 ? (rows[0]?.row.rawId ?? null) : rows.length,
    subject: "unknown id",
  });
}

function otherIds(context: CheckContext, rows: readonly ActionRow[]): Candidate {
  const named = someOf(rows.map(({ row, action }) => `${quoted(row.rawId)} for ${action?.id ?? ""}`));
  const changes = rows.flatMap((row) => {
    const place = cellOf(row, "rawId");
    const typed = row.row.cells["rawId"] !== undefined && context.formulaAt(place) === null;
    return typed
      ? [{ sheet: place.sheet, address: addressOf(place), before: row.row.rawId, after: row.action?.id ?? "" }]
      : [];
  });
  return {
    ...actionCandidate(rows, "rawId", {
      severity: "info",
      message: `${plural(rows.length, "action id is", "action ids are")} written otherwise than in the plan and read all the same: ${named}. Write the plan’s own.`,
      figure: rows.length,
      subject: "written otherwise",
    }),
    mend:
      changes.length === 0
        ? null
        : { label: `Write the plan’s id in ${plural(changes.length, "cell")}`, kind: "action id", changes },
  };
}
