import { check, figure, series, sheet, workbook } from "./kit";
import type { Finding } from "../../src/validation/finding";
import type { Observation } from "../../src/returns/observation";

const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);
const sitesOf = (metric: string, period: string, values: readonly number[], column: string): Observation[] =>
  values.map((value, index) => figure(metric, value, { site: `S${index}`, period, at: `${column}${index + 5}` }));

describe("one cause is reported once, at its root", () => {
  it("a site's unit slip is not also its trust's year-on-year change, its price and its share of the total", () => {
    const findings = check({
      observations: [
        ...sitesOf("GAS", "2023/24", [1_000_123, 2_000_321, 3_000_213], "C"),
        ...sitesOf("GAS", "2024/25", [1_010_123, 2_020_321, 3_033], "D"),
        ...sitesOf("GAS-COST", "2023/24", [50_000, 100_000, 150_000], "E"),
        ...sitesOf("GAS-COST", "2024/25", [50_513, 101_031, 151_511], "F"),
      ],
    });
    expect(codes(findings)).toEqual(["DQ04"]);
    expect(findings[0]?.cells).toEqual(["UHL!D7"]);
  });

  it("one site's change is told of the site, not of its trust as well", () => {
    const findings = check({
      observations: [
        ...sitesOf("WATER", "2023/24", [1000, 1000], "C"),
        ...sitesOf("WATER", "2024/25", [1010, 1900], "D"),
      ],
    });
    expect(findings.map(({ cells }) => cells)).toEqual([["UHL!D6"]]);
  });

  it("a change all sites share is told of the trust, once", () => {
    const findings = check({
      observations: [
        ...sitesOf("WATER", "2023/24", [1000, 1100, 1200], "C"),
        ...sitesOf("WATER", "2024/25", [1300, 1430, 1560], "D"),
      ],
    });
    expect(codes(findings)).toEqual(["DQ03"]);
    expect(findings[0]?.cells).toEqual(["UHL!D5:D7"]);
  });

  it("a scope that moved is told, not the footprint that moved with it", () => {
    const findings = check({
      observations: [
        ...series("S1", 2023, [1000, 2000], { at: "C5" }),
        ...series("S2", 2023, [1000, 1000], { at: "C6" }),
        ...series("S3-CF", 2023, [1000, 1000], { at: "C7" }),
        ...series("CF", 2023, [3000, 4000], { at: "C8" }),
      ],
    }).filter(({ code }) => code !== "DQ10");
    expect(findings.map(({ metric }) => metric)).toEqual(["S1"]);
  });

  it("what was left out explains nothing itself: two mistakes are two findings", () => {
    const findings = check({
      observations: [
        ...series("GAS", 2023, [1_000_000, 1_000]),
        ...series("WATER", 2023, [100_000, 150_000], { at: "C9" }),
      ],
    });
    expect(codes(findings)).toEqual(["DQ04", "DQ03"]);
  });
});

describe("what says the same is one finding", () => {
  it("“Not Applicable” 20,000 times is one line with one range", () => {
    const observations = Array.from({ length: 20_000 }, (_, row) =>
      figure("GAS", null, { raw: "Not Applicable", site: `S${row}`, at: `C${row + 5}` }),
    );
    const findings = check({ observations });
    expect(codes(findings)).toEqual(["DQ01"]);
    expect(findings[0]?.cells).toEqual(["UHL!C5:C20004"]);
    expect(findings[0]?.message).toContain("20,000");
    expect(findings[0]?.mend?.changes).toHaveLength(20_000);
  });

  it("errors come before warnings, and the larger effect first", () => {
    const findings = check({
      observations: [
        ...series("GAS", 2023, [9_000_000, 11_000_000]),
        ...series("ELEC", 2023, [9_000_000, 15_000_000], { at: "C6" }),
        figure("RENEWABLE-E", 140, { at: "D9" }),
      ],
      snapshot: workbook(sheet("Old", [["x"]], { visibility: "hidden" })),
    });
    expect(findings.map(({ code, metric }) => [code, metric])).toEqual([
      ["DQ07", "RENEWABLE-E"],
      ["DQ03", "ELEC"],
      ["DQ03", "GAS"],
      ["DQ14", null],
    ]);
  });

  it("no two findings of a return have one key", () => {
    const findings = check({
      observations: [
        ...series("GAS", 2021, [1000, 2000, 1000, 2000]),
        ...series("WATER", 2021, [1000, 2000, 1000, 2000], { at: "C7" }),
      ],
    });
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  });
});
