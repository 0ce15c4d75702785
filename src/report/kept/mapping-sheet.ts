import type { Pack } from "../../plan/schema";
import { metricName, sentenceCase } from "../../plan/wording";
import { mappingCells, mappingTable } from "../../decisions/mapping";
import type { MappingRow } from "../../returns/observation";
import { cellColumn, SheetLayout, type SheetFrame } from "../layout/layout";
import type { ReportSheet } from "../sheet";

/** The mapping sheet: what each series of figures was read as. It is also written alone, when a person says in the pane what a series is. */
export function mappingSheet(
  rows: readonly MappingRow[],
  pack: Pick<Pack, "metrics">,
  { name, header, footer }: SheetFrame,
): ReportSheet {
  const layout = new SheetLayout(
    "mapping",
    name,
    "Green plan mapping: what was understood",
    rows.length === 0
      ? "No table: nothing was understood as a figure of the plan."
      : "One table: each line of figures, and the metric, unit, organisation and period it was read as.",
  );
  layout.paragraph(
    'To correct a row, change its metric, unit, organisation or period and write "yes" under Set by hand.',
  );
  layout.paragraph(
    'To leave a line out, write "yes" under Set by hand and nothing under Metric. [x] not understood; [z] told by the headings.',
  );
  layout.paragraph(
    "An answer holds wherever the same words stand under the same heading in the same unit (Known by), in next month’s workbook too: copy its row there.",
  );
  layout.gap();
  if (rows.length === 0) return layout.finish({ header, footer });
  const placed = layout.table({
    name: mappingTable.name,
    key: mappingTable.about,
    items: rows.map((row) => ({ ...mappingCells(row), "In words": inWords(row, pack), "How sure": row.confidence })),
    columns: [
      cellColumn("Sheet", { width: 18 }),
      cellColumn("Cells", { width: 14 }),
      cellColumn("Label", { width: 38 }),
      cellColumn("Metric", { width: 18 }),
      cellColumn("In words", { width: 30 }),
      cellColumn("Unit", { width: 12 }),
      cellColumn("Organisation", { width: 15 }),
      cellColumn("Period", { width: 12 }),
      cellColumn("Set by hand", { width: 10, align: "center" }),
      cellColumn("How sure", { width: 10, format: "percent" }),
      cellColumn("Why", { width: 60 }),
      cellColumn("Known by", { width: 60 }),
      cellColumn("Who", { width: 20 }),
      cellColumn("When", { width: 16, format: "date" }),
    ],
  });
  return layout.finish({ header, footer, follow: placed, printTo: "How sure" });
}

function inWords({ metric, byHand }: MappingRow, pack: Pick<Pack, "metrics">): string {
  if (metric === null) return byHand ? "left out" : "not understood";
  return sentenceCase(metricName(pack, metric));
}
