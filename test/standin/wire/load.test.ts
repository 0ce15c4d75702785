import { blank } from "../support";

/** Two sheets and a table of three rows. */
async function filled() {
  const excel = await blank();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B4").values = [["Metric", "kWh"], ["Gas", 1], ["Oil", 2], ["Coal", 3]]; // prettier-ignore
    sheet.tables.add("A1:B4", true).name = "Energy";
    context.workbook.worksheets.add("Second");
    await context.sync();
  });
  return excel;
}

describe("loading", () => {
  test("text, lists and objects of properties give the same", async () => {
    const { Excel } = await filled();
    await Excel.run(async (context) => {
      const seen: string[][] = [];
      for (const options of ["items/name", ["items/name"], ["name"], { name: true }, { $all: true }]) {
        const sheets = context.workbook.worksheets;
        sheets.load(options as string);
        await context.sync();
        seen.push(sheets.items.map((sheet) => sheet.name));
      }
      expect(new Set(seen.map((names) => names.join()))).toEqual(new Set(["Sheet1,Second"]));
    });
  });

  test("leads through navigations and inner collections", async () => {
    const { Excel } = await filled();
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name,items/tables/items/name,items/tables/items/columns/items/name");
      await context.sync();
      const table = sheets.items[0]?.tables.items[0];
      expect(table?.name).toBe("Energy");
      expect(table?.columns.items.map((column) => column.name)).toEqual(["Metric", "kWh"]);
    });
  });

  test("expands what is named in expand, and takes top and skip of a collection", async () => {
    const { Excel } = await filled();
    await Excel.run(async (context) => {
      const { rows } = context.workbook.tables.getItem("Energy");
      rows.load({ select: "values", top: 1, skip: 1 });
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load({ select: "address", expand: "worksheet" });
      await context.sync();
      expect(rows.items.map((row) => row.values)).toEqual([[["Oil", 2]]]);
      expect(range.worksheet.name).toBe("Sheet1");
    });
  });

  test("a collection's own properties come without its items", async () => {
    const { Excel } = await filled();
    await Excel.run(async (context) => {
      const { tables } = context.workbook;
      tables.load("count");
      await context.sync();
      expect(tables.count).toBe(1);
      expect(() => tables.items).toThrow("items");
    });
  });

  test("what was not loaded cannot be read", async () => {
    const { Excel } = await filled();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load("name");
      await context.sync();
      expect(() => sheet.tabColor).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  test("set() and toJSON() go through objects", async () => {
    const { Excel } = await filled();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.set({ values: [["New"]], format: { font: { bold: true }, fill: { color: "#112233" } } });
      range.load("values,format/font/bold,format/fill/color");
      await context.sync();
      expect(range.toJSON()).toMatchObject({
        values: [["New"]],
        format: { font: { bold: true }, fill: { color: "#112233" } },
      });
    });
  });
});
