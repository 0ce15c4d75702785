import { isReturned } from "../../../assessment/actions/concerns";
import { isNonEmpty, type NonEmpty } from "../../../collections/non-empty";
import { plural } from "../../../plan/wording";
import { actionRows, isOpen, isOwnerless, type ActionRow } from "../../evidence/sheets/action-rows";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { actionFinding, cellsNamed, rowsNamed } from "../../evidence/sheets/action-finding";

/** Actions that nobody owns (validation-rules.md AC01-AC07). */
export const actionOwners: Rule = {
  code: "AC03",
  name: "action-owner",
  severity: "warning",
  looksFor: "An action still to be done without an owner, or with “TBC” or “vacant” for one.",
  why: "An action without an owner is nobody’s to do.",
  check(context) {
    const rows = actionRows(context).filter((row) => isReturned(row.told) && isOpen(row) && isOwnerless(row));
    const unnamed = rows.filter(({ row }) => row.cells["owner"] !== undefined);
    const withoutColumn = rows.filter(({ row }) => row.cells["owner"] === undefined);
    return [
      ...(isNonEmpty(unnamed) ? [ownerless(unnamed)] : []),
      ...(isNonEmpty(withoutColumn) ? [columnless(withoutColumn)] : []),
    ];
  },
};

function ownerless(rows: NonEmpty<ActionRow>): Candidate {
  const named = rowsNamed(rows, "owner");
  const message =
    rows.length === 1
      ? `Action ${named} has no owner. A name was expected; add it.`
      : `${plural(rows.length, "action")} have no owner: ${named}. A name was expected for each; add them.`;
  return actionFinding(rows, "owner", { severity: "warning", message, figure: rows.length, subject: "owner" });
}

function columnless(rows: NonEmpty<ActionRow>): Candidate {
  const message = `The tracker of ${plural(rows.length, "action")} (${cellsNamed(rows, "rawId")}) has no column that says who owns each. A name was expected for each; add a column headed Owner.`;
  return actionFinding(rows, "owner", { severity: "warning", message, figure: rows.length, subject: "owner column" });
}
