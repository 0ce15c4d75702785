import { keptWordsTable, type KeptWords } from "../../snapshot/kept-words";
import { SheetLayout, type SheetFrame } from "../layout/layout";
import type { ReportSheet } from "../sheet";

/** The sheet of kept words: while sheets are written all that people wrote on them, afterwards what found no row. */
export function keptWordsSheet(words: readonly KeptWords[], { name, header, footer }: SheetFrame): ReportSheet {
  const layout = new SheetLayout(
    "kept-words",
    name,
    "Green plan kept words: what people wrote in rows that are no longer reported",
    words.length === 0
      ? "No table: all that people wrote on these sheets stands beside its row."
      : "One table: words that wait for their row. They return to it when it comes back.",
  );
  layout.paragraph(
    "While the report is written, all that people wrote on its sheets stands here too. If the writing stops half-way, make the report again: every word goes back to its place.",
  );
  layout.gap();
  if (words.length === 0) return layout.finish({ header, footer });
  const placed = layout.table<KeptWords>({
    name: keptWordsTable,
    items: words,
    columns: [
      { header: "Table", width: 28, cell: ({ table }) => table },
      { header: "Row", width: 34, cell: ({ row }) => row },
      { header: "Column", width: 18, cell: ({ column }) => column },
      { header: "Words", width: 80, cell: ({ words }) => words },
      { header: "Formula", width: 20, cell: ({ formula }) => formula?.text ?? null },
      { header: "Stood at", width: 24, cell: ({ formula }) => formula?.at ?? null },
    ],
  });
  return layout.finish({ header, footer, follow: placed });
}
