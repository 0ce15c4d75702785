import { readWorkbook } from "../../src/excel/read/read-workbook";
import { runExcel } from "../../src/excel/host/run";
import { writeTemplate } from "../../src/excel/write/template";
import { llrPack } from "../../src/plan/llr";
import { financialYear } from "../../src/plan/time/periods";
import { readReturns } from "../../src/returns/reading/read";
import { openExcel } from "../../src/standin";

const period = financialYear(2025);

/** The template with "1" (or "Yes") in every row, read as a return. */
async function filledIn(code: string) {
  const organisation = llrPack.organisations.find((each) => each.code === code)!;
  const excel = await openExcel();
  await runExcel(excel.Excel, (context) => writeTemplate(context, { pack: llrPack, organisation, period }));
  const snapshot = await runExcel(excel.Excel, async (context) => {
    const sheet = context.workbook.worksheets.getItem("Return");
    const rows = sheet.tables.getItem("GreenPlan_Return").getDataBodyRange();
    rows.load("values");
    await context.sync();
    rows.getColumn(3).values = rows.values.map(([, , unit]) => [unit === "yes/no" ? "Yes" : 1]);
    sheet.tables.getItem("GreenPlan_Return").load("name");
    await context.sync();
    return readWorkbook(context);
  });
  return {
    rows: snapshot.sheets[0]!.values.length - 5,
    reading: readReturns(snapshot, llrPack, { period: null, organisations: [] }),
  };
}

describe.each(["RWE", "RT5", "QK1", "PCN"])("the empty return of %s, filled in", (code) => {
  test("is read whole: every row a figure of that organisation and year, none by likeness", async () => {
    const { rows, reading } = await filledIn(code);
    const read = reading.observations.filter(({ metric }) => metric !== "ENERGY-C");
    expect(reading.notUnderstood).toEqual([]);
    expect(read).toHaveLength(rows);
    expect(new Set(read.map((each) => each.organisation))).toEqual(new Set([code]));
    expect(new Set(read.map((each) => each.period.label))).toEqual(new Set([period.label]));
    expect(read.filter(({ confidence }) => confidence < 1)).toEqual([]);
    // The legend of data notes names estimates; the figures are none.
    expect(new Set(read.map(({ kind }) => kind))).toEqual(new Set(["actual"]));
  });

  test("has a row for each of the plan's actions", async () => {
    const { reading } = await filledIn(code);
    expect(reading.actions.map((each) => each.action)).toEqual(llrPack.actions.map(({ id }) => id));
  });
});

describe("the cells to fill in", () => {
  test("say what goes into them, offer the words there are, and ask about what cannot be right", async () => {
    const organisation = llrPack.organisations.find(({ code }) => code === "RWE")!;
    const excel = await openExcel();
    await runExcel(excel.Excel, (context) => writeTemplate(context, { pack: llrPack, organisation, period }));
    // Asked of the file as it was saved, not of what was just set.
    const saved = await openExcel(await excel.save());
    const asked = await runExcel(saved.Excel, async (context) => {
      const table = context.workbook.worksheets.getItem("Return").tables.getItem("GreenPlan_Return");
      const body = table.getDataBodyRange();
      body.load("values,rowCount");
      await context.sync();
      const cells = body.values.map(([, metric, unit], row) => {
        const validation = body.getCell(row, 3).dataValidation;
        validation.load("rule,prompt,errorAlert");
        return { metric: metric as string, unit: unit as string, validation };
      });
      await context.sync();
      return cells.map(({ metric, unit, validation: { rule, prompt, errorAlert } }) => ({
        metric,
        unit,
        rule,
        prompt: prompt.message,
        style: errorAlert.style,
      }));
    });
    expect(asked.filter(({ prompt }) => !prompt)).toEqual([]);
    expect(asked.find(({ metric }) => metric === "Gas consumed")).toMatchObject({
      rule: { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      prompt: "A number, in kWh, for 2025/26.",
      style: "Warning",
    });
    expect(asked.find(({ unit }) => unit === "%")).toMatchObject({
      rule: { decimal: { formula1: 0, formula2: 100, operator: "Between" } },
      prompt: "A percentage from 0 to 100: 47 for 47%, for 2025/26.",
    });
    expect(asked.find(({ unit }) => unit === "yes/no")?.rule).toMatchObject({ list: { source: "Yes,No" } });
  });
});
