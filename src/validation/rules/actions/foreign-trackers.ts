import { plural } from "../../../plan/wording";
import { identifiedRows } from "../../evidence/sheets/action-ids";
import { ACTION_ID } from "../codes";
import type { Rule } from "../rule";
import { actionFinding, actionName, cellsNamed } from "../../evidence/sheets/action-finding";

/** Lists of other work: a risk register, another plan's actions (validation-rules.md AC01-AC07). */
export const foreignTrackers: Rule = {
  ...ACTION_ID,
  severity: "info",
  looksFor: "A tracker in which nothing is the plan’s.",
  check(context) {
    return context.once(identifiedRows).foreign.map((rows) =>
      actionFinding(rows, "rawId", {
        severity: "info",
        message: `The ${plural(rows.length, "row")} of the list in ${cellsNamed(rows, "rawId")} look like actions, but none is the plan’s, the first being ${actionName(rows[0])}. They are left out; if they are the plan’s, write its ids, such as FN5.`,
        figure: rows.length,
        subject: `other work|${rows[0].row.place.sheet}`,
      }),
    );
  },
};
