import { cellAddress, parseCell } from "../../../src/snapshot/addresses";
import { calculateMissing, recalculate } from "../../../src/standin/calc";
import { emptySheet, newBook, sheetId } from "../../../src/workbook-file/book/blank-book";
import type { BookState, Scalar, SheetState } from "../../../src/workbook-file/book/book";

const width = 16_384;

/** A book of sheets written as address to value, or to formula where it starts with "=". */
function bookOf(sheets: Record<string, Record<string, Scalar>>): BookState {
  const book = newBook();
  book.sheets = Object.entries(sheets).map(([name, cells], i) => {
    const sheet = emptySheet(sheetId(i), name);
    for (const [address, value] of Object.entries(cells)) put(sheet, address, value);
    return sheet;
  });
  return book;
}

function put(sheet: SheetState, address: string, value: Scalar): number {
  const { row, column } = parseCell(address)!;
  const formula = typeof value === "string" && value.startsWith("=") ? value : undefined;
  (sheet.cells[row] ??= [])[column] = formula ? { value: null, formula, style: 0 } : { value, style: 0 };
  return row * width + column;
}

const sheetOf = (book: BookState, name: string) => book.sheets.find((sheet) => sheet.name === name)!;
const valueOf = (book: BookState, name: string, address: string) => {
  const { row, column } = parseCell(address)!;
  return sheetOf(book, name).cells[row]?.[column]?.value ?? null;
};

/** Writes cells as a person or the add-in would, then recalculates. */
async function edit(book: BookState, name: string, cells: Record<string, Scalar>) {
  const sheet = sheetOf(book, name);
  const keys = new Set(Object.entries(cells).map(([address, value]) => put(sheet, address, value)));
  return recalculate(book, new Map([[sheet.id, keys]]));
}

/** The value of one formula over a sheet of given cells. */
async function result(formula: string, cells: Record<string, Scalar> = {}): Promise<Scalar> {
  const book = bookOf({ Data: cells });
  await edit(book, "Data", { Z99: formula });
  return valueOf(book, "Data", "Z99");
}

describe("a formula that is written", () => {
  const gas = {
    A1: "2019/20",
    A2: "2020/21",
    A3: "2021/22",
    B1: 116265006,
    B2: 1e5 / 3,
    B3: -7,
    C1: "RWE",
    C2: "RT5",
    C3: "RWE",
  };

  it.each([
    ["=SUM(B1:B3)", 116265006 + 1e5 / 3 - 7],
    ["=B2", 1e5 / 3],
    ["=1/3", 1 / 3],
    ["=1E-12*PI()", Math.PI * 1e-12],
    ["=2^0.5", Math.SQRT2],
    ["=123456789.123456789", Number("123456789.123456789")],
    ['=IF(B1>0,"behind","ahead")', "behind"],
    ["=B1>0", true],
    ["=IFERROR(1/0,5)", 5],
    ["=1/0", { error: "#DIV/0!" }],
    ["=NA()", { error: "#N/A" }],
    ['=INDEX(B1:B3,MATCH("2021/22",A1:A3,0))', -7],
    ['=SUMIFS(B1:B3,C1:C3,"RWE")', 116264999],
    ["=ROUND(2.675,2)", 2.68],
    ["=ROUND(-2.5,0)", -3],
    ["=SUM(B:B)", 116265006 + 1e5 / 3 - 7],
    ["=SUMPRODUCT(--(B1:B3>0))", 2],
    ['=REPT("●",2)', "●●"],
    ['=TEXT(0.123,"0.0%")', "12.3%"],
    ['=""', ""],
    ["=Z98", 0],
    ['=HYPERLINK("#Data!A1","Board Report")', "Board Report"],
    ["=_xlfn.IFNA(NA(),3)", 3],
    ["=-2^2", 4],
  ])("%s gives %p, to the last digit", async (formula, expected) => {
    expect(await result(formula, gas)).toEqual(expected);
  });

  it("keeps text that looks like a number, an error or a formula as text", async () => {
    expect(await result("=ISTEXT(A1)", { A1: "12" })).toBe(true);
    expect(await result("=ISERROR(A1)", { A1: "#N/A" })).toBe(false);
    expect(await result("=A1", { A1: "'tis" })).toBe("'tis");
  });

  it("sees an error value in a cell as an error", async () => {
    expect(await result("=A1+1", { A1: { error: "#REF!" } })).toEqual({ error: "#REF!" });
  });
});

describe("an edit", () => {
  it("reaches through sheets, chains and ranges, and only what reads it", async () => {
    const book = bookOf({
      "Trust's data": { A1: 10, A2: 20, B1: "=A1*2", B2: "=A2*2", C1: "=B1+1" },
      Board: { A1: "=SUM('Trust''s data'!B1:B2)", A2: "=A1/2" },
    });
    await calculateMissing(book);
    expect(valueOf(book, "Board", "A2")).toBe(30);
    sheetOf(book, "Trust's data").cells[1]![1]!.value = 999; // B2 is not reached: its old value stays
    const { changed, calculated } = await edit(book, "Trust's data", { A1: 11 });
    expect(valueOf(book, "Trust's data", "C1")).toBe(23);
    expect(valueOf(book, "Board", "A1")).toBe(22 + 999);
    expect(calculated).toBe(4);
    expect([...changed.values()].map((keys) => keys.size)).toEqual([2, 2]);
  });

  it("is told in the sheet's edits, so that saving writes the new value", async () => {
    const book = bookOf({ Data: { A1: 1, B1: "=A1" } });
    await calculateMissing(book);
    expect(sheetOf(book, "Data").edits.values.size).toBe(0);
    await edit(book, "Data", { A1: 2 });
    expect([...sheetOf(book, "Data").edits.values]).toContain(1);
  });

  it("leaves the volatile formulas of untouched sheets alone", async () => {
    const book = bookOf({ Theirs: { A1: "=TODAY()" }, Ours: { A1: "=TODAY()", B1: 1 } });
    sheetOf(book, "Theirs").cells[0]![0]!.value = 5;
    await edit(book, "Ours", { B1: 2 });
    expect(valueOf(book, "Theirs", "A1")).toBe(5);
    expect(valueOf(book, "Ours", "A1")).toBeGreaterThan(45_000);
  });

  it("reaches readers of a cell that was emptied at the sheet's end", async () => {
    const book = bookOf({ Data: { A1: "=SUM(A2:A1000)", A900: 4 } });
    await calculateMissing(book);
    const sheet = sheetOf(book, "Data");
    sheet.cells.length = 1;
    await recalculate(book, new Map([[sheet.id, new Set([899 * width])]]));
    expect(valueOf(book, "Data", "A1")).toBe(0);
  });
});

describe("names and tables", () => {
  function named() {
    const book = bookOf({
      Assumptions: { A1: "Rate", B1: 0.05 },
      Data: { A1: "Year", B1: "Cost (£)", A2: 2023, B2: 100, A3: 2024, B3: 300, C3: null },
    });
    const name = (key: string, formula: string, scope: string | null = null) => ({
      id: key + scope,
      name: key,
      scope,
      formula,
      visible: true,
      comment: "",
    });
    book.names.push(name("Rate", "=Assumptions!$B$1"), name("Twice", "=Rate*2"), name("Rate", "=0.5", sheetId(1)));
    sheetOf(book, "Data").tables.push({
      id: "1",
      name: "Costs",
      rect: { top: 0, left: 0, bottom: 2, right: 2 },
      showHeaders: true,
      showTotals: false,
      style: "",
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      columns: ["Year", "Cost (£)", "Share"],
      source: null,
    });
    return book;
  }

  it.each([
    ["Assumptions", "=Rate*100", 5],
    ["Assumptions", "=Twice", 0.1],
    ["Data", "=Rate*100", 50],
    ["Data", "=SUM(Costs[Cost (£)])", 400],
    ["Data", "=ROWS(Costs[#All])", 3],
    ["Data", "=Costs[[#Headers],[Year]]", "Year"],
    ["Data", "=SUM(Costs[[Year]:[Cost (£)]])", 400 + 2023 + 2024],
  ])("on %s %s is %p", async (sheet, formula, expected) => {
    const book = named();
    await edit(book, sheet, { H9: formula });
    expect(valueOf(book, sheet, "H9")).toBe(expected);
  });

  it("read this row of their own table", async () => {
    const book = named();
    await edit(book, "Data", {
      C2: "=[@[Cost (£)]]/SUM([Cost (£)])",
      C3: "=Costs[[#This Row],[Cost (£)]]/SUM(Costs[Cost (£)])",
    });
    expect([valueOf(book, "Data", "C2"), valueOf(book, "Data", "C3")]).toEqual([0.25, 0.75]);
  });

  it("follow an edit of the cell a name stands for", async () => {
    const book = named();
    await edit(book, "Assumptions", { H9: "=Twice" });
    await edit(book, "Assumptions", { B1: 0.2 });
    expect(valueOf(book, "Assumptions", "H9")).toBe(0.4);
  });
});

describe("what the engine cannot do", () => {
  it.each([
    ["=AGGREGATE(9,6,A1:A2)", "the engine has no AGGREGATE"],
    ["=SUM((A1,A2))", "the engine cannot read it"],
    ["=[1]Other!A1", "it reads another workbook"],
    ["=A1:B2 B2:C3", "it crosses two ranges"],
    ["=A1:A2", "it fills several cells"],
    ["=Missing[Cost]", "there is no Missing[Cost]"],
    ["=LINEST(A1:A2,A1:A2)", "the engine gets LINEST wrong"],
    ["=Z99+1", "it reads itself, directly or through others"],
  ])("%s keeps its old value because %s", async (formula, reason) => {
    const book = bookOf({ Data: { A1: 1, A2: 2 } });
    const sheet = sheetOf(book, "Data");
    const key = put(sheet, "Z99", formula);
    sheet.cells[98]![25]!.value = 42;
    const outcome = await recalculate(book, new Map([[sheet.id, new Set([key])]]));
    expect(outcome.notCalculated).toEqual([{ sheet: sheet.id, cell: "Data!Z99", formula, reason }]);
    expect(valueOf(book, "Data", "Z99")).toBe(42);
    expect(book.notCalculated).toBe(1);
    await edit(book, "Data", { Z99: "=A1" });
    expect(book.notCalculated).toBe(0);
  });

  it("does not stop what reads it: that takes the old value", async () => {
    const book = bookOf({ Data: { A1: 1, B1: "=AGGREGATE(9,6,A1)", C1: "=B1+A1" } });
    sheetOf(book, "Data").cells[0]![1]!.value = 10;
    await edit(book, "Data", { A1: 5 });
    expect(valueOf(book, "Data", "C1")).toBe(15);
  });

  it("a circle of many cells ends, and is told", async () => {
    const book = bookOf({ Data: { A1: "=C1+1", B1: "=A1+1", C1: "=B1+1", D1: 3, E1: "=D1" } });
    const { notCalculated } = await edit(book, "Data", { D1: 4, A1: "=C1+1" });
    expect(notCalculated.map(({ cell }) => cell)).toEqual(["Data!A1", "Data!B1", "Data!C1"]);
    expect(valueOf(book, "Data", "E1")).toBe(4);
  });
});

describe("a workbook that counts days from 1904", () => {
  it.each([
    ["=DATE(2024,3,31)", 45382 - 1462],
    ['=YEAR(A1)&"-"&MONTH(A1)', "2024-3"],
    ["=EDATE(A1,1)", 45412 - 1462],
    ["=YEAR(DATE(2024,3,31))", 2024],
  ])("%s gives %p", async (formula, expected) => {
    const book = bookOf({ Data: { A1: 45382 - 1462 } });
    book.dateSystem = 1904;
    await edit(book, "Data", { B1: formula });
    expect(valueOf(book, "Data", "B1")).toBe(expected);
  });
});

describe("size", () => {
  it("a chain of 5,000 formulas, written upside down, is calculated", async () => {
    const cells: Record<string, Scalar> = { A5000: 1 };
    for (let row = 1; row < 5000; row++) cells[`A${row}`] = `=A${row + 1}+1`;
    const book = bookOf({ Data: cells });
    await calculateMissing(book);
    expect(valueOf(book, "Data", "A1")).toBe(5000);
  });

  it("running totals over 1,200 rows do not cost their square", async () => {
    const cells: Record<string, Scalar> = {};
    for (let row = 1; row <= 1200; row++) Object.assign(cells, { [`A${row}`]: 1, [`B${row}`]: `=SUM(A$1:A${row})` });
    const book = bookOf({ Data: cells });
    const { calculated } = await calculateMissing(book);
    expect([calculated, valueOf(book, "Data", "B1200")]).toEqual([1200, 1200]);
  });

  it("one edit among 200,000 cells asks the engine for a handful", async () => {
    const book = bookOf({ Data: {} });
    const sheet = sheetOf(book, "Data");
    for (let row = 0; row < 10_000; row++) {
      sheet.cells[row] = Array.from({ length: 20 }, (_, column) => ({ value: row + column, style: 0 }));
      if (row % 2) sheet.cells[row]![19] = { value: 0, formula: `=SUM(A${row + 1}:S${row + 1})`, style: 0 };
    }
    await edit(book, "Data", { A1: 1 });
    const { calculated } = await edit(book, "Data", { [cellAddress(7, 2)]: 1000 });
    expect(calculated).toBe(1);
  });
});
