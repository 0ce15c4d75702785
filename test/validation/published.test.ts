import { readReturns } from "../../src/returns/reading/read";
import { totals } from "../../src/returns/totals/totals";
import { checkReturn } from "../../src/validation/checking/check";
import { snapshotOfFile, withShared } from "../returns/workbook";
import { check, codesAndCells, figure, pack, series } from "./kit";

/**
 * Real errors in published returns (NHS Digital and NHS England, ERIC, Open Government Licence v3;
 * figures as published, sums of each trust's sites).
 */
describe("real errors in published returns", () => {
  it("finds the change of measure in UHL's floor area, across the years that are not published", () => {
    const findings = check({
      observations: [
        figure("GIA", 264_736, { period: "2016/17", at: "C4" }),
        figure("GIA", 326_934, { period: "2021/22", at: "D4" }),
        figure("GIA", 328_318, { period: "2022/23", at: "E4" }),
      ],
    });
    const found = findings.find(({ code }) => code === "DQ03");
    expect(found?.cells).toEqual(["UHL!D4"]);
    expect(found?.message).toContain("2016/17");
    expect(found?.message).toContain("2021/22");
  });

  it("finds UHL's water of 2024/25, half as much again as the year before", () => {
    const findings = check({
      observations: series("WATER", 2022, [358_681, 357_885, 531_772], { at: "E12", label: "Water volume" }),
    });
    expect(codesAndCells(findings)).toEqual(["DQ03 UHL!G12"]);
    expect(findings[0]?.message).toBe(
      "UHL’s water consumed in 2024/25 (“Water volume”, UHL!G12, 531,772 m³) is 48.6% above 2023/24 (UHL!F12, 357,885 m³), a rise of 173,887 m³. Check the meter readings and the unit; correct it, or explain the change.",
    );
  });

  it("finds LPT's gas of 2024/25 as a slip by ten, once, as an error with its mend", () => {
    const findings = check({
      observations: [
        ...series("GAS", 2022, [20_882_904, 20_815_187, 2_137_097], { organisation: "RT5", at: "LPT!E7" }),
        ...series("GAS-COST", 2021, [1_010_000, 1_120_000, 1_400_000, 1_389_000], {
          organisation: "RT5",
          at: "LPT!D8",
        }),
      ],
    });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(codesAndCells(errors)).toEqual(["DQ04 LPT!G7"]);
    expect(errors[0]?.mend?.changes).toEqual([{ sheet: "LPT", address: "G7", before: 2_137_097, after: 21_370_970 }]);
    expect(errors[0]?.message).toContain("Its cost of £1,389,000 makes 65p a kWh");
    expect(findings.map(({ code }) => code)).not.toContain("DQ16");
    expect(findings.filter(({ metric }) => metric === "GAS")).toHaveLength(1);
  });

  it("says nothing of UHL's gas, which fell steadily", () => {
    const findings = check({ observations: series("GAS", 2021, [115_066_718, 113_699_273, 101_817_393, 95_045_415]) });
    expect(findings).toEqual([]);
  });
});

/** The published workbooks themselves, every trust and site; skipped where they are not beside the project. */
describe("published workbooks, read with no mapping", () => {
  const eric = withShared("eric/ERIC_2016-17.xlsx");
  eric.run(
    "ERIC 2016/17: one LPT site makes four fifths of the landfill, and no other trust is spoken of",
    async () => {
      const snapshot = await snapshotOfFile(eric.file);
      const reading = readReturns(snapshot, pack, { period: "2016/17", organisations: [] });
      const findings = checkReturn({ snapshot, reading, totals: totals(reading, pack), pack, asOf: "2017-03-31" });
      const outliers = findings.filter(({ code }) => code === "DQ17");
      expect(outliers.map(({ cells, metric }) => [cells[0], metric])).toEqual([["Site Data!BU597", "LANDFILL"]]);
      expect(outliers[0]?.message).toContain("81.3%");
      expect(new Set(findings.map(({ organisation }) => organisation))).toEqual(new Set(["RT5"]));
      expect(findings.length).toBeLessThan(6);
    },
  );
});
