import { parseRange } from "../../src/snapshot/addresses";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/snapshot/snapshot";
import { readReturns } from "../../src/returns/reading/read";
import { totals } from "../../src/returns/totals/totals";
import { checkReturn } from "../../src/validation/checking/check";
import type { Finding, Mend } from "../../src/validation/finding";
import { pack, sheet, workbook } from "./kit";

/** Each mend, pressed: the cells are written, the return is read and checked again, and the finding is gone. */

function findingsOf(snapshot: Snapshot): Finding[] {
  const reading = readReturns(snapshot, pack, { period: null, organisations: [] });
  return checkReturn({ snapshot, reading, totals: totals(reading, pack), pack, asOf: "2025-03-31" });
}

function mended(snapshot: Snapshot, { changes }: Mend): Snapshot {
  const written = (each: SheetSnapshot): SheetSnapshot => ({
    ...each,
    values: each.values.map((row, r) =>
      row.map((value, c) => {
        const change = changes.find(({ sheet: name, address }) => {
          const at = parseRange(address);
          return name === each.name && at?.top === r && at.left === c;
        });
        if (change === undefined) return value;
        // What a mend shows as standing there must be what stands there.
        expect(value).toBe(change.before);
        return change.after;
      }),
    ),
  });
  return { ...snapshot, sheets: snapshot.sheets.map(written) };
}

const trust = (rows: CellValue[][], headings: CellValue[] = ["2022/23", "2023/24", "2024/25"]): Snapshot =>
  workbook(
    sheet("UHL", [["University Hospitals of Leicester NHS Trust"], ["Metric", "Unit", ...headings, "Notes"], ...rows]),
  );
const GAS: CellValue[] = ["Gas consumed", "kWh", 94_223_311, 93_003_211, 95_045_415, null];
const WATER: CellValue[] = ["Water consumed", "m³", 357_913, 361_213, 352_213, null];
const sites = (rows: CellValue[][]): Snapshot =>
  workbook(
    sheet("Sites", [
      ["Site return 2024/25"],
      [
        "Trust Code",
        "Site Code",
        "Site Name",
        "Gross internal floor area (m²)",
        "Gas consumed (kWh)",
        "Cost of gas (£)",
      ],
      ...rows,
    ]),
  );
const site = (letter: string, area: number, gas: number, cost: number): CellValue[] => [
  "RT5",
  `RT5${letter}1`,
  `Site ${letter}`,
  area,
  gas,
  cost,
];
const FOUR = [
  site("A", 4321, 1_203_112, 55_584),
  site("B", 9312, 2_803_441, 127_331),
  site("C", 8041, 2_503_998, 114_202),
  site("D", 5098, 1_503_121, 69_511),
];
const REGIONS: CellValue[][] = (pack.regional[1]?.rows ?? []).map((row) => [row.region, row.base1990, row.current]);
const ENGLAND: CellValue[] = ["England", 33_823, 25_041];

interface Case {
  readonly what: string;
  readonly code: string;
  readonly snapshot: Snapshot;
  /** The cells that the mend writes, and what. */
  readonly writes: Readonly<Record<string, CellValue>>;
}

const CASES: readonly Case[] = [
  {
    what: "a figure in MWh among kWh",
    code: "DQ04",
    snapshot: trust([["Gas consumed", "kWh", 94_223_311, 93_003_211, 95_045, null], WATER]),
    writes: { E3: 95_045_000 },
  },
  {
    what: "a slip that the cost shows, on the consumption",
    code: "DQ04",
    snapshot: sites([...FOUR, site("E", 7021, 210_331, 96_221)]),
    writes: { E7: 2_103_310 },
  },
  {
    what: "a slip that the consumption shows, on the cost",
    code: "DQ04",
    snapshot: sites([...FOUR, site("E", 7021, 2_103_312, 9_622_100)]),
    writes: { F7: 96_221 },
  },
  {
    what: "a number typed with commas",
    code: "DQ01",
    snapshot: trust([["Gas consumed", "kWh", 94_223_311, 93_003_211, "95,045,415", null], WATER]),
    writes: { E3: 95_045_415 },
  },
  {
    what: "a number with its unit, spelt another way than the heading's",
    code: "DQ01",
    snapshot: trust([GAS, ["Water consumed", "m³", 357_913, 361_213, "352213 m3", null]]),
    writes: { E4: 352_213 },
  },
  {
    what: "words for nothing, which become the row's note",
    code: "DQ01",
    snapshot: trust([GAS, ["Water consumed", "m³", 357_913, 361_213, "Not Applicable", null]]),
    writes: { E4: null, F4: "Not Applicable (2024/25)" },
  },
  {
    what: "a minus before a consumption",
    code: "DQ05",
    snapshot: trust([["Gas consumed", "kWh", 94_223_311, 93_003_211, -95_045_415, null], WATER]),
    writes: { E3: 95_045_415 },
  },
  {
    what: "a region's figure that neither its sum nor its ratio bears out",
    code: "DQ06",
    snapshot: workbook(sheet("Regions", [["Region", "1990 (ktCO2e)", "Now (ktCO2e)"], ...REGIONS, ENGLAND])),
    writes: { B2: 3642 },
  },
  {
    what: "the same typed as text, with England first",
    code: "DQ06",
    snapshot: workbook(
      sheet("Regions", [
        ["", "1990 (ktCO2e)", "Now (ktCO2e)"],
        ...[ENGLAND, ...REGIONS].map(([name, then, now]) => [name as string, String(then), String(now)]),
      ]),
    ),
    writes: { B3: 3642 },
  },
  {
    what: "fractions among percentages, all in one",
    code: "DQ07",
    snapshot: trust([["Low-emission share of owned and leased fleet", "%", 0.41, 0.44, 47, null], GAS]),
    writes: { C3: 41, D3: 44 },
  },
  {
    what: "a share multiplied by a hundred twice",
    code: "DQ07",
    snapshot: trust([["Low-emission share of owned and leased fleet", "%", 41, 44, 4700, null], GAS]),
    writes: { E3: 47 },
  },
  {
    what: "a metric's name misspelt",
    code: "incorrect-label",
    snapshot: trust([["Eletricity consumed", "kWh", 41_234_567, 40_834_221, 41_534_987, null], GAS]),
    writes: { A3: "Electricity consumed" },
  },
  {
    what: "a site's row twice",
    code: "duplicate-row",
    snapshot: sites([...FOUR, FOUR[1] as CellValue[]]),
    writes: { D7: null, E7: null, F7: null },
  },
  {
    what: "an action's id written otherwise",
    code: "AC06",
    snapshot: workbook(
      sheet("Actions", [
        ["ID", "Action", "Owner", "Status", "Due date"],
        ["FN 5", "Plant-based menus", "A. Patel", "In progress", "31/12/2024"],
        ["TT2", "Business mileage", "A. Patel", "In progress", "31/01/2025"],
      ]),
    ),
    writes: { A2: "FN5" },
  },
];

describe.each(CASES)("the mend of $what", ({ code, snapshot, writes }) => {
  const before = findingsOf(snapshot);
  const [finding, ...others] = before.filter((each) => each.code === code);
  const mend = finding?.mend;

  it("is offered by one finding, with the cells it would write", () => {
    expect(others).toEqual([]);
    expect(Object.fromEntries((mend?.changes ?? []).map(({ address, after }) => [address, after]))).toEqual(writes);
    expect(mend?.label).toMatch(/^[A-Z]/);
  });

  it("leaves nothing of the finding, and sets off no other", () => {
    const keys = new Set(before.map(({ key }) => key));
    const after = mend ? findingsOf(mended(snapshot, mend)) : before;
    expect(after.filter((each) => each.key === finding?.key || !keys.has(each.key))).toEqual([]);
  });
});

describe("no mend is offered", () => {
  it.each<[string, string, Snapshot]>([
    [
      "of a share just over 100%, which may be anything",
      "DQ07",
      trust([["Low-emission share of owned and leased fleet", "%", 41, 44, 133, null], GAS]),
    ],
    [
      "of a text that is an amount of something else than its heading's",
      "DQ01",
      trust([["Gas consumed", "kWh", 94_223_311, 93_003_211, "£95,045", null], WATER]),
    ],
    [
      "of a sum that fails with no ratio to say where",
      "DQ06",
      sites([...FOUR, ["Total", null, null, 26_772, 8_113_672, 366_628]]),
    ],
  ])("%s", (_, code, snapshot) => {
    const found = findingsOf(snapshot).filter((each) => each.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.mend).toBeNull();
  });
});
