import { explanationsSheet, rowsWith } from "../report/stateSheets";
import { ownSheetName, sheetTitles } from "../report/titles";
import { version } from "../report/version";
import type { Explanation } from "../validation/explanations";
import { readWorkbook } from "./read";
import { writeReport } from "./write";

/**
 * Keeps a person's explanation on the explanations sheet, which is made where there is none; the
 * person stays on the sheet they are on. An earlier explanation of the same finding gives way.
 */
export async function keepExplanation(context: Excel.RequestContext, explanation: Explanation): Promise<void> {
  const snapshot = await readWorkbook(context, { onlyOurs: true });
  const name = ownSheetName("explanations", sheetTitles.explanations, snapshot.sheets);
  const sheet = explanationsSheet(rowsWith(explanation, snapshot), { name, header: "", footer: "Page &P of &N" });
  await writeReport(context, { version, dateSystem: snapshot.dateSystem, sheets: [sheet] }, { stay: true });
}
