import { BookView } from "../../../src/standin/page/engine/view";
import { emptySheet, newBook, sheetId } from "../../../src/workbook-file/book/blank-book";
import type { BookState, ChartState, ConditionalFormatState, SheetState } from "../../../src/workbook-file/book/book";

const width = 16_384;

function opened(): { book: BookState; sheet: SheetState; view: BookView } {
  const book = newBook();
  const sheet = emptySheet(sheetId(0), "Return");
  sheet.cells = [
    [
      { value: "Gas", style: 0 },
      { value: 10, style: 0 },
    ],
    [
      { value: "Total", style: 0 },
      { value: 10, formula: "=SUM(B1)", style: 0 },
    ],
  ];
  book.sheets = [sheet];
  book.activeSheet = sheet.id;
  return { book, sheet, view: new BookView(book) };
}

function put(sheet: SheetState, row: number, column: number, value: number | null): void {
  (sheet.cells[row] ??= [])[column] = { value, style: 0 };
  sheet.edits.values.add(row * width + column);
}

const rule = (formula: string, priority: number, fill: string, stopIfTrue = false): ConditionalFormatState => ({
  id: formula,
  rects: [{ top: 0, left: 1, bottom: 1, right: 1 }],
  type: "Custom",
  priority,
  stopIfTrue,
  rule: { formula },
  format: { fill, fontColor: null, bold: null },
});

describe("what the page is sent", () => {
  it("is the whole workbook at first: shape, cells with formulas, styles, and where the selection is", async () => {
    const { view, sheet } = opened();
    const update = await view.update();
    expect(update.order).toEqual([sheet.id]);
    expect(update.sheets[0]?.shape?.name).toBe("Return");
    expect(update.sheets[0]?.cells).toContainEqual([1, 1, { v: 10, f: "=SUM(B1)", s: "0" }]);
    expect(update.styles.map(([key]) => key)).toEqual(["0"]);
    expect(update.active).toEqual({ sheet: sheet.id, address: "A1" });
  });

  it("is nothing when nothing changed", async () => {
    const { view } = opened();
    await view.update();
    expect(await view.update()).toMatchObject({ sheets: [], styles: [], active: null });
  });

  it("is then only the cells that changed, emptied ones among them", async () => {
    const { view, sheet } = opened();
    await view.update();
    put(sheet, 0, 1, 12);
    expect((await view.update()).sheets).toEqual([
      { id: sheet.id, shape: null, cells: [[0, 1, { v: 12, s: "0" }]], charts: null },
    ]);
    put(sheet, 0, 1, null);
    expect((await view.update()).sheets[0]?.cells).toEqual([[0, 1, null]]);
  });

  it("is the sheet afresh where its shape changed", async () => {
    const { view, sheet } = opened();
    await view.update();
    sheet.freeze = { rows: 1, columns: 0 };
    const [change] = (await view.update()).sheets;
    expect(change?.shape?.freeze).toEqual({ rows: 1, columns: 0 });
    expect(change?.cells).toHaveLength(4);
  });

  it("leaves out a sheet that is gone, and sends it again should it come back", async () => {
    const { view, book, sheet } = opened();
    await view.update();
    book.sheets = [emptySheet(sheetId(1), "Board Report")];
    expect((await view.update()).order).toEqual([sheetId(1)]);
    book.sheets.push(sheet);
    expect((await view.update()).sheets.map(({ id, shape }) => [id, shape?.name])).toEqual([[sheet.id, "Return"]]);
  });

  it("is a cell again that the page drew otherwise than the workbook has it", async () => {
    const { view, sheet } = opened();
    await view.update();
    put(sheet, 0, 1, 12);
    await view.update();
    view.forget(sheet.id, [1]);
    expect((await view.update()).sheets[0]?.cells).toEqual([[0, 1, { v: 12, s: "0" }]]);
  });

  it("is a cell again that was never edited but drawn otherwise", async () => {
    const { view, sheet } = opened();
    await view.update();
    view.forget(sheet.id, [0]);
    expect((await view.update()).sheets[0]?.cells).toEqual([[0, 0, { v: "Gas", s: "0" }]]);
  });
});

describe("conditional formats", () => {
  it("colour the cells where they hold, the first in order before the later ones", async () => {
    const { view, sheet } = opened();
    sheet.conditionalFormats = [rule("=B1>5", 2, "#DA291C"), rule("=B1=10", 1, "#006747", true)];
    const update = await view.update();
    const fills = Object.fromEntries(update.styles.map(([key, style]) => [key, style.fill]));
    const fillAt = (row: number, column: number) =>
      fills[update.sheets[0]?.cells.find(([r, c]) => r === row && c === column)?.[2]?.s ?? ""];
    expect([fillAt(0, 0), fillAt(0, 1), fillAt(1, 1)]).toEqual([null, "#006747", "#006747"]);
  });

  it("follow a value that changes", async () => {
    const { view, sheet } = opened();
    sheet.conditionalFormats = [
      { ...rule("", 1, "#DA291C"), type: "CellValue", rule: { operator: "LessThan", formula1: "5" } },
    ];
    await view.update();
    put(sheet, 0, 1, 3);
    const update = await view.update();
    expect(update.styles[0]?.[1].fill).toBe("#DA291C");
    expect(update.sheets[0]?.cells).toHaveLength(1);
  });
});

describe("charts", () => {
  const axis = {
    visible: true,
    title: null,
    minimum: null,
    maximum: null,
    numberFormat: null,
    majorGridlines: true,
    reversed: false,
    fontSize: null,
    fontColor: null,
    titleSize: null,
    titleColor: null,
    labelEvery: null,
  };
  const chart: ChartState = {
    id: "c1",
    name: "Gas",
    type: "ColumnStacked",
    title: "Gas",
    titleSize: null,
    titleColor: null,
    legend: { visible: true, position: "Bottom", fontSize: null, fontColor: null },
    series: [
      {
        name: "Series1",
        nameRef: null,
        categories: "Return!$A$1:$A$2",
        values: "Return!$B$1:$B$2",
        type: "Line",
        axisGroup: "Secondary",
        color: "#005EB8",
        lineWeight: 3,
        lineStyle: null,
        markerStyle: null,
        markerSize: null,
        markerColor: null,
        smooth: false,
        labels: null,
      },
    ],
    category: axis,
    value: axis,
    secondaryValue: null,
    left: 72,
    top: 36,
    width: 360,
    height: 216,
    source: null,
  };

  it("stay beside their cells where a row is drawn higher for its large type", async () => {
    const { view, book, sheet } = opened();
    const plain = book.styles.get(0);
    const large = book.styles.intern({ ...plain, font: { ...plain.font, size: 22 } });
    sheet.cells[0]![0]!.style = large;
    sheet.charts = [chart];
    const [update] = (await view.update()).sheets;
    expect(update?.shape?.rows).toEqual([[0, 40, false]]);
    expect(update?.charts?.[0]?.top).toBe(48 + 20);
  });

  it("are sent with the values their references name, in pixels, and again when those change", async () => {
    const { view, sheet } = opened();
    sheet.charts = [chart];
    const [drawn] = (await view.update()).sheets[0]?.charts ?? [];
    expect(drawn).toMatchObject({
      stacked: "yes",
      categories: ["Gas", "Total"],
      left: 96,
      top: 48,
      width: 480,
      height: 288,
    });
    expect(drawn?.series[0]).toMatchObject({ kind: "line", secondary: true, values: [10, 10], width: 4 });
    put(sheet, 0, 1, 99);
    expect((await view.update()).sheets[0]?.charts?.[0]?.series[0]?.values).toEqual([99, 10]);
  });
});
