import { groupBy } from "../../collections/groups";
import type { BodyState } from "../assessment";
import type { AssessedRow } from "./concerns";

/**
 * How each organisation stands that reports an action, its worst row for it, by its code; empty where
 * fewer than two have a say. One whose own columns are blank has given no return.
 *
 * @param rows the action's rows, the worst first.
 */
export function bodiesOf(rows: readonly AssessedRow[]): BodyState[] {
  const speaking = rows.filter(({ row }) => row.organisation !== null);
  const groups = groupBy(speaking, ({ row }) => row.organisation ?? "");
  const told = [...groups].map(([organisation, [worst]]): BodyState => ({
    organisation,
    status: worst.judged.status,
    normalised: worst.reported.status,
    due: worst.due,
    daysLate: worst.judged.daysLate,
    cell: worst.row.place.cell,
  }));
  const silent = [...new Set(speaking.flatMap(({ row }) => row.silent ?? []))].filter((code) => !groups.has(code));
  if (told.length + silent.length < 2) return [];
  const states = told.sort((a, b) => compare(a.organisation, b.organisation));
  return [
    ...states,
    ...silent.sort(compare).map((organisation): BodyState => ({
      organisation,
      status: "no return",
      normalised: null,
      due: null,
      daysLate: 0,
      cell: null,
    })),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
