import { blank, errorOf } from "../support";

describe("worksheets", () => {
  test("are added last, renamed, moved, hidden, shown and deleted", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const [one, two] = [worksheets.add("One"), worksheets.add()];
      one.position = 0;
      two.visibility = "Hidden";
      one.tabColor = "#00AA00";
      one.showGridlines = false;
      worksheets.load("items/name,items/position,items/visibility");
      const [active, first, last] = [worksheets.getActiveWorksheet(), worksheets.getFirst(), worksheets.getLast(true)];
      for (const sheet of [active, first, last]) sheet.load("name");
      await context.sync();
      expect(worksheets.items.map((sheet) => [sheet.name, sheet.position, sheet.visibility])).toEqual([
        ["One", 0, "Visible"], ["Sheet1", 1, "Visible"], ["Sheet3", 2, "Hidden"],
      ]); // prettier-ignore
      expect([active.name, first.name, last.name]).toEqual(["Sheet1", "One", "Sheet1"]);
      two.delete();
      await context.sync();
    });
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["One", "Sheet1"]);
    expect(book.sheets[0]).toMatchObject({ tabColor: "#00AA00", showGridlines: false });
  });

  test("a deleted sheet's id is never given again", async () => {
    const { Excel, book } = await blank();
    const ids = new Set(book.sheets.map((sheet) => sheet.id));
    await Excel.run(async (context) => {
      for (let i = 0; i < 3; i++) {
        const sheet = context.workbook.worksheets.add("Again");
        sheet.load("id");
        await context.sync();
        expect(ids.has(sheet.id)).toBe(false);
        ids.add(sheet.id);
        sheet.delete();
        await context.sync();
      }
    });
  });

  test.each(["", "a".repeat(32), "a/b", "a:b", "'a", "History", "[a]"])("cannot be called %j", async (name) => {
    const error = await errorOf(await blank(), (context) => (context.workbook.worksheets.getFirst().name = name));
    expect(error.code).toBe("InvalidArgument");
  });

  test("renaming changes formulas, names, charts and rules that speak of the sheet", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const data = worksheets.add("Data");
      data.getRange("A1:B3").values = [["", "kWh"], ["Gas", 1], ["Oil", 2]]; // prettier-ignore
      const other = worksheets.getItem("Sheet1");
      other.getRange("A1:A2").formulas = [['=Data!B2&"Data!B2"'], ["=SUM(data!B2:B3)"]];
      names.add("Total", data.getRange("B2:B3"));
      other.charts.add("Line", data.getRange("A1:B3"));
      other.getRange("C1").conditionalFormats.add("Custom").custom.rule.formula = "=Data!B2>1";
      other.getRange("C2").dataValidation.rule = { list: { inCellDropDown: true, source: "=Data!$A$2:$A$3" } };
      await context.sync();
      data.name = "It's 2025";
      await context.sync();
    });
    const [sheet] = book.sheets;
    expect(sheet?.cells[0]?.[0]?.formula).toBe(`='It''s 2025'!B2&"Data!B2"`);
    expect(sheet?.cells[1]?.[0]?.formula).toBe("=SUM('It''s 2025'!B2:B3)");
    expect(book.names[0]?.formula).toBe("='It''s 2025'!$B$2:$B$3");
    expect(sheet?.charts[0]?.series[0]?.values).toBe("'It''s 2025'!$B$2:$B$3");
    expect(sheet?.conditionalFormats[0]?.rule.formula).toBe("='It''s 2025'!B2>1");
    expect(sheet?.validations[0]?.rule).toEqual({ list: { inCellDropDown: true, source: "='It''s 2025'!$A$2:$A$3" } });
  });

  test("deleting one turns references to it into errors and takes its names", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const data = context.workbook.worksheets.add("Data");
      data.names.add("Own", data.getRange("A1"));
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=Data!B2+1"]];
      await context.sync();
      data.delete();
      await context.sync();
    });
    expect(book.sheets[0]?.cells[0]?.[0]?.formula).toBe("=#REF!+1");
    expect(book.names).toEqual([]);
  });

  test("selecting a range makes its sheet the active one", async () => {
    const { Excel } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Other");
      sheet.getRange("C4:D5").select();
      const [cell, selected] = [context.workbook.getActiveCell(), context.workbook.getSelectedRange()];
      cell.load("address");
      selected.load("address");
      await context.sync();
      expect([cell.address, selected.address]).toEqual(["Other!C4", "Other!C4:D5"]);
    });
  });

  test("rows and columns are frozen and let go", async () => {
    const { Excel, book } = await blank();
    const [sheet] = book.sheets;
    await Excel.run(async (context) => {
      const panes = context.workbook.worksheets.getFirst().freezePanes;
      const frozen = async (freeze: () => void) => {
        freeze();
        const location = panes.getLocationOrNullObject();
        location.load("address");
        await context.sync();
        return [sheet?.freeze, location.isNullObject ? null : location.address];
      };
      expect(await frozen(() => panes.freezeRows(2))).toEqual([{ rows: 2, columns: 0 }, "Sheet1!1:2"]);
      expect(await frozen(() => panes.freezeColumns(1))).toEqual([{ rows: 0, columns: 1 }, "Sheet1!A:A"]);
      expect(await frozen(() => panes.freezeAt("A1:B3"))).toEqual([{ rows: 3, columns: 2 }, "Sheet1!A1:B3"]);
      expect(await frozen(() => panes.unfreeze())).toEqual([{ rows: 0, columns: 0 }, null]);
    });
    expect(sheet?.edits.view).toBe(true);
  });
});

describe("page layout", () => {
  test("is set in points, pages and addresses", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getFirst();
      pageLayout.orientation = "Landscape";
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintArea("A1:F20");
      pageLayout.setPrintTitleRows("$1:$2");
      pageLayout.setPrintMargins("Inches", { left: 0.5, right: 0.25 });
      pageLayout.centerHorizontally = true;
      pageLayout.headersFooters.defaultForAllPages.centerHeader = "Green plan";
      pageLayout.headersFooters.defaultForAllPages.rightFooter = "&P of &N";
      pageLayout.load("orientation,zoom,leftMargin");
      const rows = pageLayout.getPrintTitleRowsOrNullObject();
      const area = pageLayout.getPrintAreaOrNullObject();
      rows.load("address");
      area.load("address");
      await context.sync();
      expect(pageLayout.toJSON()).toMatchObject({ orientation: "Landscape", leftMargin: 36 });
      expect(pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
      expect([rows.address, area.address]).toEqual(["Sheet1!1:2", "Sheet1!A1:F20"]);
    });
    expect(book.sheets[0]?.pageLayout).toMatchObject({
      header: { left: "", center: "Green plan", right: "" },
      footer: { left: "", center: "", right: "&P of &N" },
      margins: { left: 36, right: 18 },
      centerHorizontally: true,
    });
  });
});

describe("names", () => {
  test("of a sheet are kept apart from the workbook's, and can be hidden", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const mark = sheet.names.addFormulaLocal("_greenplan", '="board-report|1|A1:B2|Board"');
      mark.visible = false;
      context.workbook.names.add("Rate", 0.5 as never, "a rate");
      const ours = sheet.names.getItemOrNullObject("_GREENPLAN");
      ours.load("name,formula,visible,scope,type,value");
      const theirs = context.workbook.names.getItemOrNullObject("_greenplan");
      await context.sync();
      expect(theirs.isNullObject).toBe(true);
      expect(ours.toJSON()).toMatchObject({
        formula: '="board-report|1|A1:B2|Board"', visible: false, scope: "Worksheet", type: "String",
        value: "board-report|1|A1:B2|Board",
      }); // prettier-ignore
      ours.delete();
      await context.sync();
    });
    expect(book.names.map((name) => [name.name, name.formula, name.scope])).toEqual([["Rate", "=0.5", null]]);
    expect(book.namesEdited).toBe(true);
  });

  test("lead to their range, also from a sheet", async () => {
    const { Excel } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      context.workbook.names.add("Energy", sheet.getRange("B2:C3"));
      const range = sheet.getRange("Energy");
      const same = context.workbook.names.getItem("Energy").getRange();
      range.load("address");
      same.load("address");
      await context.sync();
      expect([range.address, same.address]).toEqual(["Sheet1!B2:C3", "Sheet1!B2:C3"]);
    });
  });

  test.each(["A1", "R1C1", "two words", "1st", ""])("%j is no name", async (name) => {
    const error = await errorOf(await blank(), (context) => context.workbook.names.add(name, "=1"));
    expect(error.code).toBe("InvalidArgument");
  });
});

describe("settings", () => {
  test("are kept with the workbook", async () => {
    const { Excel, book } = await blank();
    await Excel.run(async (context) => {
      context.workbook.settings.add("asOf", "2025-03-31");
      const setting = context.workbook.settings.getItemOrNullObject("asOf");
      const none = context.workbook.settings.getItemOrNullObject("none");
      setting.load("value");
      await context.sync();
      expect(setting.value).toBe("2025-03-31");
      expect(none.isNullObject).toBe(true);
    });
    expect(book.settings.get("asOf")).toBe("2025-03-31");
  });
});
