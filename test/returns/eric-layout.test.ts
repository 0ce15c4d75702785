import { llrPack } from "../../src/plan/llr";
import { totals } from "../../src/returns/totals/totals";
import { siteData } from "./eric-layout";
import { read } from "./reading";

/** Sums of the published site rows (ERIC 2016/17). */
const published = {
  RWE: {
    GAS: 116_265_006,
    ELEC: 30_833_958,
    OIL: 1_679_877,
    WATER: 474_025,
    GIA: 264_736,
    LANDFILL: 0,
    RECYCLING: 1_630.75,
    "CHP-FUEL": 44_597_254,
    "ENERGY-COST": 5_808_375,
  },
  RT5: {
    GAS: 27_542_186,
    ELEC: 11_656_624,
    OIL: 0,
    WATER: 91_830,
    GIA: 109_797,
    LANDFILL: 496.62,
    RECYCLING: 2_926.39,
    "ENERGY-COST": 1_977_256,
    "ELEC-RENEWABLE": 15_425,
  },
};

describe.each([{ subtotals: false }, { subtotals: true }])(
  "a workbook in ERIC's layout, subtotals: $subtotals",
  ({ subtotals }) => {
    const reading = read([siteData({ subtotals })], { fileName: "ERIC_2016-17.xlsx" });
    const all = totals(reading, llrPack);

    test.each(Object.entries(published))("gives the sums of %s's sites to the unit", (organisation, figures) => {
      for (const [metric, value] of Object.entries(figures)) {
        const total = all.find(
          (each) => each.metric === metric && each.organisation === organisation && each.period.label === "2016/17",
        );
        expect([metric, total?.value]).toEqual([metric, value]);
      }
    });

    test("holds no other trust's figures, and says how many were left out", () => {
      expect(new Set(reading.observations.map(({ organisation }) => organisation))).toEqual(new Set(["RWE", "RT5"]));
      expect(reading.leftOut).toEqual({ organisations: 6, rows: 16 });
    });

    test("leads every figure back to its cell", () => {
      const gas = reading.observations.find(({ metric, site }) => metric === "GAS" && site === "RWEAA")!;
      expect(gas).toMatchObject({ value: 57_723_915, raw: 57_723_915, label: "Gas consumed (kWh)", unit: "kWh" });
    });

    test("sets subtotals aside, each with the cells it should be the sum of", () => {
      const gas = reading.statedTotals.filter(({ metric }) => metric === "GAS");
      expect(gas.map(({ organisation, value, of }) => [organisation, value, of.length])).toEqual(
        subtotals
          ? [
              ["RT5", 27_542_186, 17],
              ["RWE", 116_265_006, 3],
              [null, expect.any(Number), 36],
            ]
          : [],
      );
    });
  },
);
