import { absoluteReference } from "../../snapshot/addresses";
import type { SheetSnapshot } from "../../snapshot/snapshot";
import { standingKey, type ReportSource } from "../source/source";
import type { ReportSheet } from "../sheet";
import { peoplesWords } from "../source/people";
import { nameOf } from "./row-words";
import type { Section } from "./sections";

const HEADER = "Commentary";
const tables = ["GreenPlan_Footprints", "GreenPlan_Targets"];

/** What a person wrote beside a target of the board page. */
export interface Comment {
  /** "ELEC|UHL", as the board page refers to its rows. */
  readonly key: string;
  readonly words: string;
  /** The cell it will stand in: "'Board Report'!$K$80". */
  readonly at: string;
}

/** What people wrote under Commentary on the board page, as the next page will show it, in its order. */
export function commentsOn(board: ReportSheet, sheets: readonly SheetSnapshot[]): Comment[] {
  const words = peoplesWords(sheets, [board]).filter(({ column }) => column === HEADER);
  return board.tables
    .filter(({ name }) => tables.includes(name))
    .flatMap(({ name, row: top, columns, key: [reference = 0], rows }) => {
      const column = columns.findIndex(({ header }) => header === HEADER);
      return rows.flatMap((cells, index): Comment[] => {
        const key = String(cells[reference]);
        const said = words.find(({ table, row }) => table === name && row === key);
        const row = top + 1 + index;
        const at = absoluteReference(board.name, { top: row, bottom: row, left: column, right: column });
        return said === undefined ? [] : [{ key, words: String(said.words), at }];
      });
    });
}

/** Each comment as a section that shows what its cell says by now. */
export function commentary(source: ReportSource, comments: readonly Comment[]): Section[] {
  if (comments.length === 0) {
    const proposed = `To complete: write it beside a target on ${source.names["board-report"]}, under ${HEADER}.`;
    return [{ key: "commentary", title: HEADER, proposed }];
  }
  const named = new Map(source.latest().map((row) => [standingKey(row), nameOf(source.outcome.pack, row)]));
  return comments.map(({ key, at }) => ({
    key: `commentary|${key}`,
    title: `${HEADER}: ${named.get(key) ?? key}`,
    proposed: { formula: `=IF(${at}="","",${at})` },
  }));
}
