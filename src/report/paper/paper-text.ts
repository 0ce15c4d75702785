import { approvalWords } from "../words/approval-words";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { commentary, type Comment } from "./commentary";
import { sectionsOf, type Section } from "./sections";

/** The columns that are printed: a section and its text. */
const PRINTED_COLUMNS = 2;

/**
 * What a person pastes into the board's own template, a section a row. A person's own words beside a section take the
 * place of ours at once, by a formula; ours stay in sight.
 */
export function paperText(source: ReportSource, comments: readonly Comment[], freshness: Freshness): ReportSheet {
  const layout = new SheetLayout(
    "paper-text",
    source.names["paper-text"],
    `Paper text: ${source.subject}`,
    "One table: each section of the board’s paper, to copy into your own template.",
  );
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.paragraph(`${approvalWords(source.outcome)}  ·  as at ${source.asOf}`);
  layout.paragraph("Under Your words, right of the text, write what is to stand in its place.");
  layout.gap();
  const placed = layout.table<Section>({
    name: "GreenPlan_Paper",
    items: [...sectionsOf(source), ...commentary(source, comments)],
    key: ["Reference"],
    columns: [
      { header: "Section", width: 26, cell: ({ title }) => title },
      {
        header: "Text",
        width: 120,
        cell: (_, at) => {
          const [own, proposed] = [at("Your words"), at("Proposed")];
          return { formula: `=IF(${own}="",IF(${proposed}="","",${proposed}),${own})` };
        },
      },
      { header: "Your words", width: 60 },
      { header: "Proposed", width: 120, cell: ({ proposed }) => proposed },
      { header: "Reference", width: 24, wrap: false, cell: ({ key }) => key },
    ],
  });
  const sheet = layout.finish({ ...source.furniture(), repeat: placed });
  return { ...sheet, printColumns: PRINTED_COLUMNS };
}
