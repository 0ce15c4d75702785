import { isNonEmpty } from "../../../collections/non-empty";
import { plural } from "../../../plan/wording";
import { identifiedRows } from "../../evidence/sheets/action-ids";
import { ACTION_ID } from "../codes";
import type { Rule } from "../rule";
import { actionFinding, cellsNamed, rowsNamed } from "../../evidence/sheets/action-finding";

/** Rows of a tracker that name no action of the plan (validation-rules.md AC01-AC07). */
export const missingIds: Rule = {
  ...ACTION_ID,
  severity: "warning",
  looksFor: "A row that names no action of the plan.",
  check(context) {
    const rows = context.once(identifiedRows).nameless;
    if (!isNonEmpty(rows)) return [];
    const field = rows.every(({ row }) => row.cells["rawId"] === undefined) ? "title" : "rawId";
    const named = rows.every(({ row }) => row.title === null) ? cellsNamed(rows, field) : rowsNamed(rows, field);
    return [
      actionFinding(rows, field, {
        severity: "warning",
        message: `${plural(rows.length, "row names", "rows name")} no action of the plan, so nothing in ${rows.length === 1 ? "it" : "them"} is counted: ${named}. An id such as FN5 was expected; write it, on each row of an action that has several.`,
        figure: rows.length,
        subject: "no id",
      }),
    ];
  },
};
