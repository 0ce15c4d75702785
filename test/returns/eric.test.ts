import { llrPack } from "../../src/plan/llr";
import type { Snapshot } from "../../src/snapshot/snapshot";
import type { Total } from "../../src/returns/observation";
import { readReturns } from "../../src/returns/reading/read";
import { totals } from "../../src/returns/totals/totals";
import { snapshotOfCsv, snapshotOfFile, withShared } from "./workbook";

/** Source of every figure: NHS Estates Returns Information Collection as published, Site Data, sum of the trust's sites. */
type Expected = Readonly<Record<string, readonly [metric: string, value: number][]>>;

function read(snapshot: Snapshot) {
  const reading = readReturns(snapshot, llrPack, { period: null, organisations: [] });
  return { reading, all: totals(reading, llrPack) };
}

function figure(
  all: readonly Total[],
  metric: string,
  organisation: string,
  period: string,
): number | null | undefined {
  return all.find(
    (each) => each.metric === metric && each.organisation === organisation && each.period.label === period,
  )?.value;
}

function expectFigures(all: readonly Total[], period: string, expected: Expected): void {
  for (const [organisation, figures] of Object.entries(expected)) {
    for (const [metric, value] of figures) {
      expect([organisation, metric, figure(all, metric, organisation, period)]).toEqual([organisation, metric, value]);
    }
  }
}

describe("ERIC workbooks as published, read with nothing set by hand", () => {
  const of2016 = withShared("eric/ERIC_2016-17.xlsx");
  of2016.run("2016/17 gives both trusts' site sums, and no other trust's", async () => {
    const { reading, all } = read(await snapshotOfFile(of2016.file));
    expectFigures(all, "2016/17", {
      RWE: [
        ["GAS", 116_265_006],
        ["ELEC", 30_833_958],
        ["OIL", 1_679_877],
        ["WATER", 474_025],
        ["GIA", 264_736],
        ["RECYCLING", 1_630.75],
        ["CHP-FUEL", 44_597_254],
        ["ENERGY-COST", 5_808_375],
        ["LANDFILL", 0],
        ["OTHER-RECOVERY", 2_495.7],
      ],
      RT5: [
        ["GAS", 27_542_186],
        ["ELEC", 11_656_624],
        ["WATER", 91_830],
        ["GIA", 109_797],
        ["LANDFILL", 496.62],
        ["RECYCLING", 2_926.39],
        ["ENERGY-COST", 1_977_256],
        ["ELEC-RENEWABLE", 15_425],
      ],
    });
    expect(new Set(reading.observations.map(({ organisation }) => organisation))).toEqual(new Set(["RWE", "RT5"]));
    expect(reading.leftOut).toEqual({ organisations: 234, rows: 1193 });
    expect(reading.tables.map(({ sheet, range, shape, headerRows }) => [sheet, range, shape, headerRows])).toEqual([
      ["Trust Data", "A1:AS238", "row-per-site", 2],
      ["Site Data", "A1:DV1215", "row-per-site", 2],
      ["PFI Data", "A1:AP141", "row-per-site", 2],
    ]);
  });

  of2016.run(
    "every figure leads back to its cell, and figures for a part of the estate are not taken for all of it",
    async () => {
      const snapshot = await snapshotOfFile(of2016.file);
      const { reading } = read(snapshot);
      const gas = reading.observations.find(({ metric, site }) => metric === "GAS" && site === "RWEAA");
      expect(gas).toMatchObject({
        place: { cell: "Site Data!BF800" },
        unit: "kWh",
        label: "Gas consumed (kWh)",
        parts: null,
        confidence: 1,
      });
      for (const { place, raw, parts } of reading.observations) {
        if (parts !== null) continue;
        const sheet = snapshot.sheets.find(({ name }) => name === place.sheet)!;
        expect(sheet.values[place.row - sheet.used!.top]![place.column - sheet.used!.left]).toBe(raw);
      }
      expect(reading.observations.filter(({ place }) => place.sheet === "PFI Data")).toEqual([]);
    },
  );

  const of2013 = withShared("eric/ERIC_2013-14.xlsx");
  of2013.run("2013/14 adds up three sources of electricity and keeps them as parts", async () => {
    const { reading, all } = read(await snapshotOfFile(of2013.file));
    expectFigures(all, "2013/14", {
      RWE: [
        ["ELEC", 45_044_287],
        ["GAS", 77_027_108],
        ["OIL", 444_984],
        ["WATER", 281_914],
        ["LANDFILL", 85.158],
        ["GIA", 290_234],
        ["ENERGY-COST", 7_340_499],
      ],
      RT5: [
        ["ELEC", 13_212_280],
        ["ELEC-RENEWABLE", 69_412],
        ["GAS", 31_749_094],
        ["WATER", 123_227],
        ["GIA", 110_676],
        ["ENERGY-COST", 2_542_323],
      ],
    });
    const parts = reading.observations
      .filter(({ metric, organisation }) => metric === "ELEC" && organisation === "RT5")
      .flatMap((each) => each.parts ?? []);
    const bySource = (label: string) =>
      parts.filter((part) => part.label === label).reduce((sum, { value }) => sum + value, 0);
    expect(bySource("Electricity consumed - utility (kWh)")).toBe(10_816_414);
    expect(bySource("Electricity consumed - local (kWh)")).toBe(2_326_454);
    expect(bySource("Electricity consumed - renewable (kWh)")).toBe(69_412);
    expect(reading.leftOut.organisations).toBe(249);
  });

  const of2024 = withShared("eric/ERIC_2024_25_RWE_full_rows_utf8.csv");
  of2024.run("2024/25 adds up the tariffs of electricity, and the waste streams", () => {
    const { reading, all } = read(snapshotOfCsv(of2024.file, "Site data", "ERIC - 2024_25 - Site data.xlsx"));
    expectFigures(all, "2024/25", {
      RWE: [
        ["ELEC", 39_738_742],
        ["GAS", 95_045_415],
        ["OIL", 832_863],
        ["WATER", 531_772],
        ["GIA", 336_156],
        ["CHP-FUEL", 8_909_439],
        ["ELEC-COST", 11_320_831],
        ["GAS-COST", 4_576_783],
        ["LANDFILL", 0],
        ["RECYCLING", 789.42],
        ["ALT-TREATMENT", 579.82],
        ["OFFENSIVE", 1_380.11],
        ["CONFIDENTIAL", 199.57],
        ["FOOD-WASTE", 60.4],
      ],
    });
    expect(new Set(reading.observations.map(({ organisation }) => organisation))).toEqual(new Set(["RWE"]));
  });
});
