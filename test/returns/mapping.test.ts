import type { MappingRow } from "../../src/returns/observation";
import { sheet, type Grid } from "./grids";
import { expectLines, lines, read } from "./reading";

const grid: Grid = [["UHL"], ["Metric", "2022/23", "2023/24"], ["Boiler house intake", 1, 2], ["Water (m³)", 3, 4]];
const water = ["WATER RWE 2022/23 3", "WATER RWE 2023/24 4"];
const byHand: MappingRow = {
  sheet: "S",
  range: "B3:C3",
  label: "Boiler house intake",
  metric: "GAS",
  unit: "MWh",
  organisation: null,
  period: null,
  confidence: 1,
  why: "set by hand",
  byHand: true,
};

describe("the mapping", () => {
  test("says of each row or column what was understood, how surely and why", () => {
    const reading = read([sheet("S", grid)]);
    expect(reading.mapping).toMatchObject([
      { sheet: "S", range: "B3:C3", label: "Boiler house intake", metric: null, byHand: false },
      {
        sheet: "S",
        range: "B4:C4",
        label: "Water (m³)",
        metric: "WATER",
        unit: "m³",
        organisation: "RWE",
        period: null,
        confidence: 1,
        byHand: false,
      },
    ]);
  });

  test("a row set by hand is read so", () => {
    const reading = read([sheet("S", grid)], { mapping: [byHand] });
    expectLines(reading, [...water, "GAS RWE 2022/23 1000", "GAS RWE 2023/24 2000"]);
    expect(reading.mapping[0]).toMatchObject({ metric: "GAS", byHand: true, confidence: 1 });
    expect(reading.notUnderstood).toEqual([]);
  });

  test("organisation and period set by hand stand before what the sheet says", () => {
    const reading = read(
      [
        sheet("S", [
          ["Metric", "Value"],
          ["Boiler house intake", 1],
        ]),
      ],
      { mapping: [{ ...byHand, range: "B2", organisation: "RT5", period: "2021/22" }] },
    );
    expectLines(reading, ["GAS RT5 2021/22 1000"]);
  });

  test("a row left out by hand is neither read nor reported", () => {
    const reading = read([sheet("S", grid)], {
      mapping: [{ ...byHand, range: "B4:C4", label: "Water (m³)", metric: null }],
    });
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood.map(({ label }) => label)).toEqual(["Boiler house intake"]);
  });

  test("a heading that moved is found again", () => {
    const moved = [...grid.slice(0, 2), grid[3]!, [], grid[2]!];
    const reading = read([sheet("S", moved)], { mapping: [byHand] });
    expectLines(reading, [...water, "GAS RWE 2022/23 1000", "GAS RWE 2023/24 2000"]);
    expect(reading.mapping.find(({ metric }) => metric === "GAS")).toMatchObject({
      range: "B5:C5",
      why: expect.stringContaining("it was at B3:C3"),
    });
  });

  test("a heading that changed is reported, and the choice is not carried to what stands there now", () => {
    const changed = [...grid.slice(0, 2), ["Boiler house steam", 1, 2], grid[3]!];
    const reading = read([sheet("S", changed)], { mapping: [byHand] });
    expectLines(reading, water);
    expect(reading.notUnderstood.map(({ reason }) => reason).join(" ")).toContain("is now “Boiler house steam”");
  });

  test("a figure whose unit does not fit its metric is listed, not converted by force", () => {
    const reading = read([
      sheet("UHL", [
        ["Metric", "Unit", "2023/24"],
        ["Gas", "tCO2e", 5],
      ]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood[0]).toMatchObject({
      place: { cell: "UHL!C2" },
      reason: expect.stringContaining("tCO2e"),
    });
  });
});

describe("an answer to a question", () => {
  const rows = (label: string, unit: string, over = "Energy"): Grid => [
    [over],
    ["Metric", "Unit", "Value"],
    [label, unit, 7],
  ];
  const answer: MappingRow = {
    ...byHand,
    sheet: "UHL April 2024",
    range: "C3",
    unit: null,
    organisation: "RWE",
    period: "2024-04",
    text: "boiler house intake · kWh · energy",
    who: "A. Patel",
    when: "2024-05-02",
  };

  test("holds for the same words, unit and heading in next month's workbook, with that workbook's own month", () => {
    const reading = read([sheet("UHL May 2024", rows("Boiler house intake", "kWh"))], { mapping: [answer] });
    expectLines(reading, ["GAS RWE 2024-05 7"]);
    expect(reading.census.asked).toBe(0);
    expect(reading.mapping[0]).toMatchObject({ byHand: false, why: expect.stringContaining("“UHL April 2024”") });
  });

  test.each([
    ["in another unit", rows("Boiler house intake", "tonnes")],
    ["under another heading", rows("Boiler house intake", "kWh", "Exported energy")],
    ["in other words", rows("Boiler house output", "kWh")],
  ])("does not hold %s", (_, grid) => {
    const reading = read([sheet("UHL May 2024", grid)], { mapping: [answer] });
    expect(lines(reading)).toEqual([]);
    expect(reading.census.asked).toBe(1);
  });

  test("that a line is left out is an answer too", () => {
    const mapping = [{ ...answer, metric: null }];
    const { census, notUnderstood } = read([sheet("UHL May 2024", rows("Boiler house intake", "kWh"))], { mapping });
    expect(notUnderstood).toEqual([]);
    expect(census).toMatchObject({ read: 0, leftOut: 1, asked: 0 });
  });

  test("given twice in different ways holds only in its own place, and elsewhere says so", () => {
    const here = { ...answer, sheet: "UHL May 2024" };
    const reading = read(
      [
        sheet("UHL May 2024", rows("Boiler house intake", "kWh")),
        sheet("UHL June 2024", rows("Boiler house intake", "kWh")),
      ],
      {
        mapping: [
          { ...answer, metric: "ELEC" },
          { ...here, period: null },
        ],
      },
    );
    expectLines(reading, ["GAS RWE 2024-05 7"]);
    expect(reading.notUnderstood.map(({ reason }) => reason).join()).toContain("answered in two ways");
  });

  test("never takes the place of what is understood by itself", () => {
    const mapping = [{ ...answer, metric: null, text: "gas consumed · kWh · energy" }];
    expectLines(read([sheet("UHL May 2024", rows("Gas consumed", "kWh"))], { mapping }), ["GAS RWE 2024-05 7"]);
  });
});
