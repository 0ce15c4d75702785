import { blank, errorOf } from "../support";

/** A table "Energy" of a header and two rows at A1:B3. */
async function withTable() {
  const excel = await blank();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [["Metric", "kWh"], ["Gas", 1], ["Oil", 2]]; // prettier-ignore
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Energy";
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    table.showFilterButton = false;
    await context.sync();
  });
  return { ...excel, state: excel.book.sheets[0]!.tables[0]!, sheet: excel.book.sheets[0]! };
}

describe("tables", () => {
  test("have a name, a look and parts", async () => {
    const { Excel, state, sheet } = await withTable();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("energy");
      const parts = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem("kWh").getDataBodyRange(),
      ];
      for (const part of parts) part.load("address");
      table.load("name,id,style,showBandedRows");
      table.columns.load("items/name,items/id,items/index,count");
      table.rows.load("count");
      await context.sync();
      expect(parts.map((part) => part.address)).toEqual([
        "Sheet1!A1:B3",
        "Sheet1!A1:B1",
        "Sheet1!A2:B3",
        "Sheet1!B2:B3",
      ]);
      expect(table.columns.items.map((column) => column.name)).toEqual(["Metric", "kWh"]);
      expect([table.rows.count, table.columns.count, table.style]).toEqual([2, 2, "TableStyleLight1"]);
    });
    expect(state).toMatchObject({ showBandedRows: false, showFilterButton: false, columns: ["Metric", "kWh"] });
    expect(sheet.edits.tables).toBe(true);
  });

  test("grow by resize and by rows.add", async () => {
    const { Excel, state } = await withTable();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Energy");
      table.rows.add(undefined, [["Coal", 3], ["Wood", 4]]); // prettier-ignore
      table.rows.add(undefined, ["Heat", 5] as never);
      const body = table.getDataBodyRange();
      body.load("values");
      await context.sync();
      expect(body.values).toEqual([["Gas", 1], ["Oil", 2], ["Coal", 3], ["Wood", 4], ["Heat", 5]]); // prettier-ignore
      table.resize("A1:C4");
      await context.sync();
    });
    expect(state.rect).toEqual({ top: 0, left: 0, bottom: 3, right: 2 });
    expect(state.columns).toEqual(["Metric", "kWh", "Column3"]);
  });

  test("headers become text, different from each other", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:D2").values = [[2024, "Gas", "gas", ""], [1, 2, 3, 4]]; // prettier-ignore
      sheet.tables.add("A1:D2", true);
      await context.sync();
    });
    expect(book.sheets[0]?.tables[0]?.columns).toEqual(["2024", "Gas", "gas2", "Column4"]);
    expect(book.sheets[0]?.cells[0]?.map((cell) => cell?.value)).toEqual(["2024", "Gas", "gas2", "Column4"]);
  });

  test("refuse to overlap, to leave their header, or to share a name", async () => {
    const excel = await withTable();
    const code = async (batch: (context: Excel.RequestContext) => void) => (await errorOf(excel, batch)).code;
    const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getFirst();
    expect(await code((c) => sheet(c).tables.add("B3:C5", true))).toBe("InvalidArgument");
    expect(await code((c) => c.workbook.tables.getItem("Energy").resize("A2:B5"))).toBe("InvalidArgument");
    expect(await code((c) => c.workbook.tables.getItem("Energy").resize("A1:B1"))).toBe("InvalidArgument");
    expect(await code((c) => (sheet(c).tables.add("E1:F2", true).name = "Energy"))).toBe("ItemAlreadyExists");
    expect(await code((c) => (c.workbook.tables.getItem("Energy").name = "A1"))).toBe("InvalidArgument");
  });

  test("do not push the cells below them", async () => {
    const excel = await withTable();
    const error = await errorOf(excel, (context) => {
      context.workbook.worksheets.getFirst().getRange("A4").values = [["below"]];
      context.workbook.tables.getItem("Energy").rows.add(undefined, [["Coal", 3]]);
    });
    expect(error.code).toBe("NotImplemented");
    expect(excel.sheet.cells[3]?.[0]?.value).toBe("below");
  });

  test("are deleted with their cells, or turned into a range", async () => {
    const { Excel, sheet } = await withTable();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Energy").convertToRange();
      await context.sync();
      expect(sheet.tables).toEqual([]);
      expect(sheet.cells[1]?.[0]?.value).toBe("Gas");
      context.workbook.worksheets.getFirst().tables.add("A1:B3", true).delete();
      await context.sync();
    });
    expect(sheet.cells.flat().every((cell) => cell?.value === null)).toBe(true);
  });
});

describe("a table's headers", () => {
  test("follow what is written into their cells", async () => {
    const { Excel, state } = await withTable();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B1").values = [["MWh"]];
      await context.sync();
      expect(state.columns).toEqual(["Metric", "MWh"]);
      sheet.getRange("A1").clear("Contents");
      await context.sync();
    });
    expect(state.columns).toEqual(["Column1", "MWh"]);
  });
});
