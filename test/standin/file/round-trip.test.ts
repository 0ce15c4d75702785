import fc from "fast-check";
import type { BookState, Cell, ChartState, Scalar, SheetState, Style } from "../../../src/workbook-file/book/book";
import { saveBook } from "../../../src/standin/file/save";
import { openBook } from "../../../src/workbook-file/open";
import { DEFAULT_STYLE, emptySheet, newBook } from "../../../src/workbook-file/book/blank-book";
import { AXIS, chart, table } from "./packages";

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).toUpperCase().padStart(6, "0")}`);
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(" spaced ", "a\nb", "_x0041_", "<&>'\"", "£ tCO₂e 🌱", "=1+1", "\u0001", "\r\n", "\t"),
);
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom("#N/A", "#DIV/0!", "#REF!").map((error) => ({ error })),
);
const formula = fc.constantFrom(
  "=SUM(A1:B9)",
  '=IF(A1>"<",1,2)',
  "='My sheet'!$A$1&\"x\"",
  "=XLOOKUP(1,A:A,B:B)",
  "=A1%",
);

const style: fc.Arbitrary<Style> = fc.record({
  numberFormat: fc.constantFrom("General", "0.00", "#,##0", "0.0%", "d mmm yyyy", '0 "t"', "@", "m/d/yyyy"),
  font: fc.record({
    name: fc.constantFrom("Calibri", "Arial"),
    size: fc.constantFrom(9, 10.5, 11, 20),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.constantFrom("None", "Single", "Double", "SingleAccountant", "DoubleAccountant"),
    strikethrough: fc.boolean(),
    color,
  }),
  fill: fc.option(color),
  borders: fc.dictionary(
    fc.constantFrom("top", "bottom", "left", "right"),
    fc.record({ style: fc.constantFrom("thin", "medium", "double"), color: fc.option(color) }),
    { noNullPrototype: true },
  ),
  horizontal: fc.constantFrom(
    "General",
    "Left",
    "Center",
    "Right",
    "Fill",
    "Justify",
    "CenterAcrossSelection",
    "Distributed",
  ),
  vertical: fc.constantFrom("Top", "Center", "Bottom", "Justify", "Distributed"),
  wrap: fc.boolean(),
  indent: fc.integer({ min: 0, max: 5 }),
  locked: fc.boolean(),
  sourceXf: fc.constant(null),
});

const rect = fc
  .tuple(fc.nat(40), fc.nat(20), fc.nat(5), fc.nat(5))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

const plainText = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .<&]{0,10}[a-z]$/);

const anyChart: fc.Arbitrary<ChartState> = fc
  .record({
    type: fc.constantFrom(
      "LineMarkers",
      "ColumnClustered",
      "ColumnStacked",
      "BarClustered",
      "BarStacked100",
      "AreaStacked",
    ),
    title: fc.option(plainText),
    titleSize: fc.constantFrom(12, 14.5),
    titleColor: color,
    legend: fc.record({
      visible: fc.boolean(),
      position: fc.constantFrom("Top", "Bottom", "Left", "Right"),
      fontSize: fc.option(fc.constantFrom(12, 10.5)),
      fontColor: fc.option(color),
    }),
    seriesColor: fc.option(color),
    combined: fc.boolean(),
    minimum: fc.option(fc.integer({ min: -5, max: 5 })),
    axisTitle: fc.option(plainText),
    numberFormat: fc.option(fc.constantFrom("#,##0", "0%")),
    reversed: fc.boolean(),
    labelEvery: fc.option(fc.integer({ min: 1, max: 5 })),
    left: fc.integer({ min: 0, max: 900 }),
    top: fc.integer({ min: 0, max: 900 }),
    smooth: fc.boolean(),
  })
  .map((given) => {
    const base = chart("Chart 1", given.type, "Sheet1");
    const isLine = given.type === "LineMarkers";
    const series = {
      ...base.series[0]!,
      color: given.seriesColor,
      lineWeight: isLine ? 1.5 : null,
      lineStyle: isLine ? "Dot" : null,
      smooth: isLine && given.smooth,
    };
    const line = {
      ...series,
      name: "Path",
      nameRef: null,
      type: isLine ? null : "LineMarkers",
      axisGroup: "Secondary" as const,
      lineWeight: 3,
      smooth: false,
    };
    return {
      ...base,
      title: given.title,
      titleSize: given.title === null ? null : given.titleSize,
      titleColor: given.title === null ? null : given.titleColor,
      legend: given.legend.visible
        ? given.legend
        : { visible: false, position: "Right" as const, fontSize: null, fontColor: null },
      series: given.combined ? [{ ...series }, line] : [series],
      value: {
        ...AXIS,
        minimum: given.minimum,
        title: given.axisTitle,
        titleSize: given.axisTitle === null ? null : given.titleSize,
        titleColor: given.axisTitle === null ? null : given.titleColor,
        numberFormat: given.numberFormat,
        majorGridlines: true,
      },
      category: {
        ...AXIS,
        reversed: given.reversed,
        fontSize: 9,
        fontColor: "#425563",
        labelEvery: given.labelEvery,
      },
      secondaryValue: given.combined ? { ...AXIS, title: "Second" } : null,
      left: given.left,
      top: given.top,
    };
  });

interface Plan {
  cells: { row: number; column: number; value: Scalar; formula: string | undefined; style: Style }[];
  tab: string;
  freeze: { rows: number; columns: number };
  merges: SheetState["merges"];
  charts: ChartState[];
  hasTable: boolean;
  layout: Partial<SheetState["pageLayout"]>;
  conditional: SheetState["conditionalFormats"];
  validations: SheetState["validations"];
  links: SheetState["hyperlinks"];
  widths: [number, number][];
  heights: [number, number][];
  name: string | null;
  gridlines: boolean;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  cells: fc.array(
    fc.record({
      row: fc.nat(30),
      column: fc.nat(12),
      value: scalar,
      formula: fc.option(formula, { nil: undefined }),
      style,
    }),
    { maxLength: 25 },
  ),
  tab: fc.oneof(fc.constant(""), color),
  freeze: fc.record({ rows: fc.nat(3), columns: fc.nat(3) }),
  merges: fc.array(rect, { maxLength: 1 }),
  charts: fc.array(anyChart, { maxLength: 2 }),
  hasTable: fc.boolean(),
  layout: fc.record({
    orientation: fc.constantFrom("Portrait", "Landscape"),
    paperSize: fc.option(fc.constantFrom("A4", "A3", "Letter")),
    fitToWidth: fc.option(fc.constant(1)),
    printArea: fc.option(rect),
    titleRows: fc.option(fc.nat(3).map((first) => ({ first, last: first + 1 }))),
    titleColumns: fc.option(fc.nat(3).map((first) => ({ first, last: first }))),
    // A single "&" begins a code; two are the letter.
    footer: fc.record({
      left: fc.constantFrom("", "Green plan", "R && D"),
      center: fc.constant("Page &P of &N"),
      right: fc.constant(""),
    }),
    centerHorizontally: fc.boolean(),
    printGridlines: fc.boolean(),
    rowBreaks: fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((rows) => rows.sort((a, b) => a - b)),
  }),
  conditional: fc
    .array(
      fc.record({
        rects: fc.array(rect, { minLength: 1, maxLength: 2 }),
        kind: fc.constantFrom<Pick<SheetState["conditionalFormats"][0], "type" | "rule">>(
          { type: "Custom", rule: { formula: '=$A1="<late>"' } },
          { type: "CellValue", rule: { operator: "Between", formula1: "=1", formula2: "=$B$1" } },
          { type: "CellValue", rule: { operator: "GreaterThanOrEqual", formula1: "=0.5" } },
          { type: "ContainsText", rule: { operator: "Contains", text: 'a "b" &' } },
          { type: "ContainsText", rule: { operator: "BeginsWith", text: "Red" } },
        ),
        format: fc.record({ fill: fc.option(color), fontColor: fc.option(color), bold: fc.option(fc.boolean()) }),
        stopIfTrue: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((list) =>
      list.map(({ kind, ...rest }, index) => ({ id: `{${index}}`, priority: index + 1, ...kind, ...rest })),
    ),
  validations: fc.array(
    fc.record({
      rects: fc.array(rect, { minLength: 1, maxLength: 2 }),
      rule: fc.constantFrom<Record<string, unknown>>(
        { list: { inCellDropDown: true, source: "On track,Late" } },
        { list: { inCellDropDown: false, source: "=$A$1:$A$9" } },
        { decimal: { formula1: 0, operator: "GreaterThan" } },
        { wholeNumber: { formula1: 1, operator: "Between", formula2: "=$B$2" } },
        { custom: { formula: "=ISNUMBER(A1)" } },
      ),
      prompt: fc.option(fc.constant({ showPrompt: true, title: "Status", message: "Choose <one>" })),
      errorAlert: fc.constantFrom(
        { showAlert: true, style: "Stop", title: "", message: "" },
        { showAlert: true, style: "Warning", title: "Odd", message: "Really?" },
        { showAlert: false, style: "Information", title: "", message: "x" },
      ),
      ignoreBlanks: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  links: fc.uniqueArray(
    fc.record({
      rect: fc.nat(20).map((row) => ({ top: row, left: 0, bottom: row, right: 0 })),
      address: fc.option(fc.constantFrom("https://example.org/?a=1&b=2", "mailto:a@example.org")),
      documentReference: fc.option(fc.constant("Sheet1!A1")),
      screenTip: fc.option(plainText),
    }),
    { maxLength: 3, selector: (link) => link.rect.top },
  ),
  widths: fc.array(fc.tuple(fc.nat(20), fc.constantFrom(8.5, 22.7109375)), { maxLength: 4 }),
  heights: fc.array(fc.tuple(fc.nat(40), fc.constantFrom(15.75, 40)), { maxLength: 4 }),
  name: fc.option(fc.constantFrom("Total", "_greenplan", "Été.1")),
  gridlines: fc.boolean(),
}) as fc.Arbitrary<Plan>;

function build(given: Plan): BookState {
  const book = newBook();
  const sheet = book.sheets[0]!;
  fillSheet(book, sheet, given);
  return book;
}

function fillSheet(book: BookState, sheet: SheetState, given: Plan): void {
  for (const { row, column, value, formula: written, style: look } of given.cells) {
    const cell: Cell = { value, style: book.styles.intern(look) };
    if (written !== undefined) cell.formula = written;
    (sheet.cells[row] ??= [])[column] = cell;
  }
  for (const [column, width] of given.widths) sheet.columns.set(column, { width, hidden: width < 9, style: null });
  for (const [row, height] of given.heights) sheet.rows.set(row, { height, hidden: height > 30, style: null });
  if (given.hasTable) {
    sheet.tables.push(table("Energy", ["Year", 'Gas <kWh> & "more"'], 5));
    sheet.cells[0] = [
      { value: "Year", style: 0 },
      { value: 'Gas <kWh> & "more"', style: 0 },
    ];
  }
  Object.assign(sheet, {
    tabColor: given.tab,
    freeze: given.freeze,
    merges: given.merges,
    charts: given.charts.map((each, index) => ({ ...each, name: `Chart ${index}` })),
    conditionalFormats: given.conditional,
    validations: given.validations,
    hyperlinks: given.links,
    showGridlines: given.gridlines,
    pageLayout: { ...sheet.pageLayout, ...given.layout },
  });
  if (given.name !== null) {
    book.names.push({
      id: "n",
      name: given.name,
      scope: sheet.id,
      formula: "=Sheet1!$A$1",
      visible: false,
      comment: "a & b",
    });
    book.namesEdited = true;
  }
}

/** What a sheet says, without what only tells where it came from. */
function said(book: BookState, sheet: SheetState): unknown {
  const cells: Record<string, unknown> = {};
  sheet.cells.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell) cells[`${r},${c}`] = { ...cell, style: { ...book.styles.get(cell.style), sourceXf: null } };
    }),
  );
  const close = (n: number) => Math.round(n * 100) / 100;
  return {
    ...sheet,
    id: "",
    source: null,
    edits: null,
    cells,
    rows: [...sheet.rows].sort(([a], [b]) => a - b),
    columns: [...sheet.columns].sort(([a], [b]) => a - b),
    tables: sheet.tables.map((each) => ({ ...each, id: "", source: null })),
    conditionalFormats: sheet.conditionalFormats.map((each) => ({ ...each, id: "" })),
    charts: sheet.charts.map((each) => ({
      ...each,
      id: "",
      source: null,
      left: close(each.left),
      top: close(each.top),
      width: close(each.width),
      height: close(each.height),
      series: each.series.map((one) => ({ ...one, name: one.nameRef === null ? one.name : "" })),
    })),
    names: book.names.filter((name) => name.scope === sheet.id).map((name) => ({ ...name, id: "", scope: "" })),
  };
}

describe("what was saved is what is opened again", () => {
  test("for any small workbook", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const book = build(given);
        const again = await openBook(await saveBook(book), "a.xlsx");
        expect(said(again, again.sheets[0]!)).toEqual(said(book, book.sheets[0]!));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("for any sheet written over another of ours, in the file it was saved in", async () => {
    await fc.assert(
      fc.asyncProperty(plan, plan, async (first, second) => {
        const opened = await openBook(await saveBook(build(first)), "a.xlsx");
        const old = opened.sheets[0]!;
        const wanted = newBook();
        fillSheet(wanted, wanted.sheets[0]!, second);
        overwrite(opened, old, wanted);
        const again = await openBook(await saveBook(opened), "a.xlsx");
        expect(said(again, again.sheets[0]!)).toEqual(said(wanted, wanted.sheets[0]!));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** Turns an opened sheet into the wanted one, flagging each change as the model does. */
function overwrite(book: BookState, sheet: SheetState, wanted: BookState): void {
  const from = wanted.sheets[0]!;
  const { edits } = sheet;
  for (const state of [sheet, from]) {
    state.cells.forEach((row, r) => row.forEach((_, c) => edits.values.add(r * 16384 + c)));
    for (const row of state.rows.keys()) edits.rows.add(row);
    for (const column of state.columns.keys()) edits.columns.add(column);
  }
  sheet.cells = from.cells.map((row) =>
    row.map((cell) => cell && { ...cell, style: book.styles.intern(wanted.styles.get(cell.style)) }),
  );
  const content = (
    ["rows", "columns", "merges", "charts", "conditionalFormats", "validations", "hyperlinks"] as const
  ).map((key) => [key, from[key]]);
  const view = (["tabColor", "freeze", "showGridlines", "pageLayout"] as const).map((key) => [key, from[key]]);
  Object.assign(sheet, Object.fromEntries([...content, ...view]));
  const kept = sheet.tables[0];
  sheet.tables = from.tables.map((each) => (kept ? { ...each, id: kept.id, source: kept.source } : each));
  for (const flag of ["tables", "charts", "conditionalFormats", "validations", "hyperlinks", "merges", "view"] as const)
    edits[flag] = true;
  book.names = wanted.names.map((name) => ({ ...name, scope: sheet.id }));
  book.namesEdited = true;
}

test("a blank workbook is saved and opened", async () => {
  const again = await openBook(await saveBook(newBook()), "a.xlsx");
  expect(again.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  expect({ ...again.styles.get(0), sourceXf: null }).toEqual(DEFAULT_STYLE);
  expect(said(again, again.sheets[0]!)).toEqual(said(again, emptySheet("", "Sheet1")));
});
