import { openExcel } from "../../../src/standin/index";
import type { SheetState } from "../../../src/workbook-file/book/book";
import { blank } from "../support";

/** Everything an add-in can set, set once. */
async function everything() {
  const excel = await blank();
  await excel.Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.add("All of it");
    sheet.getRange("A1:C4").values = [
      ["Year", "Path", "Actual"], ["2019/20 FY", 10, 11], ["2020/21 FY", 9, 10.5], ["2021/22 FY", 8, true],
    ]; // prettier-ignore
    sheet.getRange("D1:D2").formulas = [["=SUM(B2:B4)"], ["'=not a formula"]];
    sheet.getRange("B2:B4").numberFormat = "#,##0.0" as never;
    const { format } = sheet.getRange("A1:C1");
    format.set({ wrapText: true, horizontalAlignment: "Center", verticalAlignment: "Top", indentLevel: 0 });
    format.font.set({ bold: true, italic: true, color: "#112233", size: 14, name: "Arial", underline: "Single" });
    format.fill.color = "#DDEEFF";
    const edge = format.borders.getItem("EdgeBottom");
    edge.set({ style: "Continuous", weight: "Medium", color: "#445566" });
    sheet.getRange("A:A").format.columnWidth = 120;
    sheet.getRange("2:2").format.rowHeight = 33;
    sheet.getRange("6:6").rowHidden = true;
    sheet.getRange("F:F").columnHidden = true;
    sheet.getRange("H1:I1").merge();
    sheet.getRange("D4").hyperlink = { documentReference: "Sheet1!A1", screenTip: "Tip", textToDisplay: "there" };
    const table = sheet.tables.add("A1:C4", true);
    table.set({ name: "Footprint", style: "TableStyleLight9", showBandedRows: false, showFilterButton: false });
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"));
    chart.name = "Against the path";
    chart.title.text = "Above its path";
    chart.title.format.font.set({ size: 13, color: "#003087" });
    chart.legend.position = "Top";
    chart.axes.valueAxis.set({ minimum: 0, maximum: 20, numberFormat: "0.0" });
    chart.axes.valueAxis.title.text = "kt";
    chart.axes.categoryAxis.reversePlotOrder = true;
    const line = chart.series.getItemAt(1);
    line.chartType = "LineMarkers";
    line.format.line.set({ color: "#C00000", weight: 2, lineStyle: "Dash" });
    line.markerStyle = "Circle";
    line.markerSize = 8;
    line.hasDataLabels = true;
    line.dataLabels.set({ position: "Top", numberFormat: "#,##0" });
    line.dataLabels.format.font.set({ size: 12, color: "#212B32" });
    chart.series.getItemAt(0).format.fill.setSolidColor("#00A499");
    chart.setPosition("A10", "F24");
    chart.legend.format.font.set({ size: 12, color: "#212B32" });
    chart.axes.categoryAxis.tickLabelSpacing = 2;
    chart.axes.valueAxis.title.text = "Emissions";
    chart.axes.valueAxis.title.format.font.set({ size: 12, color: "#212B32" });
    const rule = sheet.getRange("B2:B4").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$B2>9";
    rule.custom.format.fill.color = "#FFC7CE";
    rule.custom.format.font.color = "#9C0006";
    const value = sheet.getRange("C2:C4").conditionalFormats.add("CellValue");
    value.cellValue.rule = { operator: "GreaterThan", formula1: "10" };
    value.cellValue.format.font.bold = true;
    const text = sheet.getRange("A2:A4").conditionalFormats.add("ContainsText");
    text.textComparison.rule = { operator: "Contains", text: "FY" };
    text.textComparison.format.font.color = "#006100";
    const { dataValidation } = sheet.getRange("E2:E4");
    dataValidation.rule = { list: { inCellDropDown: true, source: "Done,Late" } };
    dataValidation.prompt = { showPrompt: true, title: "Status", message: "Choose" };
    dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "No", message: "Not one of them" };
    sheet.freezePanes.freezeAt("A1:A1");
    sheet.tabColor = "#00AA00";
    sheet.showGridlines = false;
    sheet.pageLayout.set({ orientation: "Landscape", centerHorizontally: true, leftMargin: 36 });
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintArea("A1:E20");
    sheet.pageLayout.setPrintTitleRows("$1:$1");
    sheet.horizontalPageBreaks.add("A8");
    sheet.horizontalPageBreaks.add("A4");
    sheet.pageLayout.headersFooters.defaultForAllPages.set({ centerHeader: "Green plan", rightFooter: "&P" });
    const mark = sheet.names.add("_mark", '="kind|1"');
    mark.visible = false;
    workbook.names.add("Rate", sheet.getRange("B2"), "the rate");
    workbook.settings.add("asOf", "2025-03-31");
    const hidden = workbook.worksheets.add("Hidden one");
    hidden.visibility = "Hidden";
    sheet.activate();
    sheet.getRange("B2:C3").select();
    await context.sync();
  });
  return excel;
}

function without<T extends object, K extends keyof T>(object: T, ...keys: K[]): Omit<T, K> {
  const rest = { ...object };
  for (const key of keys) delete rest[key];
  return rest;
}

/** A sheet without what a file gives back otherwise: ids, parts, edits, style numbers. */
function essence(sheet: SheetState) {
  const rest = without(sheet, "id", "source", "edits", "cells");
  return {
    ...rest,
    texts: sheet.cells.map((line) => line?.map((cell) => [cell?.value, cell?.formula])),
    tables: rest.tables.map((table) => without(table, "id", "source")),
    charts: rest.charts.map((chart) => without(chart, "id", "source")),
    conditionalFormats: rest.conditionalFormats.map((format) => without(format, "id")),
    rows: [...rest.rows].map(([row, { height, hidden }]) => ({ row, height, hidden })),
    columns: [...rest.columns].map(([column, { hidden, width }]) => {
      return { column, hidden, width: Math.round(width ?? sheet.defaultColumnWidth) };
    }),
  };
}

describe("what an add-in sets", () => {
  test("comes back from the saved file", async () => {
    const excel = await everything();
    const again = await openExcel(await excel.save(), { recalculate: false });
    const [before, after] = [excel.book, again.book];
    expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name));
    for (const [index, sheet] of before.sheets.entries()) {
      const opened = essence(after.sheets[index]!);
      for (const [property, value] of Object.entries(essence(sheet))) {
        expect({ [property]: opened[property as keyof typeof opened] }).toEqual({ [property]: value });
      }
    }
    const style = (book: typeof before, row: number, column: number) => {
      return without(book.styles.get(book.sheets[1]!.cells[row]![column]!.style), "sourceXf");
    };
    for (const [row, column] of [
      [0, 0],
      [1, 1],
      [3, 3],
    ] as const) {
      // prettier-ignore
      expect(style(after, row, column)).toEqual(style(before, row, column));
    }
    const names = (book: typeof before) =>
      book.names.map((name) => ({ ...without(name, "id", "scope"), own: name.scope !== null }));
    expect(names(after)).toEqual(expect.arrayContaining(names(before)));
    expect(after.settings).toEqual(before.settings);
    expect(after.sheets.findIndex((sheet) => sheet.id === after.activeSheet)).toBe(1);
  }, 60_000);
});
