import type { NonEmpty } from "../../../collections/non-empty";
import { shortened } from "../../../errors/shortened";
import { someOf } from "../../../plan/wording";
import { cellOf, type ActionRow } from "./action-rows";
import { findingIn, ofOne, type Candidate } from "../../findings/candidate";
import { quoted } from "../../findings/quoted";
import { references } from "../../findings/references";

/** "FN5 (plant-based menus)": the action as its row names it. */
export function actionName({ row, actions }: ActionRow): string {
  const id =
    actions.length === 0
      ? shortened(row.rawId)
      : someOf(
          actions.map((each) => each.id),
          6,
        );
  const title = row.title ?? actions[0]?.title ?? "";
  const short = shortened(title);
  if (id === "") return quoted(short);
  return short === "" || short === row.rawId ? id : `${id} (${short})`;
}

/** "TT1 (Fleet), TT2 (Miles) and 3 more (Actions!D5:D9)": several rows with one of their columns' cells. */
export function rowsNamed(rows: readonly ActionRow[], field: string): string {
  return `${someOf(rows.map(actionName))} (${cellsNamed(rows, field)})`;
}

export function cellsNamed(rows: readonly ActionRow[], field: string): string {
  return someOf(references(rows.map((row) => cellOf(row, field))));
}

/** A finding about one or several actions' rows, at one of their columns. */
export function actionFinding(
  rows: NonEmpty<ActionRow>,
  field: string,
  { subject, ...said }: Pick<Candidate, "severity" | "message" | "figure"> & Partial<Candidate>,
): Candidate {
  const id = ofOne(rows, ({ row }) => row.rawId);
  return findingIn(
    rows.map((each) => cellOf(each, field)),
    {
      label: ofOne(rows, ({ row }) => row.title ?? row.rawId),
      organisation: ofOne(rows, ({ row }) => row.organisation),
      effect: rows.length / 1000,
      subject: [id ?? "", subject ?? ""].filter((each) => each !== "").join("|"),
      ...said,
    },
  );
}
