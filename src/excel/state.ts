import type { Pack } from "../plan/schema";
import { mappingWith } from "../decisions/mapping";
import { mappingSheet } from "../report/kept/mapping-sheet";
import type { ReportSheet } from "../report/sheet";
import { explanationsWith, type Explanation } from "../decisions/explanations";
import { explanationsSheet } from "../report/kept/explanations-sheet";
import type { SheetFrame } from "../report/layout/layout";
import { ownSheetName, sheetTitles } from "../report/layout/titles";
import { version } from "../report/source/version";
import type { MappingRow } from "../returns/observation";
import type { Snapshot } from "../snapshot/snapshot";
import { readWorkbook } from "./read/read-workbook";
import { writeReport } from "./write/write-report";

/** What people decide in the pane is kept on visible sheets of ours; the person stays on the sheet they are on. */

/** Keeps a person's explanation on the explanations sheet. An earlier explanation of the same finding gives way. */
export function keepExplanation(context: Excel.RequestContext, explanation: Explanation): Promise<void> {
  return keep(context, "explanations", (snapshot, frame) =>
    explanationsSheet(explanationsWith(explanation, snapshot), frame),
  );
}

/**
 * Keeps what a person says a line of figures is on the mapping sheet. What others wrote there since
 * the last reading stays.
 *
 * @param known the mapping of the last reading.
 */
export function keepMapping(
  context: Excel.RequestContext,
  said: MappingRow,
  known: readonly MappingRow[],
  pack: Pick<Pack, "metrics">,
): Promise<void> {
  return keep(context, "mapping", (snapshot, frame) => mappingSheet(mappingWith(said, known, snapshot), pack, frame));
}

/** Writes one of the sheets that keep state, from what our sheets hold now; it is made where there is none. */
async function keep(
  context: Excel.RequestContext,
  kind: "explanations" | "mapping",
  sheetOf: (snapshot: Snapshot, frame: SheetFrame) => ReportSheet,
): Promise<void> {
  const snapshot = await readWorkbook(context, { onlyOurs: true });
  const name = ownSheetName(kind, sheetTitles[kind], snapshot.sheets);
  const sheet = sheetOf(snapshot, { name, header: "", footer: "Page &P of &N" });
  await writeReport(context, { version, dateSystem: snapshot.dateSystem, sheets: [sheet] }, { stay: true });
}
