import { addressOf } from "../../../snapshot/addresses";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { joinWords, plural, someOf } from "../../../plan/wording";
import type { CheckContext } from "../../context/check-context";
import { identifiedRows, planIds } from "../../evidence/sheets/action-ids";
import { cellOf, type ActionRow } from "../../evidence/sheets/action-rows";
import type { CellChange } from "../../finding";
import type { Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { ACTION_ID } from "../codes";
import type { Rule } from "../rule";
import { actionFinding } from "../../evidence/sheets/action-finding";

/** Action ids in another spelling than the plan's (validation-rules.md AC01-AC07). */
export const idsWrittenOtherwise: Rule = {
  ...ACTION_ID,
  severity: "info",
  looksFor: "An id written otherwise than the plan’s, such as “FN 5” for FN5 or “TT1-TT3” for three.",
  mends: "write the plan’s id",
  check(context) {
    const rows = context.once(identifiedRows).otherwise;
    return isNonEmpty(rows) ? [finding(context, rows)] : [];
  },
};

function finding(context: CheckContext, rows: NonEmpty<ActionRow>): Candidate {
  const named = someOf(
    rows.map(({ row, actions }) => `${quoted(row.rawId)} for ${joinWords(actions.map((each) => each.id))}`),
    6,
  );
  const changes = rows.flatMap((row) => changeOf(context, row) ?? []);
  return actionFinding(rows, "rawId", {
    severity: "info",
    message: `${plural(rows.length, "action id is", "action ids are")} not written as in the plan, but could be read: ${named}. Write the plan’s own.`,
    figure: rows.length,
    subject: "written otherwise",
    mend:
      changes.length === 0
        ? null
        : { label: `Write the plan’s id in ${plural(changes.length, "cell")}`, kind: "action id", changes },
  });
}

/** Only an id that stands alone in a typed cell is corrected: text beside it, or a second id, would be lost. */
function changeOf(context: CheckContext, { row, actions }: ActionRow): CellChange | null {
  const [action, ...others] = actions;
  const place = cellOf({ row }, "rawId");
  const typed = row.cells["rawId"] !== undefined && context.formulaAt(place) === null;
  const isPlain = action !== undefined && others.length === 0 && context.once(planIds).isPlain(row.rawId, action);
  return typed && isPlain
    ? { sheet: place.sheet, address: addressOf(place), before: row.rawId, after: action.id }
    : null;
}
