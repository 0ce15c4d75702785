import { figureName } from "../../plan/wording";
import { absoluteReference } from "../../snapshot/addresses";
import type { SheetSnapshot } from "../../snapshot/snapshot";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import { peoplesWords } from "../source/people";
import { standingKey, type ReportSource } from "../source/source";

import { sectionsOf, type Section } from "./sections";

const COMMENTARY = "Commentary";
const commented = ["GreenPlan_Footprints", "GreenPlan_Targets"];

/** What a person wrote beside a target of the board page: its row's reference, the words, the cell they will stand in. */
export type Comment = Readonly<Record<"key" | "words" | "at", string>>;

/** What people wrote under Commentary on the board page, as the next page will show it, in its order. */
export function commentsOn(board: ReportSheet, sheets: readonly SheetSnapshot[]): Comment[] {
  const words = peoplesWords(sheets, [board]).filter(({ column }) => column === COMMENTARY);
  const tables = board.tables.filter(({ name }) => commented.includes(name));
  return tables.flatMap(({ name, row: header, columns, key: [reference = 0], rows }) => {
    const column = columns.findIndex((each) => each.header === COMMENTARY);
    return rows.flatMap((cells, index): Comment[] => {
      const [key, row] = [String(cells[reference]), header + 1 + index];
      const said = words.find((each) => each.table === name && each.row === key);
      const at = absoluteReference(board.name, { top: row, bottom: row, left: column, right: column });
      return said === undefined ? [] : [{ key, words: String(said.words), at }];
    });
  });
}

/** Each comment as a section that shows what its cell says by now. */
function commentary(source: ReportSource, comments: readonly Comment[]): Section[] {
  const none = `To complete: write it beside a target on ${source.names["board-report"]}, under ${COMMENTARY}.`;
  if (comments.length === 0) return [{ key: "commentary", title: COMMENTARY, proposed: none }];
  const named = new Map(source.latest().map((row) => [standingKey(row), figureName(source.outcome.pack, row)]));
  return comments.map(({ key, at }) => ({
    key: `commentary|${key}`,
    title: `${COMMENTARY}: ${named.get(key) ?? key}`,
    proposed: { formula: `=IF(${at}="","",${at})` },
  }));
}

/**
 * What a person pastes into the board's own template, a section a row. A person's own words beside a section take the
 * place of ours at once, by a formula; ours stay in sight.
 */
export function paperText(source: ReportSource, comments: readonly Comment[], freshness: Freshness): ReportSheet {
  const title = `Paper text: ${source.subject}`;
  const holds = "One table: each section of the board’s paper, to copy into your own template.";
  const layout = new SheetLayout("paper-text", source.names["paper-text"], title, holds);
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.paragraph("Under Your words, right of the text, write what is to stand in its place.");
  const repeat = layout.table<Section>({
    name: "GreenPlan_Paper",
    items: [...sectionsOf(source), ...commentary(source, comments)],
    key: ["Reference"],
    columns: [
      { header: "Section", width: 26, cell: ({ title }) => title },
      {
        header: "Text",
        width: 120,
        cell: (_, at) => ({ formula: `=IF(${at("Your words")}="",${at("Proposed")},${at("Your words")})` }),
      },
      { header: "Your words", width: 60 },
      { header: "Proposed", width: 120, cell: ({ proposed }) => proposed },
      { header: "Reference", width: 24, wrap: false, cell: ({ key }) => key },
    ],
  });
  return { ...layout.finish({ ...source.furniture(), repeat }), printColumns: 2 };
}
