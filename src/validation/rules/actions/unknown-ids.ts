import { isNonEmpty } from "../../../collections/non-empty";
import { plural, someOf } from "../../../plan/wording";
import { identifiedRows } from "../../evidence/sheets/action-ids";
import { quoted } from "../../findings/quoted";
import { ACTION_ID } from "../codes";
import type { Rule } from "../rule";
import { actionFinding, cellsNamed } from "../../evidence/sheets/action-finding";

/** Action ids that are none of the plan's (validation-rules.md AC01-AC07). */
export const unknownIds: Rule = {
  ...ACTION_ID,
  severity: "warning",
  looksFor: "An action id that is none of the plan’s.",
  check(context) {
    const rows = context.once(identifiedRows).unknown;
    if (!isNonEmpty(rows)) return [];
    const named = someOf(rows.map(({ row }) => quoted(row.rawId)));
    const cells = cellsNamed(rows, "rawId");
    const head =
      rows.length === 1
        ? `The action id ${named} (${cells}) is none of the plan’s.`
        : `${plural(rows.length, "action id")} are none of the plan’s: ${named} (${cells}).`;
    return [
      actionFinding(rows, "rawId", {
        severity: "warning",
        message: `${head} An id such as FN5 was expected; correct it, or leave out what is not part of the plan.`,
        figure: rows.length === 1 ? rows[0].row.rawId : rows.length,
        subject: "unknown id",
      }),
    ];
  },
};
