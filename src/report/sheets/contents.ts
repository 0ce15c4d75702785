import { plural } from "../../plan/wording";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";

/** The first sheet: what the report holds, with links that say where they go. */
export function contents(source: ReportSource, others: readonly ReportSheet[], freshness: Freshness): ReportSheet {
  const layout = new SheetLayout(
    "contents",
    source.names.contents,
    `Green plan report: ${source.subject}`,
    `One table: the ${others.length} sheets of this report, each with a link. As at ${source.asOf}.`,
  );
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.paragraph(
    `Made by Green Plan Reporter from this workbook, against ${source.outcome.pack.name}, ${source.outcome.pack.version}.`,
  );
  layout.gap();
  const placed = layout.table({
    name: "GreenPlan_Contents",
    items: others,
    columns: [
      {
        header: "Sheet",
        width: 30,
        cell: ({ name }) => ({ text: name, link: { sheet: name, address: "A1", tip: `Go to the sheet ${name}` } }),
      },
      { header: "What it holds", width: 84, cell: ({ paragraphs }) => String(paragraphs[0]?.cell ?? "") },
      { header: "Tables and charts", width: 26, cell: ({ tables, charts }) => counts(tables.length, charts.length) },
    ],
  });
  return layout.finish({ ...source.furniture(), follow: placed });
}

function counts(tables: number, charts: number): string {
  return charts === 0 ? plural(tables, "table") : `${plural(tables, "table")}, ${plural(charts, "chart")}`;
}
