import { quoteSheetName, splitPlace } from "../../snapshot/addresses";
import { ExcelTrouble } from "./trouble";

/**
 * Goes to a finding's cell: its sheet comes to the front and the cell is selected.
 *
 * @param cell as findings name it: "Site Data!BF812" or "Site Data!BF812:BF815".
 * @returns where the person was before, named in the same way, for the way back; null where Excel
 *   cannot say (a chart or several ranges are selected).
 * @throws {ExcelTrouble} where the sheet is gone or hidden.
 */
export async function goToCell(context: Excel.RequestContext, cell: string): Promise<string | null> {
  const place = splitPlace(cell);
  if (!place) throw new ExcelTrouble(`"${cell}" names no cell. It should read like Sheet1!A1.`, "NoSuchCell");
  const left = await selection(context);
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  sheet.load("visibility");
  await context.sync();
  if (sheet.isNullObject) {
    throw new ExcelTrouble(
      `The sheet "${place.sheet}" is no longer in this workbook. Check the return again.`,
      "NoSuchCell",
    );
  }
  if (sheet.visibility !== "Visible") {
    throw new ExcelTrouble(
      `${cell} stands on a hidden sheet. Right-click any sheet tab and choose Unhide to see it.`,
      "HiddenSheet",
    );
  }
  sheet.activate();
  sheet.getRange(place.address).select();
  await context.sync();
  return left;
}

async function selection(context: Excel.RequestContext): Promise<string | null> {
  try {
    const range = context.workbook.getSelectedRange();
    range.load("address,worksheet/name");
    await context.sync();
    const address = range.address.slice(range.address.lastIndexOf("!") + 1);
    return `${quoteSheetName(range.worksheet.name)}!${address}`;
  } catch {
    return null;
  }
}
