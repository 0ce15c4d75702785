import { UNITS } from "../../src/plan/quantity/units";
import { RULES } from "../../src/validation/checking/catalogue";
import { cellPlace } from "../../src/snapshot/addresses";
import type { FoundTable, Observation, StatedTotal } from "../../src/returns/observation";
import type { CellValue } from "../../src/snapshot/snapshot";
import { actionRow, check, figure, period, read, series, sheet, workbook, type ReturnParts } from "./kit";

/**
 * Each rule caught where it should be, and silent on its near miss: a return that differs by as
 * little as it can and is right. "Silent" is of this rule; what else the near miss sets off is in
 * `other tests`.
 */
interface Case {
  readonly code: string;
  readonly what: string;
  readonly caught: ReturnParts;
  /** The finding's first reference; null for one that means the whole workbook. */
  readonly at: string | null;
  readonly nearMiss: ReturnParts;
  readonly but: string;
}

const of = (...observations: Observation[]): ReturnParts => ({ observations });
const table = (name: string, range: string, given: Partial<FoundTable> = {}): FoundTable => ({
  sheet: name,
  range,
  shape: "metrics-down",
  title: null,
  headerRows: 1,
  ...given,
});
const grid = (
  rows: CellValue[][],
  range: string,
  observations: Observation[] = [],
  given: Partial<FoundTable> = {},
): ReturnParts => ({
  snapshot: workbook(sheet("UHL", rows)),
  observations,
  reading: { tables: [table("UHL", range, given)] },
});
const sites = (metric: string, values: readonly number[], column = "C"): Observation[] =>
  values.map((value, index) => figure(metric, value, { site: `Site ${index + 1}`, at: `${column}${index + 5}` }));
const total = (metric: string, value: number, at: string, of: readonly string[]): StatedTotal => ({
  metric,
  organisation: "RWE",
  period: period("2024/25"),
  value,
  unit: figure(metric, value).unit,
  place: figure(metric, value, { at }).place,
  label: "Total",
  of: of.map((each) => figure(metric, 0, { at: each }).place),
});
const column = (...values: CellValue[]): CellValue[][] => [
  ["Site", "Gas (kWh)"],
  ...values.map((value, index): CellValue[] => [index === values.length - 1 ? "Total" : `Site ${index + 1}`, value]),
];
const summed = (...values: number[]): ReturnParts => ({
  snapshot: workbook(sheet("UHL", column(...values))),
  statedTotals: [
    total(
      "GAS",
      values[values.length - 1] as number,
      `B${values.length + 1}`,
      values.slice(0, -1).map((_, index) => `B${index + 2}`),
    ),
  ],
});
const alike = (formulas: readonly (string | number)[]): ReturnParts => ({
  snapshot: workbook(
    sheet("UHL", [
      ["Site", "Gas", "Per m²"],
      ...formulas.map((value, index): CellValue[] => [`Site ${index + 1}`, 1000 + index, value]),
    ]),
  ),
});
const perFloor = (row: number): string => `=B${row}/1000 -> 1`;

/** A yearly sheet of two of LPT's sites, in ERIC's layout. */
const yearly = (year: string, headings: readonly string[], figures: readonly number[]) =>
  sheet(`Sites ${year.replace("/", "-")}`, [
    [`Site return ${year}`],
    ["Trust Code", "Site Code", "Site Name", ...headings],
    ["RT5", "RT5A1", "Bradgate Unit", ...figures],
    ["RT5", "RT5B1", "Evington Centre", ...figures.map((each) => each + 17)],
  ]);
const FOUR = ["Gas consumed (kWh)", "Oil consumed (kWh)", "Water volume (m³)", "Waste to landfill (tonnes)"];
const SPLIT = [
  "Electricity consumed - utility (kWh)",
  "Electricity consumed - local (kWh)",
  "Electricity consumed - renewable (kWh)",
];
const trust = (rows: CellValue[][]) =>
  sheet("UHL", [["University Hospitals of Leicester NHS Trust"], ["Metric", "Unit", "2023/24", "2024/25"], ...rows]);

const FUELS = ["Gas consumed", "Oil consumed", "Steam bought", "Hot water bought", "Other fuel consumed"];

const CASES: readonly Case[] = [
  {
    code: "missing-label",
    what: "a column that last year's sheet had",
    caught: read(yearly("2022/23", FOUR, [1013, 511, 97, 13]), yearly("2023/24", FOUR.slice(0, 3), [1017, 513, 98])),
    at: "Sites 2022-23!G3",
    nearMiss: read(yearly("2022/23", FOUR, [1013, 511, 97, 13]), yearly("2023/24", FOUR, [1017, 513, 98, 13])),
    but: "the same columns",
  },
  {
    code: "extra-label",
    what: "electricity in three columns, then in one",
    caught: read(
      yearly("2022/23", [...SPLIT, ...FOUR], [801, 103, 51, 1013, 511, 97, 13]),
      yearly("2023/24", ["Electricity consumed (kWh)", ...FOUR], [957, 1017, 513, 98, 13]),
    ),
    at: "Sites 2023-24!D3",
    nearMiss: read(
      yearly("2022/23", [...SPLIT, ...FOUR], [801, 103, 51, 1013, 511, 97, 13]),
      yearly("2023/24", [...SPLIT, ...FOUR], [803, 104, 51, 1017, 513, 98, 13]),
    ),
    but: "the same three",
  },
  {
    code: "incorrect-label",
    what: "a metric's name misspelt",
    caught: read(
      trust([
        ["Electrcity consumed", "kWh", 1013, 1017],
        ["Gas consumed", "kWh", 2011, 2017],
      ]),
    ),
    at: "UHL!A3",
    nearMiss: read(
      trust([
        ["Electricity", "kWh", 1013, 1017],
        ["Gas consumed", "kWh", 2011, 2017],
      ]),
    ),
    but: "another of its names",
  },
  {
    code: "incorrect-label",
    what: "a plant's size in watts on one sheet, in kilowatts on the next",
    caught: read(
      yearly("2022/23", [...FOUR, "CHP unit size (Watts)"], [1013, 511, 97, 13, 140_000]),
      yearly("2023/24", [...FOUR, "CHP unit size (kW)"], [1017, 513, 98, 13, 140]),
    ),
    at: "Sites 2023-24!H2",
    nearMiss: read(
      yearly("2022/23", [...FOUR, "CHP unit size (kW)"], [1013, 511, 97, 13, 140]),
      yearly("2023/24", [...FOUR, "CHP unit size (kW)"], [1017, 513, 98, 13, 140]),
    ),
    but: "the same unit",
  },
  {
    code: "required-value",
    what: "an empty row for a target of the trust's",
    caught: read(
      trust([
        ["Gas consumed", "kWh", 2011, 2017],
        ["Low-emission share of owned and leased fleet", "%", null, null],
        ["Water consumed", "m³", 97, 98],
      ]),
    ),
    at: "UHL!D4",
    nearMiss: read(
      trust([
        ["Gas consumed", "kWh", 2011, 2017],
        ["Steam bought", "kWh", null, null],
        ["Water consumed", "m³", 97, 98],
      ]),
    ),
    but: "the plan sets no target on steam",
  },
  {
    code: "required-value",
    what: "a form that nobody has filled in",
    caught: read(trust(FUELS.map((fuel) => [fuel, "kWh", null, null]))),
    at: "UHL!A3:A7",
    nearMiss: read(trust(FUELS.map((fuel, row) => [fuel, "kWh", row === 0 ? 2011 : null, row === 0 ? 2017 : null]))),
    but: "one figure is given, and the plan sets no target on the rest",
  },
  {
    code: "blank-label",
    what: "a column of figures without a heading",
    caught: grid(
      [
        ["Metric", "2023/24", null],
        ["Gas", 10, 20],
        ["Oil", 30, 40],
      ],
      "A1:C3",
    ),
    at: "UHL!C1",
    nearMiss: grid(
      [
        ["Metric", "2023/24", null],
        ["Gas", 10, "see note"],
        ["Oil", 30, null],
      ],
      "A1:C3",
    ),
    but: "a column of remarks needs none",
  },
  {
    code: "duplicate-label",
    what: "two columns headed 2023/24",
    caught: grid(
      [
        ["Metric", "2023/24", "2023/24"],
        ["Gas", 10, 20],
      ],
      "A1:C2",
      [figure("GAS", 10, { at: "B2", period: "2023/24" }), figure("GAS", 20, { at: "C2", period: "2023/24" })],
    ),
    at: "UHL!C1",
    nearMiss: grid(
      [
        ["Metric", "Note", "Note"],
        ["Gas", "a", "b"],
      ],
      "A1:C2",
    ),
    but: "two columns of notes may share a heading",
  },
  {
    code: "blank-row",
    what: "a blank row between two rows of figures",
    caught: grid(
      [
        ["Metric", "2023/24"],
        ["Gas", 10],
        [null, null],
        ["Oil", 30],
      ],
      "A1:B4",
    ),
    at: "UHL!A3",
    nearMiss: grid(
      [
        ["Metric", "2023/24"],
        ["Gas", 10],
        [null, null],
        ["Water", null],
        ["Mains", 30],
      ],
      "A1:B5",
    ),
    but: "a blank row before a heading parts two sections",
  },
  {
    code: "duplicate-row",
    what: "a site's row twice with the same figure",
    caught: of(figure("GAS", 10, { site: "A", at: "C5" }), figure("GAS", 10, { site: "A", at: "C9" })),
    at: "UHL!C9",
    nearMiss: of(figure("GAS", 10, { at: "C5" }), figure("GAS", 10, { at: "LLR!C9", table: 1 })),
    but: "a summary sheet repeats a figure rightly",
  },
  {
    code: "primary-key",
    what: "the same figure stated twice and not alike",
    caught: of(figure("GAS", 1_000_000, { at: "C5" }), figure("GAS", 1_100_000, { at: "LLR!C9", table: 1 })),
    at: "UHL!C5",
    nearMiss: of(figure("CF", 88_600, { at: "C5", raw: 88.6 }), figure("CF", 88_600, { at: "LLR!C9", table: 1 })),
    but: "88.6 kt is 88,600 t",
  },
  {
    code: "type-error",
    what: "words for a number",
    caught: of(figure("GAS", null, { raw: "see the other sheet" })),
    at: "UHL!C5",
    nearMiss: of(figure("CYCLE", 1, { raw: "Yes" })),
    but: "an answer is a word",
  },
  {
    code: "type-error",
    what: "a date for a number",
    caught: of(figure("LANDFILL", null, { raw: 45_355, note: "date where a number is expected" })),
    at: "UHL!C5",
    nearMiss: of(figure("LANDFILL", 85)),
    but: "a number is one",
  },
  {
    code: "constraint-error",
    what: "an answer that is neither yes nor no",
    caught: of(figure("CYCLE", 3)),
    at: "UHL!C5",
    nearMiss: of(figure("CYCLE", 1)),
    but: "1 is yes",
  },
  {
    code: "forbidden-value",
    what: "a list's prompt left in its cell",
    caught: of(figure("GAS", null, { raw: "< Select >" })),
    at: "UHL!C5",
    nearMiss: of(figure("GAS", 999_998)),
    but: "a figure one short of a filler",
  },
  {
    code: "truncated-value",
    what: "the largest 16-bit number",
    caught: of(figure("WATER", 65_535)),
    at: "UHL!C5",
    nearMiss: of(figure("WATER", 65_534)),
    but: "one less is a figure like any other",
  },
  {
    code: "DQ01",
    what: "a number typed as text",
    caught: of(figure("GAS", 1077, { raw: "1,077" })),
    at: "UHL!C5",
    nearMiss: of(figure("GAS", null, { raw: "[x]" })),
    but: "the shorthand for “not available” is a reason",
  },
  {
    code: "DQ02",
    what: "a division by nothing",
    caught: { snapshot: workbook(sheet("UHL", [["Gas per m²", "#DIV/0!"]])) },
    at: "UHL!B1",
    nearMiss: { snapshot: workbook(sheet("UHL", [["Ward", "#4"]])) },
    but: "a name may begin with a hash",
  },
  {
    code: "DQ03",
    what: "a rise of 16% in gas",
    caught: of(...series("GAS", 2023, [1_000_000, 1_160_000])),
    at: "UHL!D5",
    nearMiss: of(...series("GAS", 2023, [1_000_000, 1_140_000])),
    but: "14% is under the threshold",
  },
  {
    code: "DQ03",
    what: "half as much oil again, where oil is a tenth of the energy",
    caught: of(
      ...series("GAS", 2023, [9_000_000, 9_000_100]),
      ...series("OIL", 2023, [1_000_000, 1_500_000], { at: "C6" }),
    ),
    at: "UHL!D6",
    nearMiss: of(
      ...series("GAS", 2023, [90_000_000, 90_000_100]),
      ...series("OIL", 2023, [100_000, 150_000], { at: "C6" }),
    ),
    but: "the same rise is nothing where oil is a thousandth of the energy",
  },
  {
    code: "DQ03",
    what: "a floor area 6% larger",
    caught: of(...series("GIA", 2023, [100_000, 106_000])),
    at: "UHL!D5",
    nearMiss: of(...series("GIA", 2023, [100_000, 104_000])),
    but: "4% is under the threshold",
  },
  {
    code: "DQ04",
    what: "gas in MWh among kWh",
    caught: of(...series("GAS", 2021, [9_800_000, 10_000_000, 10_200, 10_100_000])),
    at: "UHL!E5",
    nearMiss: of(...series("GAS", 2021, [9_800_000, 10_000_000, 2_500_000, 10_100_000])),
    but: "a quarter is no unit",
  },
  {
    code: "DQ04",
    what: "miles given in kilometres",
    caught: of(...series("FLEET-MILES", 2022, [100_000, 101_000, 162_000])),
    at: "UHL!E5",
    nearMiss: of(...series("WATER", 2022, [100_000, 101_000, 162_000])),
    but: "water has no kilometres",
  },
  {
    code: "DQ04",
    what: "electricity in MJ",
    caught: of(...series("ELEC", 2022, [10_000_000, 10_100_000, 36_300_000])),
    at: "UHL!E5",
    nearMiss: of(...series("ELEC", 2022, [10_000_000, 10_100_000, 30_000_000])),
    but: "three times is no unit",
  },
  {
    code: "DQ05",
    what: "negative consumption",
    caught: of(figure("GAS", -1_000_000)),
    at: "UHL!C5",
    nearMiss: of(figure("ELEC", -1_000_000, { label: "Electricity exported" })),
    but: "an export may be negative",
  },
  {
    code: "DQ05",
    what: "no gas at all after a million",
    caught: of(...series("GAS", 2023, [1_000_000, 0])),
    at: "UHL!D5",
    nearMiss: of(...series("RECYCLING", 2023, [1_000, 1_000]), ...series("LANDFILL", 2023, [2, 0], { at: "C6" })),
    but: "the last two tonnes of landfill may well have gone",
  },
  {
    code: "DQ05",
    what: "a blank where the last year had a figure",
    caught: {
      snapshot: workbook(
        sheet("UHL", [
          ["", "", "2023/24", "2024/25"],
          ["Gas", "kWh", 1_000, null],
          ["Oil", "kWh", 500, 505],
        ]),
      ),
      observations: [...series("GAS", 2023, [1_000], { at: "C2" }), ...series("OIL", 2023, [500, 505], { at: "C3" })],
    },
    at: "UHL!D2",
    nearMiss: {
      snapshot: workbook(
        sheet("UHL", [
          ["", "", "2023/24", "2024/25"],
          ["Gas", "kWh", 1_000, "[z]"],
          ["Oil", "kWh", 500, 505],
        ]),
      ),
      observations: [...series("GAS", 2023, [1_000], { at: "C2" }), ...series("OIL", 2023, [500, 505], { at: "C3" })],
    },
    but: "“not applicable” is a reason",
  },
  {
    code: "DQ06",
    what: "a total two too large for three parts",
    caught: summed(100, 200, 300, 605),
    at: "UHL!B5",
    nearMiss: summed(100, 200, 300, 602),
    but: "half a unit for each part is rounding",
  },
  {
    code: "DQ06",
    what: "sites that do not make their trust's stated figure",
    caught: of(...sites("GAS", [100, 200]), figure("GAS", 400, { at: "C9" })),
    at: "UHL!C9",
    nearMiss: of(...sites("GAS", [100, 200]), figure("GAS", 301, { at: "C9" })),
    but: "one kWh is rounding",
  },
  {
    code: "DQ07",
    what: "a share of 140%",
    caught: of(figure("RENEWABLE-E", 140)),
    at: "UHL!C5",
    nearMiss: of(figure("RENEWABLE-E", 100)),
    but: "all of it is 100%",
  },
  {
    code: "DQ07",
    what: "0.47 where 47 is meant",
    caught: of(...series("FLEET-LEV", 2022, [41, 44, 0.47])),
    at: "UHL!E5",
    nearMiss: of(...series("DESFLURANE", 2022, [4, 2, 0.47])),
    but: "a small share that fell is small",
  },
  {
    code: "DQ07",
    what: "fractions under %, in one year alone",
    caught: of(
      figure("WALKING-RETURN", 0.44, { givenUnit: UNITS["%"] }),
      figure("FLEET-LEV", 0.62, { givenUnit: UNITS["%"], at: "C6" }),
    ),
    at: "UHL!C5:C6",
    nearMiss: of(figure("WALKING-RETURN", 44, { givenUnit: UNITS["%"], raw: 0.44 })),
    but: "a percentage format shows 44%",
  },
  {
    code: "DQ09",
    what: "emissions in CO2 alone",
    caught: of(figure("CF", 35_200, { givenUnit: UNITS.tCO2 })),
    at: "UHL!C5",
    nearMiss: of(figure("CF", 35_200, { givenUnit: UNITS.tCO2e })),
    but: "all gases are in it",
  },
  {
    code: "DQ08",
    what: "scopes that do not make their footprint",
    caught: of(
      figure("CF", 1000, { at: "C5" }),
      figure("S1", 500, { at: "C6" }),
      figure("S2", 300, { at: "C7" }),
      figure("S3-CF", 100, { at: "C8" }),
    ),
    at: "UHL!C5",
    nearMiss: of(
      figure("CF", 1000, { at: "C5" }),
      figure("S1", 500, { at: "C6" }),
      figure("S2", 300, { at: "C7" }),
      figure("S3-CF", 201, { at: "C8" }),
    ),
    but: "a tonne is rounding",
  },
  {
    code: "DQ08",
    what: "a Footprint Plus below its Footprint",
    caught: of(figure("CF", 1000, { at: "C5" }), figure("CFP", 900, { at: "C6" })),
    at: "UHL!C6",
    nearMiss: of(figure("CF", 1000, { at: "C5" }), figure("CFP", 1000, { at: "C6" })),
    but: "they may be equal",
  },
  {
    code: "DQ09",
    what: "the factors of 2021 for 2024/25",
    caught: {
      snapshot: workbook(sheet("UHL", [["UK Government conversion factors 2021"]])),
      observations: [figure("GAS", 10)],
    },
    at: "UHL!A1",
    nearMiss: {
      snapshot: workbook(sheet("UHL", [["UK Government conversion factors 2024"]])),
      observations: [figure("GAS", 10)],
    },
    but: "2024 holds most of 2024/25",
  },
  {
    code: "DQ10",
    what: "three lines copied from last year",
    caught: of(
      ...series("GAS", 2023, [1234, 1234]),
      ...series("ELEC", 2023, [4321, 4321], { at: "C6" }),
      ...series("WATER", 2023, [777, 777], { at: "C7" }),
    ),
    at: "UHL!D5:D7",
    nearMiss: of(
      ...series("GAS", 2023, [1234, 1234]),
      ...series("ELEC", 2023, [4321, 4321], { at: "C6" }),
      ...series("WATER", 2023, [777, 778], { at: "C7" }),
    ),
    but: "two may be chance",
  },
  {
    code: "DQ10",
    what: "one line the same for three years",
    caught: of(...series("GAS", 2022, [1234, 1234, 1234])),
    at: "UHL!D5:E5",
    nearMiss: of(...series("GIA", 2022, [1234, 1234, 1234])),
    but: "a building stays as large as it is",
  },
  {
    code: "DQ11",
    what: "years left out in the middle",
    caught: of(
      figure("GAS", 1000, { period: "2019/20", at: "C5" }),
      figure("GAS", 1010, { period: "2024/25", at: "D5" }),
    ),
    at: "UHL!D5",
    nearMiss: of(
      figure("GAS", 1000, { period: "2023/24", at: "C5" }),
      figure("GAS", 1010, { period: "2024/25", at: "D5" }),
    ),
    but: "consecutive years",
  },
  {
    code: "DQ11",
    what: "an actual for a year that has not begun",
    caught: of(figure("GAS", 1000, { period: "2025/26" })),
    at: "UHL!C5",
    nearMiss: of(figure("GAS", 1000, { period: "2025/26", kind: "forecast" })),
    but: "a forecast is of the future",
  },
  {
    code: "DQ12",
    what: "half of a total estimated",
    caught: of(
      figure("GAS", 100, { site: "A", at: "C5", note: "estimated" }),
      figure("GAS", 100, { site: "B", at: "C6" }),
    ),
    at: "UHL!C5",
    nearMiss: of(
      figure("GAS", 40, { site: "A", at: "C5", note: "estimated" }),
      figure("GAS", 100, { site: "B", at: "C6" }),
    ),
    but: "under 30% of it",
  },
  {
    code: "DQ13",
    what: "a typed number among formulas",
    caught: alike([perFloor(2), perFloor(3), 7, perFloor(5), perFloor(6)]),
    at: "UHL!C4",
    nearMiss: alike([perFloor(2), perFloor(3), perFloor(4), perFloor(5), 7]),
    but: "the last row may be another kind of row",
  },
  {
    code: "DQ13",
    what: "a formula unlike its neighbours",
    caught: alike([perFloor(2), perFloor(3), "=B3/1000 -> 1", perFloor(5), perFloor(6)]),
    at: "UHL!C4",
    nearMiss: alike([perFloor(2), perFloor(3), perFloor(4), perFloor(5), perFloor(6)]),
    but: "the same formula in every row differs only by its row",
  },
  {
    code: "DQ13",
    what: "a total that leaves a row out",
    caught: {
      snapshot: workbook(
        sheet("UHL", [
          ["Site", "Gas"],
          ["A", 1],
          ["B", 2],
          ["C", 3],
          ["Total", "=SUM(B2:B3) -> 3"],
        ]),
      ),
    },
    at: "UHL!B5",
    nearMiss: {
      snapshot: workbook(
        sheet("UHL", [
          ["Site", "Gas"],
          ["A", 1],
          ["B", 2],
          ["C", 3],
          ["Total", "=SUM(B2:B4) -> 6"],
        ]),
      ),
    },
    but: "the whole range",
  },
  {
    code: "DQ13",
    what: "a subtotal counted twice",
    caught: {
      snapshot: workbook(
        sheet("UHL", [
          ["Site", "Gas"],
          ["A", 1],
          ["B", 2],
          ["Subtotal", "=SUM(B2:B3) -> 3"],
          ["C", 3],
          ["Total", "=SUM(B2:B5) -> 9"],
        ]),
      ),
    },
    at: "UHL!B6",
    nearMiss: {
      snapshot: workbook(
        sheet("UHL", [
          ["Site", "Gas"],
          ["A", 1],
          ["B", 2],
          ["Subtotal", "=SUM(B2:B3) -> 3"],
          ["C", 3],
          ["Total", "=B4+B5 -> 6"],
        ]),
      ),
    },
    but: "the subtotal and the rest",
  },
  {
    code: "DQ14",
    what: "a hidden sheet",
    caught: { snapshot: workbook(sheet("Old", [["a"]], { visibility: "veryHidden" })) },
    at: null,
    nearMiss: { snapshot: workbook(sheet("Old", [], { visibility: "hidden" })) },
    but: "an empty one hides nothing",
  },
  {
    code: "DQ14",
    what: "a person's sheet that carries the report's mark",
    caught: {
      snapshot: workbook({
        ...sheet("Gas", [["a", 1]]),
        own: { kind: "board-report", version: "1", title: "Board Report" },
      }),
    },
    at: null,
    nearMiss: {
      snapshot: workbook({
        ...sheet("Board Report", [["a"]]),
        own: { kind: "board-report", version: "1", title: "Board Report" },
      }),
    },
    but: "it stands under the name it was marked with",
  },
  {
    code: "DQ15",
    what: "an intensity without its denominator",
    caught: of(figure("GAS-M2", 312)),
    at: "UHL!C5",
    nearMiss: of(figure("GAS-M2", 312), figure("GIA", 300_000, { at: "C6" })),
    but: "the floor area stands beside it",
  },
  {
    code: "DQ16",
    what: "a site that pays five times the others' price",
    caught: of(...sites("GAS", [1000, 2000, 200]), ...sites("GAS-COST", [50, 100, 50], "D")),
    at: "UHL!C7",
    nearMiss: of(...sites("GAS", [1000, 2000, 500]), ...sites("GAS-COST", [50, 100, 50], "D")),
    but: "twice is within reason",
  },
  {
    code: "DQ17",
    what: "one of nine sites makes four fifths of the landfill",
    caught: of(...sites("LANDFILL", [10, 12, 9, 11, 14, 13, 12, 10, 400])),
    at: "UHL!C13",
    nearMiss: of(...sites("LANDFILL", [10, 12, 9, 11, 14, 13, 400])),
    but: "seven sites are too few to tell",
  },
  {
    code: "DQ18",
    what: "a year's gas of a large trust in megawatt-hours, under a heading of kilowatt-hours",
    caught: of(...series("GAS", 2023, [101_817, 95_045])),
    at: "UHL!C5:D5",
    nearMiss: of(...series("GAS", 2023, [101_817_000, 95_045_000])),
    but: "a large trust uses as much",
  },
  {
    code: "AC01",
    what: "a due date that is none",
    caught: { actions: [actionRow("FN5", { due: "when we can" })] },
    at: "Actions!E7",
    nearMiss: { actions: [actionRow("FN5", { due: "Ongoing" })] },
    but: "the plan itself says “ongoing”",
  },
  {
    code: "AC02",
    what: "a due date after the plan",
    caught: { actions: [actionRow("FN5", { due: "31/12/2026" })] },
    at: "Actions!E7",
    nearMiss: { actions: [actionRow("FN5", { due: "31/07/2025" })] },
    but: "the plan's last day is in it",
  },
  {
    code: "AC03",
    what: "an action without an owner",
    caught: { actions: [actionRow("FN5", { owner: " " })] },
    at: "Actions!C7",
    nearMiss: { actions: [actionRow("FN5", { owner: null, status: "Cancelled" })] },
    but: "what is cancelled needs none",
  },
  {
    code: "AC04",
    what: "an action no metric measures",
    caught: { actions: [actionRow("WFL1")] },
    at: "Actions!A7",
    nearMiss: { actions: [actionRow("TT2")] },
    but: "business-mileage emissions measure TT2",
  },
  {
    code: "AC05",
    what: "twins with two statuses",
    caught: { actions: [actionRow("TT11", { status: "Done" }), actionRow("EF7", { status: "Not started" }, 7)] },
    at: "Actions!D7:D8",
    nearMiss: { actions: [actionRow("TT11", { status: "Done" }), actionRow("EF7", { status: "Closed" }, 7)] },
    but: "done and closed are one status",
  },
  {
    code: "AC06",
    what: "an id that is none of the plan's",
    caught: { actions: [actionRow("ZZ9")] },
    at: "Actions!A7",
    nearMiss: { actions: [actionRow("FN5")] },
    but: "the plan has FN5",
  },
  {
    code: "AC07",
    what: "complete in the future",
    caught: { actions: [actionRow("FN5", { status: "Complete", completed: "01/06/2025" })] },
    at: "Actions!G7",
    nearMiss: { actions: [actionRow("FN5", { status: "Complete", completed: "31/03/2025" })] },
    but: "complete on the reporting date",
  },
  {
    code: "AC07",
    what: "100% and in progress",
    caught: { actions: [actionRow("FN5", { percent: 100 })] },
    at: "Actions!D7",
    nearMiss: { actions: [actionRow("FN5", { percent: 99 })] },
    but: "99% is in progress",
  },
];

describe.each(CASES)("$code: $what", ({ code, caught, at, nearMiss }) => {
  const rule = RULES.find((each) => each.code === code);

  it(`is found at ${at ?? "the workbook"}`, () => {
    const findings = check(caught).filter((each) => each.code === code);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.cells[0] ?? null).toBe(at);
    expect(findings[0]?.rule).toBe(rule?.name);
  });

  it("says it in whole sentences, with the cell, what was expected and what to do", () => {
    const [finding] = check(caught).filter((each) => each.code === code);
    const message = finding?.message ?? "";
    expect(message).toMatch(/^[A-Z0-9“#].*[.]$/s);
    expect(message).not.toMatch(/undefined|null|NaN|\d{4,}(?!\/)(?=[^\d/ ]*[,.]? ?(kWh|m³|tonnes))/);
    if (at !== null) expect(message).toContain((at.split("!")[0] as string).trim());
    expect(finding?.why).toMatch(/\.$/);
  });

  it("is silent on the near miss", () => {
    expect(check(nearMiss).filter((each) => each.code === code)).toEqual([]);
  });
});

it("has a case for every rule of the catalogue", () => {
  const covered = new Set(CASES.map(({ code }) => code));
  expect(RULES.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual([]);
});

it("places cells as Excel does", () => {
  expect(cellPlace("UHL", 11, 6).cell).toBe("UHL!G12");
});
