import { sheet } from "./grids";
import { read } from "./reading";

/** UK conversion factors of 2023 in kgCO2e per kWh: electricity 0.20707, natural gas 0.18293 (DESNZ). */
describe("emissions of energy where a return gives consumption", () => {
  const reading = read([
    sheet("UHL", [
      ["Metric", "2023/24"],
      ["Electricity (kWh)", 1000],
      ["Gas (kWh)", 2000],
    ]),
  ]);

  test("are a metric of their own, with a part for each fuel", () => {
    const derived = reading.observations.filter(({ metric }) => metric === "ENERGY-C");
    expect(derived).toHaveLength(1);
    expect(derived[0]!.value).toBeCloseTo(0.20707 + 2 * 0.18293, 12);
    expect(derived[0]!.parts!.map(({ place }) => place.cell)).toEqual(["UHL!B2", "UHL!B3"]);
    expect(derived[0]).toMatchObject({
      organisation: "RWE",
      unit: "tCO2e",
      note: expect.stringContaining("worked out"),
    });
  });

  test("never make or complete a footprint or a scope", () => {
    expect(
      reading.observations.map(({ metric }) => metric).filter((metric) => /^(CF|CFP|S1|S2|S3)/.test(metric)),
    ).toEqual([]);
  });

  test("are not made where the return states them", () => {
    const stated = read([
      sheet("UHL", [
        ["Metric", "2023/24"],
        ["Gas (kWh)", 2000],
        ["Emissions from energy (tCO2e)", 7],
      ]),
    ]);
    expect(stated.observations.filter(({ metric }) => metric === "ENERGY-C").map(({ value }) => value)).toEqual([7]);
  });
});
