import type { MappingRow } from "../returns/observation";
import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { Snapshot } from "../snapshot/snapshot";
import { dayReader, isYes, textOf, textOrNull, type DecisionCells, type ReadDay } from "./cells";

/** The mapping: what each series of figures was read as, and what a person says it is. */

export const mappingTable: DecidedTable = {
  name: "GreenPlan_Mapping",
  about: ["Sheet", "Cells", "Label"],
  isWritten: (row) => isYes(row.get("Set by hand")),
};

/** Headers of the columns that are read back. */
type Header =
  | "Sheet"
  | "Cells"
  | "Label"
  | "Metric"
  | "Unit"
  | "Organisation"
  | "Period"
  | "Set by hand"
  | "Why"
  | "Known by"
  | "Who"
  | "When";

/** The rows that a person set by hand. */
export function mappingIn({ sheets, dateSystem }: Pick<Snapshot, "sheets" | "dateSystem">): MappingRow[] {
  const readDay = dayReader(dateSystem);
  return decidedRows(sheets, mappingTable).flatMap((record) => readMappingRow(record, readDay) ?? []);
}

/** The row of a record, or null where nobody set it by hand or it names no cells. */
function readMappingRow(record: TableRecord, readDay: ReadDay): MappingRow | null {
  const cell = (header: Header) => record.get(header);
  const [sheet, range] = [textOf(cell("Sheet")), textOf(cell("Cells"))];
  if (!isYes(cell("Set by hand")) || sheet === "" || range === "") return null;
  const [text, who, when] = [textOrNull(cell("Known by")), textOrNull(cell("Who")), readDay(cell("When"))];
  return {
    sheet,
    range,
    label: textOf(cell("Label")),
    metric: textOrNull(cell("Metric")),
    unit: textOrNull(cell("Unit")),
    organisation: textOrNull(cell("Organisation")),
    period: textOrNull(cell("Period")),
    confidence: 1,
    why: textOf(cell("Why")),
    byHand: true,
    ...(text !== null && { text }),
    ...(who !== null && { who }),
    ...(when !== null && { when }),
  };
}

/** A row's cells as the sheet shows them, with the shorthands of what is not there. */
export function mappingCells(row: MappingRow): DecisionCells<Header> {
  return {
    Sheet: row.sheet,
    Cells: row.range,
    Label: row.label || "[x]",
    Metric: row.metric ?? "[x]",
    Unit: row.unit ?? "[z]",
    Organisation: row.organisation ?? "[z]",
    Period: row.period ?? "[z]",
    "Set by hand": row.byHand ? "yes" : "no",
    Why: row.why || "[z]",
    "Known by": row.text ?? "[z]",
    Who: row.who || "[z]",
    When: row.when === undefined ? "[z]" : { date: row.when },
  };
}

/**
 * The mapping to write once a person has said what one series is: the rows of the last reading, with what people have
 * written on the sheet since.
 *
 * @param known the mapping of the last reading.
 */
export function mappingWith(
  given: MappingRow,
  known: readonly MappingRow[],
  snapshot: Pick<Snapshot, "sheets" | "dateSystem">,
): MappingRow[] {
  const latest = new Map([...mappingIn(snapshot), given].map((row) => [seriesOf(row), row]));
  const series = new Set(known.map(seriesOf));
  const others = [...latest].filter(([key]) => !series.has(key)).map(([, row]) => row);
  return [...known.map((row) => latest.get(seriesOf(row)) ?? row), ...others];
}

/** Two rows are of one series of figures where sheet, cells and heading are the same. */
export function seriesOf({ sheet, range, label }: MappingRow): string {
  return [sheet, range, label].join("\n");
}
