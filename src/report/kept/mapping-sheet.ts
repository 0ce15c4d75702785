import type { Pack } from "../../plan/schema";
import { metricName, sentenceCase } from "../../plan/wording";
import type { MappingRow } from "../../returns/observation";
import type { Snapshot } from "../../snapshot/snapshot";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { Place } from "./state-sheets";
import { carriedIn, mappingTable } from "./state";

/** The mapping sheet: what each line of figures was read as. It is also written alone, when a person says in the pane what a line is. */
export function mappingSheet(rows: readonly MappingRow[], pack: Pick<Pack, "metrics">, place: Place): ReportSheet {
  const { name, header, footer } = place;
  const layout = new SheetLayout(
    "mapping",
    name,
    "Green plan mapping: what was understood",
    rows.length === 0
      ? "No table: nothing was understood as a figure of the plan."
      : "One table: each line of figures, and the metric, unit, organisation and period it was read as.",
  );
  layout.line('To correct a row, change its metric, unit, organisation or period and write "yes" under Set by hand.');
  layout.line(
    'To leave a line out, write "yes" under Set by hand and nothing under Metric. [x] not understood; [z] told by the headings.',
  );
  layout.gap();
  if (rows.length === 0) return layout.finish({ header, footer });
  const said = (text: string | null) => text ?? "[z]";
  const placed = layout.table<MappingRow>({
    name: mappingTable,
    items: rows,
    columns: [
      { header: "Sheet", width: 20, cell: ({ sheet }) => sheet },
      { header: "Cells", width: 14, cell: ({ range }) => range },
      { header: "Label", width: 44, cell: ({ label }) => label || "[x]" },
      { header: "Metric", width: 18, cell: ({ metric }) => metric ?? "[x]" },
      { header: "In words", width: 36, cell: (row) => inWords(row, pack) },
      { header: "Unit", width: 12, cell: ({ unit }) => said(unit) },
      { header: "Organisation", width: 15, cell: ({ organisation }) => said(organisation) },
      { header: "Period", width: 12, cell: ({ period }) => said(period) },
      { header: "Set by hand", width: 10, align: "center", cell: ({ byHand }) => (byHand ? "yes" : "no") },
      { header: "How sure", width: 10, format: "percent", cell: ({ confidence }) => confidence },
      { header: "Why", width: 60, cell: ({ why }) => why || "[z]" },
    ],
  });
  return layout.finish({ header, footer, follow: placed, printTo: "How sure" });
}

function inWords({ metric, byHand }: MappingRow, pack: Pick<Pack, "metrics">): string {
  if (metric === null) return byHand ? "left out" : "not understood";
  return sentenceCase(metricName(pack, metric));
}

/**
 * The rows of the last reading, with what people have said on the sheet since, and one row said now.
 *
 * @param known the mapping of the last reading.
 */
export function mappingWith(said: MappingRow, known: readonly MappingRow[], snapshot: Snapshot): MappingRow[] {
  const byHand = [...carriedIn(snapshot).mapping, said];
  const latest = new Map(byHand.map((row) => [lineOf(row), row]));
  const lines = new Set(known.map(lineOf));
  const others = [...latest].filter(([line]) => !lines.has(line)).map(([, row]) => row);
  return [...known.map((row) => latest.get(lineOf(row)) ?? row), ...others];
}

/** A line of figures is told by its sheet, cells and heading. */
function lineOf({ sheet, range, label }: MappingRow): string {
  return [sheet, range, label].join("\n");
}
