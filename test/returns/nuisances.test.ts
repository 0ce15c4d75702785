import { sheet } from "./grids";
import { cells, expectLines, lines, read } from "./reading";

const gas = ["GAS RWE 2022/23 1", "GAS RWE 2023/24 2"];

describe("what real workbooks do to a reader", () => {
  test("notes above and below the table name nothing", () => {
    const grid = [
      ["UHL"],
      ["Source: ERIC 2016/17, downloaded 12 May 2021"],
      ["Metric", "2022/23", "2023/24"],
      ["Gas (kWh)", 1, 2],
      [],
      ["Note: figures for 2019/20 leave out LPT."],
    ];
    expectLines(read([sheet("S", grid)]), gas);
  });

  test("footnote marks on headings", () => {
    const grid = [
      ["UHL"],
      ["Metric", "2022/23*", "2023/24 [note 2]"],
      ["Gas consumed2 (kWh)", 1, 2],
      ["Water [1] (m³)", 3, 4],
    ];
    expectLines(read([sheet("S", grid)]), [...gas, "WATER RWE 2022/23 3", "WATER RWE 2023/24 4"]);
  });

  test("blank formatted rows inside and hundreds below", () => {
    const blank = Array.from({ length: 300 }, () => [null, "", "  "]);
    const grid = [
      ["UHL"],
      ["Metric", "2022/23", "2023/24"],
      ["Gas (kWh)", 1, 2],
      [null, " ", null],
      ["Water (m³)", 3, 4],
      ...blank,
    ];
    expectLines(read([sheet("S", grid)]), [...gas, "WATER RWE 2022/23 3", "WATER RWE 2023/24 4"]);
  });

  test("headings repeated at the top of each page are no data", () => {
    const header = ["Site code", "Site", "Gas (kWh)"];
    const grid = [
      ["2023/24"],
      header,
      ["RWEAA", "Leicester Royal Infirmary", 1],
      header,
      ["RWEAE", "Glenfield Hospital", 2],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, ["GAS RWE/RWEAA 2023/24 1", "GAS RWE/RWEAE 2023/24 2"]);
    expect(reading.tables).toHaveLength(1);
  });

  test("hidden rows, columns and sheets are read and marked", () => {
    const grid = [["UHL"], ["Metric", "2022/23", "2023/24"], ["Gas (kWh)", 1, 2], ["Water (m³)", 3, 4]];
    const reading = read([
      sheet("A", grid, { hiddenRows: [3], hiddenColumns: [1] }),
      sheet("B", [["LPT 2023/24"], ["Gas (kWh)", 5]], { visibility: "veryHidden" }),
    ]);
    const hidden = Object.fromEntries(reading.observations.map(({ place, hidden: is }) => [place.cell, is]));
    expect(hidden).toMatchObject({ "A!B3": true, "A!C3": false, "A!C4": true, "B!B2": true });
  });

  test("Not Applicable is not zero, and a number typed as text counts where it is plain", () => {
    const grid = [
      ["2023/24"],
      ["Site code", "Gas (kWh)"],
      ["RWEAA", 1],
      ["RWEAE", "Not Applicable"],
      ["RWEAK", "1,077"],
      ["RT5KF", "12 MWh"],
      ["RT5KE", "12,5"],
      ["RT5NH", "TBC"],
      ["RT5PC", "#DIV/0!"],
      ["RT5YE", "< Select >"],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, [
      "GAS RWE/RWEAA 2023/24 1",
      "GAS RWE/RWEAE 2023/24 none (not applicable)",
      "GAS RWE/RWEAK 2023/24 1077",
      "GAS RT5/RT5KF 2023/24 12000",
      "GAS RT5/RT5KE 2023/24 none (number typed as text)",
      "GAS RT5/RT5NH 2023/24 none (no figure given)",
      "GAS RT5/RT5PC 2023/24 none (cell error)",
      "GAS RT5/RT5YE 2023/24 none (nothing selected)",
    ]);
    expect(reading.observations.find(({ site }) => site === "RWEAK")).toMatchObject({
      raw: "1,077",
      note: "typed as text",
    });
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "S!B7" }, raw: "12,5" }]);
  });

  test("no-break, double and trailing spaces, dashes and odd case", () => {
    const grid = [
      ["uhl\u00a0"],
      ["Metric ", "2022/23 ", "2023\u201324"],
      ["gas  CONSUMED\u00a0\u2013 utility  (KWH)", 1, 2],
    ];
    expectLines(read([sheet("S", grid)]), gas);
  });

  test("a percentage by its format, its heading or its own sign", () => {
    const share = (value: number) => ({ value, format: "0%" });
    const grid = [
      ["UHL"],
      ["Metric", "2022/23", "2023/24"],
      ["Renewable electricity bought", share(0.47), share(1)],
      ["Desflurane share of volatile gas (%)", 4.5, 3],
      ["Virtual outpatient share", 0.25, 0.3],
    ];
    expectLines(read([sheet("S", grid)]), [
      "RENEWABLE-E RWE 2022/23 47",
      "RENEWABLE-E RWE 2023/24 100",
      "DESFLURANE RWE 2022/23 4.5",
      "DESFLURANE RWE 2023/24 3",
      "VIRTUAL-OP RWE 2022/23 25",
      "VIRTUAL-OP RWE 2023/24 30",
    ]);
  });

  test("units shown only by the number format", () => {
    const mega = (value: number) => ({ value, format: '#,##0 "MWh"' });
    expectLines(
      read([
        sheet("UHL", [
          ["Metric", "2023/24"],
          ["Gas", mega(5)],
        ]),
      ]),
      ["GAS RWE 2023/24 5000"],
    );
  });

  test("two tables side by side, each with its own title", () => {
    const grid = [
      ["UHL", null, null, null, "LPT"],
      ["Metric", "2022/23", "2023/24", null, "Metric", "2022/23", "2023/24"],
      ["Gas (kWh)", 1, 2, null, "Gas (kWh)", 3, 4],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, [...gas, "GAS RT5 2022/23 3", "GAS RT5 2023/24 4"]);
    expect(reading.tables.map(({ range, title }) => [range, title])).toEqual([
      ["A2:C3", "UHL"],
      ["E2:G3", "LPT"],
    ]);
  });

  test("two tables one under the other, with and without a blank row between", () => {
    const one = [["UHL"], ["Metric", "2022/23", "2023/24"], ["Gas (kWh)", 1, 2]];
    const two = [["LPT"], ["Metric", "2021/22"], ["Water (m³)", 3]];
    for (const grid of [
      [...one, ...two],
      [...one, [], [], ...two],
    ]) {
      expectLines(read([sheet("S", grid)]), [...gas, "WATER RT5 2021/22 3"]);
    }
  });

  test("an Excel table's totals row is no figure of its own", () => {
    const grid = [
      ["Site", "Gas (kWh)"],
      ["Glenfield Hospital", 1],
      ["Leicester Royal Infirmary", 2],
      [null, 3],
    ];
    const table = { name: "T", area: { top: 0, left: 0, bottom: 3, right: 1 }, showHeaders: true, showTotals: true };
    const reading = read([sheet("UHL 2023-24", grid, { tables: [table] })]);
    expect(lines(reading)).toHaveLength(2);
    expect(reading.statedTotals).toMatchObject([{ value: 3, place: { cell: "UHL 2023-24!B4" } }]);
  });

  test("sheets of ours are never read", () => {
    expect(
      lines(read([sheet("Board Report", [["UHL"], ["Metric", "2023/24"], ["Gas (kWh)", 1]], { ours: true })])),
    ).toEqual([]);
  });

  test("formulas give their values", () => {
    const grid = [
      ["UHL"],
      ["Metric", "2022/23", "2023/24"],
      ["Gas (kWh)", { value: 1, formula: "=2-1" }, { value: 2, formula: "=B3*2" }],
    ];
    expectLines(read([sheet("S", grid)]), gas);
  });

  test("a table may stand anywhere", () => {
    const grid = [["UHL"], [], ["Metric", "2022/23", "2023/24"], ["Gas (kWh)", 1, 2]];
    const reading = read([sheet("S", grid, { at: { row: 40, column: 28 } })]);
    expectLines(reading, gas);
    expect(cells(reading)["GAS RWE 2023/24 2"]).toBe("S!AE44");
  });
});

test("a figure up to an unsaid date is not taken for its year", () => {
  const reading = read([
    sheet("UHL 2023-24", [
      ["Metric", "YTD", "Full year forecast"],
      ["Gas (kWh)", 1, 2],
    ]),
  ]);
  expectLines(reading, ["GAS RWE 2023/24 forecast 2"]);
  expect(reading.notUnderstood[0]!.reason).toContain("up to when");
});
