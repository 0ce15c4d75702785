import type { CellValue } from "../../src/snapshot/snapshot";
import { actionRow, check, figure, read, series, sheet, workbook, type ReturnParts } from "./kit";

/** Each threshold from both sides: a return just over it, and one just under. */
interface Case {
  readonly code: string;
  readonly threshold: string;
  readonly over: ReturnParts;
  readonly under: ReturnParts;
}

const years = (metric: string, values: readonly number[]): ReturnParts => ({
  observations: series(metric, 2025 - values.length, values),
});
const trust = (rows: CellValue[][], headings: CellValue[] = ["2023/24", "2024/25"]): ReturnParts =>
  read(sheet("UHL", [["University Hospitals of Leicester NHS Trust"], ["Metric", "Unit", ...headings], ...rows]));
const shares = (...values: number[]): ReturnParts =>
  read(
    sheet("Mix", [
      ["Electricity by source, 2024/25"],
      ["Source", "Share (%)"],
      ...values.map((value, index): CellValue[] => [`Source ${index + 1}`, value]),
      ["Total", 100],
    ]),
  );
const factor = (value: number): ReturnParts => ({
  ...years("GAS", [95_045_415]),
  snapshot: workbook(sheet("UHL", [["UK Government conversion factors 2024"], ["Gas factor (kgCO2e/kWh)", value]])),
});
/** Nine sites of LPT in 2024/25, all alike but for the last: floor, gas and what the gas cost, or landfill. */
const nine = (
  headings: string[],
  last: CellValue[],
  like: (site: number) => CellValue[],
  code = "RT5I1",
): ReturnParts =>
  read(
    sheet("Sites", [
      ["Site return 2024/25"],
      ["Trust Code", "Site Code", "Gross internal floor area (m²)", ...headings],
      ...Array.from({ length: 9 }, (_, site): CellValue[] => [
        "RT5",
        `RT5${"ABCDEFGHI"[site] as string}1`,
        ...like(site),
      ]),
      ["RT5", code === "RT5I1" ? "RT5J1" : code, ...last],
    ]),
  );
const gas = (last: number, cost: number): ReturnParts =>
  nine(["Gas consumed (kWh)", "Cost of gas (£)"], [5000, last, cost], (site) => [
    5000 + site,
    (1 + site / 20) * 1_000_000 + 137 * site,
    (1 + site / 20) * 50_000 + 11 * site,
  ]);
const landfill = (last: number, area: number, code?: string): ReturnParts =>
  nine(["Waste to landfill (tonnes)"], [area, last], (site) => [5000 + site, 10 + site / 10], code);

const CASES: readonly Case[] = [
  {
    code: "DQ03",
    threshold: "25% for small streams",
    over: years("LANDFILL", [1001, 1261]),
    under: years("LANDFILL", [1001, 1241]),
  },
  {
    code: "DQ03",
    threshold: "30 points for shares",
    over: years("FLEET-LEV", [40, 71]),
    under: years("FLEET-LEV", [40, 69]),
  },
  {
    code: "DQ03",
    threshold: "15% a year by quarter, against the same quarter",
    over: {
      observations: [
        figure("GAS", 1_000_000, { period: "2023/24 Q4" }),
        figure("GAS", 1_160_000, { period: "2024/25 Q4", at: "D5" }),
      ],
    },
    under: {
      observations: [
        figure("GAS", 1_000_000, { period: "2023/24 Q3" }),
        figure("GAS", 1_160_000, { period: "2023/24 Q4", at: "D5" }),
      ],
    },
  },
  {
    code: "DQ04",
    threshold: "10% around ten times",
    over: years("GAS", [9_800_000, 10_000_000, 108_000_000]),
    under: years("GAS", [9_800_000, 10_000_000, 113_000_000]),
  },
  {
    code: "DQ04",
    threshold: "5% around 1.609",
    over: years("FLEET-MILES", [100_000, 101_000, 169_000]),
    under: years("FLEET-MILES", [100_000, 101_000, 175_000]),
  },
  {
    code: "DQ04",
    threshold: "25% around a thousand times",
    over: years("ELEC", [9_800_000, 10_000_000, 12_100]),
    under: years("ELEC", [9_800_000, 10_000_000, 14_000]),
  },
  {
    code: "DQ07",
    threshold: "half a point around 100",
    over: shares(40.3, 40, 20.3),
    under: shares(40.2, 40, 20.2),
  },
  {
    code: "DQ07",
    threshold: "a fraction beside a percentage, not a share that fell year by year",
    over: years("DESFLURANE", [11.8, 9.1, 0.08]),
    under: years("DESFLURANE", [11.8, 9.1, 2.2, 0.4]),
  },
  {
    code: "DQ09",
    threshold: "20% from the register's factor",
    over: factor(0.2286),
    under: factor(0.2096),
  },
  {
    code: "DQ10",
    threshold: "the same three periods running",
    over: years("GAS", [12_345, 12_345, 12_345]),
    under: years("GAS", [12_545, 12_345, 12_345]),
  },
  {
    code: "DQ10",
    threshold: "five periods for a figure of few digits",
    over: years("LANDFILL", [40.2, 40.2, 40.2, 40.2, 40.2]),
    under: years("LANDFILL", [39.8, 40.2, 40.2, 40.2, 40.2]),
  },
  {
    code: "DQ10",
    threshold: "six round figures",
    over: {
      observations: ["GAS", "ELEC", "OIL", "WATER", "PAPER", "GREY-MILES", "RECYCLING"].map((metric, index) =>
        figure(metric, metric === "RECYCLING" ? 70.2 : 12_000 + 1000 * index, { at: `C${index + 5}` }),
      ),
    },
    under: {
      observations: ["GAS", "ELEC", "OIL", "WATER", "PAPER"].map((metric, index) =>
        figure(metric, 12_000 + 1000 * index, { at: `C${index + 5}` }),
      ),
    },
  },
  {
    code: "DQ11",
    threshold: "a quarter missing between two",
    over: {
      observations: [
        figure("GAS", 1001, { period: "2023/24 Q1" }),
        figure("GAS", 1002, { period: "2023/24 Q3", at: "D5" }),
      ],
    },
    under: {
      observations: [
        figure("GAS", 1001, { period: "2023/24 Q1" }),
        figure("GAS", 1002, { period: "2023/24 Q2", at: "D5" }),
      ],
    },
  },
  {
    code: "DQ11",
    threshold: "a year that may be a calendar year or a financial one",
    over: trust([["Gas consumed", "kWh", 1001, 1002, 1003]], ["2022", "2023/24", "2024/25"]),
    under: trust([["Gas consumed", "kWh", 1001, 1002, 1003]], ["2022/23", "2023/24", "2024/25"]),
  },
  {
    code: "DQ12",
    threshold: "30% of a total, which a roll-up does not repeat",
    over: {
      observations: [figure("GAS", 31, { site: "A", kind: "estimate" }), figure("GAS", 69, { site: "B", at: "C6" })],
    },
    under: {
      observations: [figure("GAS", 29, { site: "A", kind: "estimate" }), figure("GAS", 71, { site: "B", at: "C6" })],
    },
  },
  {
    code: "DQ13",
    threshold: "three formulas for each typed number of a run",
    over: read(
      sheet("UHL", [
        ["Site", "Gas", "Per m²"],
        ...[1, 2, 3, 0, 0, 4, 5, 6].map((kind, row): CellValue[] => [
          `Site ${row + 1}`,
          1000 + row,
          kind === 0 ? 7 : `=B${row + 2}/1000 -> 1`,
        ]),
      ]),
    ),
    under: read(
      sheet("UHL", [
        ["Site", "Gas", "Per m²"],
        ...[1, 2, 0, 0, 4, 5].map((kind, row): CellValue[] => [
          `Site ${row + 1}`,
          1000 + row,
          kind === 0 ? 7 : `=B${row + 2}/1000 -> 1`,
        ]),
      ]),
    ),
  },
  {
    code: "DQ15",
    threshold: "a denominator that moved over 5%",
    over: {
      observations: [...series("CONTACTS", 2023, [1_000_000, 1_060_000]), figure("CF-CONTACT", 31.2, { at: "D6" })],
    },
    under: {
      observations: [...series("CONTACTS", 2023, [1_000_000, 1_040_000]), figure("CF-CONTACT", 31.2, { at: "D6" })],
    },
  },
  {
    code: "DQ15",
    threshold: "and no note",
    over: {
      observations: [...series("CONTACTS", 2023, [1_000_000, 1_060_000]), figure("CF-CONTACT", 31.2, { at: "D6" })],
    },
    under: {
      observations: [
        ...series("CONTACTS", 2023, [1_000_000, 1_060_000], { note: "two wards opened" }),
        figure("CF-CONTACT", 31.2, { at: "D6" }),
      ],
    },
  },
  {
    code: "DQ16",
    threshold: "three times the usual price",
    over: gas(1_000_000, 160_000),
    under: gas(1_000_000, 145_000),
  },
  { code: "DQ16", threshold: "1% of the organisation's own", over: gas(150_000, 24_000), under: gas(15_000, 2_400) },
  {
    code: "DQ16",
    threshold: "a price anybody pays, where there is no other to compare with",
    over: { observations: [figure("GAS", 2_137_097), figure("GAS-COST", 1_389_000, { at: "C6" })] },
    under: { observations: [figure("GAS", 2_137_097), figure("GAS-COST", 189_000, { at: "C6" })] },
  },
  {
    code: "DQ16",
    threshold: "a cost and a consumption that are the same number",
    over: { observations: [figure("WATER", 118_393), figure("WATER-COST", 118_393, { at: "C6" })] },
    under: { observations: [figure("WATER", 118_393), figure("WATER-COST", 118_394, { at: "C6" })] },
  },
  { code: "DQ17", threshold: "half of the total", over: landfill(98, 5000), under: landfill(88, 80_000) },
  { code: "DQ17", threshold: "twice its share of the floor", over: landfill(98, 15_000), under: landfill(98, 40_000) },
  {
    code: "DQ17",
    threshold: "one site, not many on one row",
    over: landfill(980, 5000),
    under: landfill(980, 5000, "AGGRE"),
  },
  {
    code: "DQ17",
    threshold: "five times the middle site for its floor",
    over: gas(7_300_000, 365_000),
    under: gas(5_500_000, 275_000),
  },
  {
    code: "truncated-value",
    threshold: "255 characters",
    over: read(sheet("UHL", [["Comment", "x".repeat(255)]])),
    under: read(sheet("UHL", [["Comment", "x".repeat(254)]])),
  },
  {
    code: "AC01",
    threshold: "a quarter that names its years",
    over: { actions: [actionRow("TT2", { due: "Q1 2024" })] },
    under: { actions: [actionRow("TT2", { due: "Q1 2024/25" })] },
  },
  {
    code: "AC07",
    threshold: "completed no earlier than it started",
    over: { actions: [actionRow("TT2", { started: "02/01/2024", completed: "01/01/2024", status: "Complete" })] },
    under: { actions: [actionRow("TT2", { started: "01/01/2024", completed: "01/01/2024", status: "Complete" })] },
  },
];

describe.each(CASES)("$code: $threshold", ({ code, over, under }) => {
  it("is passed by the one", () => {
    expect(check(over).filter((each) => each.code === code)).toHaveLength(1);
  });

  it("and not by the other", () => {
    expect(check(under).filter((each) => each.code === code)).toEqual([]);
  });
});
