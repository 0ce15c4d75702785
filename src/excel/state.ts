import type { Pack } from "../plan/schema";
import { mappingIn, mappingWith, seriesOf } from "../decisions/mapping";
import { mappingSheet } from "../report/kept/mapping-sheet";
import { placeWords } from "../report/kept/place-words";
import type { ReportSheet, SheetKind } from "../report/sheet";
import { explanationsIn, explanationsWith, type Explanation } from "../decisions/explanations";
import { explanationsSheet } from "../report/kept/explanations-sheet";
import type { SheetFrame } from "../report/layout/layout";
import { ownSheetName, sheetTitles } from "../report/layout/titles";
import { version } from "../report/source/version";
import type { MappingRow } from "../returns/observation";
import type { Snapshot } from "../snapshot/snapshot";
import { runExcel, type ExcelNamespace } from "./host/run";
import { readWorkbook } from "./read/read-workbook";
import { writeReport } from "./write/write-report";

/** What people decide in the pane is kept on visible sheets of ours; the person stays on the sheet they are on. */

/**
 * Keeps a person's explanation on the explanations sheet. An earlier explanation of the same finding gives way.
 *
 * @throws {ExcelTrouble} where it is not kept; what was kept before is still there.
 */
export function keepExplanation(excel: ExcelNamespace, explanation: Explanation): Promise<void> {
  return keep(excel, {
    kind: "explanations",
    sheetOf: (snapshot, frame) => explanationsSheet(explanationsWith(explanation, snapshot), frame),
    isKept: (snapshot) => explanationsIn(snapshot).some((each) => isSame(each, explanation)),
    what: "The explanation",
  });
}

/**
 * Keeps what a person says a line of figures is on the mapping sheet. What others wrote there since
 * the last reading stays.
 *
 * @param known the mapping of the last reading.
 * @throws as `keepExplanation`.
 */
export function keepMapping(
  excel: ExcelNamespace,
  said: MappingRow,
  known: readonly MappingRow[],
  pack: Pick<Pack, "metrics">,
): Promise<void> {
  return keep(excel, {
    kind: "mapping",
    sheetOf: (snapshot, frame) => mappingSheet(mappingWith(said, known, snapshot), pack, frame),
    isKept: (snapshot) =>
      mappingIn(snapshot).some((each) => seriesOf(each) === seriesOf(said) && each.metric === said.metric),
    what: "What you said",
  });
}

interface Keeping {
  readonly kind: "explanations" | "mapping";
  /** The sheet to write, from what our sheets hold now. */
  readonly sheetOf: (snapshot: Snapshot, frame: SheetFrame) => ReportSheet;
  /** True where the workbook holds it. */
  readonly isKept: (snapshot: Snapshot) => boolean;
  readonly what: string;
}

/** Writes one of the sheets that keep state; it is made where there is none. Where Excel gives no answer it is looked for. */
async function keep(excel: ExcelNamespace, { kind, sheetOf, isKept, what }: Keeping): Promise<void> {
  let begun = false;
  const begin = () => {
    begun = true;
  };
  const changed = () =>
    `${what} was not kept${begun ? "; all that was kept before is still there" : ", and nothing was changed"}.`;
  try {
    await runExcel(excel, (context) => write(context, kind, sheetOf, begin), changed);
  } catch (error) {
    if (!begun) throw error;
    const now = await runExcel(excel, (context) => readWorkbook(context, { onlyOurs: true })).catch(() => null);
    if (now === null || !isKept(now)) throw error;
  }
}

async function write(
  context: Excel.RequestContext,
  kind: Keeping["kind"],
  sheetOf: Keeping["sheetOf"],
  begun: () => void,
): Promise<void> {
  const snapshot = await readWorkbook(context, { onlyOurs: true });
  const frameOf = (of: SheetKind): SheetFrame => ({
    name: ownSheetName(of, sheetTitles[of], snapshot.sheets),
    header: "",
    footer: "Page &P of &N",
  });
  const sheet = sheetOf(snapshot, frameOf(kind));
  const { sheets, kept, safeCopy } = placeWords(snapshot.sheets, [sheet], frameOf("kept-words"));
  const book = { version, dateSystem: snapshot.dateSystem, sheets: kept ? [...sheets, kept] : sheets, safeCopy };
  await writeReport(context, book, { stay: true, begun });
}

function isSame(a: Explanation, b: Explanation): boolean {
  return a.key === b.key && a.text === b.text && a.who === b.who;
}
