import type { RowToWrite } from "../../decisions/cells";
import type { DecidedTable } from "../../snapshot/kept-words";
import type { ColumnOf, SheetLayout } from "../layout/layout";

type Look = Omit<ColumnOf<RowToWrite>, "header" | "cell">;

/** A table in which people decide, laid out from its rows. Columns that people added to one without a key stay in it. */
export function keptTable(
  layout: SheetLayout,
  { name, about }: Pick<DecidedTable, "name" | "about">,
  rows: readonly RowToWrite[],
  looks: Readonly<Record<string, Look>>,
  code?: (row: RowToWrite) => string,
): void {
  const added =
    about.length > 0 ? [] : [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((each) => !(each in looks));
  const columns = [...Object.entries(looks), ...added.map((header): [string, Look] => [header, { width: 26 }])];
  layout.table<RowToWrite>({
    name,
    key: about,
    items: rows,
    columns: columns.map(([header, look]) => ({ ...look, header, cell: (row) => row.get(header) ?? null })),
    ...(code && { code }),
  });
}
