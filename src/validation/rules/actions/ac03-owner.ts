import { plural } from "../../../plan/wording";
import {
  actionCandidate,
  actionRows,
  cellsNamed,
  isOpen,
  isOwnerless,
  rowsNamed,
} from "../../evidence/sheets/action-rows";
import type { ActionRow } from "../../evidence/sheets/action-rows";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { noThresholds } from "../rule";

/** Actions that nobody owns (validation-rules.md AC01-AC07). */
export const actionOwner: Rule = {
  code: "AC03",
  name: "action-owner",
  severity: "warning",
  looksFor: "An action still to be done without an owner, or with “TBC” or “vacant” for one.",
  why: "An action without an owner is nobody’s to do.",
  thresholds: noThresholds,
  mends: null,
  check(context) {
    const rows = actionRows(context).filter((row) => isOpen(row) && isOwnerless(row));
    const headed = rows.filter(({ row }) => row.cells["owner"] !== undefined);
    const bare = rows.filter(({ row }) => row.cells["owner"] === undefined);
    return [...(headed.length > 0 ? [unnamed(headed)] : []), ...(bare.length > 0 ? [withoutColumn(bare)] : [])];
  },
};

function unnamed(rows: readonly ActionRow[]): Candidate {
  const named = rowsNamed(rows, "owner");
  const message =
    rows.length === 1
      ? `Action ${named} has no owner. A name was expected; add it.`
      : `${plural(rows.length, "action")} have no owner: ${named}. A name was expected for each; add them.`;
  return actionCandidate(rows, "owner", { severity: "warning", message, figure: rows.length, subject: "owner" });
}

function withoutColumn(rows: readonly ActionRow[]): Candidate {
  const message = `The tracker of ${plural(rows.length, "action")} (${cellsNamed(rows, "rawId")}) has no column that says who owns each. A name was expected for each; add a column headed Owner.`;
  return actionCandidate(rows, "owner", { severity: "warning", message, figure: rows.length, subject: "owner column" });
}
