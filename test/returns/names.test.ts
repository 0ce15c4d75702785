import { sheet, type Grid } from "./grids";
import { expectLines, lines, read } from "./reading";

describe("names that mislead", () => {
  const metricOf = (label: string, value: number = 5) =>
    lines(
      read([
        sheet("UHL 2023-24", [
          ["Metric", "Value"],
          [label, value],
        ]),
      ]),
    );

  test.each([
    "Exported electricity (kWh)",
    "CHP unit/s size (Watts)",
    "Electricity emissions (tCO2e)",
    "Anaesthetic gas (litres)",
    "Oil (litres)",
    "Gas boilers older than 10 years (No.)",
    "Occupied floor area (m²)",
    "Electrical energy output of CHP system/s (kWh)",
    "Number of sites",
    "Water cost per m³ (£/m³)",
    "Electricity cost (kWh)",
    "Age profile - 2005 to 2014 (%)",
    "Peak electrical load (MW)",
    "Scope 3 emissions (tCO2e)",
  ])("%s is no metric of the plan", (label) => {
    expect(metricOf(label)).toEqual([]);
  });

  test.each([
    ["Electricity cost (£)", "ELEC-COST RWE 2023/24 5"],
    ["Water cost (£)", "WATER-COST RWE 2023/24 5"],
    ["Total gas consumption (kWh)", "GAS RWE 2023/24 5"],
    ["Waste reycling volume (Tonnes)", "RECYCLING RWE 2023/24 5"],
    ["High temperature disposal waste weight (Tonnes)", "INCINERATION RWE 2023/24 5"],
    ["Business mileage (Miles)", "GREY-MILES RWE 2023/24 5"],
    ["Business mileage emissions (tCO2e)", "BUSMILES-C RWE 2023/24 5"],
    ["Landfill waste (tonnes)", "LANDFILL RWE 2023/24 5"],
    ["Scope 3 (NHS Carbon Footprint Plus) tCO2e", "S3-PLUS RWE 2023/24 5"],
    ["CF+ (tCO2e)", "CFP RWE 2023/24 5"],
    ["N₂O (litres)", "N2O-LITRES RWE 2023/24 5"],
    ["ELEC (kWh)", "ELEC RWE 2023/24 5"],
  ])("%s is %s", (label, expected) => {
    expect(metricOf(label)).toEqual([expected]);
  });

  test("a near match is a guess with its confidence; a distant one is not taken", () => {
    const reading = read([
      sheet("UHL 2023-24", [
        ["Metric", "Value"],
        ["Electricty consumed (kWh)", 5],
        ["Electricity lost in lifts (kWh)", 6],
      ]),
    ]);
    expectLines(reading, ["ELEC RWE 2023/24 5"]);
    expect(reading.observations[0]!.confidence).toBeLessThan(1);
    expect(reading.observations[0]!.confidence).toBeGreaterThanOrEqual(0.8);
    expect(reading.mapping.map(({ label, metric }) => [label, metric])).toEqual([
      ["Electricty consumed (kWh)", "ELEC"],
      ["Electricity lost in lifts (kWh)", null],
    ]);
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "UHL 2023-24!B3" }, raw: 6 }]);
  });

  test.each([
    ["What share of our fleet is now zero emission? (%)", "FLEET-ULEV"],
    ["Vans we bought this year that are ULEV or ZEV vehicles (%)", "FLEET-NEW"],
    ["How much of the electricity we buy is on a renewable tariff (%)", "RENEWABLE-E"],
    ["Outpatient appointments held remotely (%)", "VIRTUAL-OP"],
    ["New contracts over £5m with a supplier carbon reduction plan (%)", "CRP-5M"],
    ["Recycled paper among all we order (%)", "PAPER-RECYCLED"],
  ])("%s is read whole, however it is put", (label, metric) => {
    const reading = read([
      sheet("UHL 2023-24", [
        ["Metric", "Value"],
        [label, 5],
      ]),
    ]);
    expectLines(reading, [`${metric} RWE 2023/24 5`]);
    expect(reading.observations[0]!.confidence).toBe(1);
  });

  test("one name for two metrics is settled by its unit, and without one not at all", () => {
    const of = (grid: Grid) => read([sheet("UHL 2023-24", [["Metric", "Unit", "Value"], ...grid])]);
    expectLines(
      of([
        ["Desflurane", "%", 4],
        ["Sevoflurane", "litres", 9],
      ]),
      ["DESFLURANE RWE 2023/24 4", "SEVO-LITRES RWE 2023/24 9"],
    );
    expectLines(of([["Desflurane", "litres", 4]]), ["DES-LITRES RWE 2023/24 4"]);
    const unsaid = of([["Desflurane", null, 4]]);
    expect(lines(unsaid)).toEqual([]);
    expect(unsaid.notUnderstood[0]!.reason).toContain("without a unit");
  });
});

describe("metrics that a vintage splits", () => {
  const rows = (labels: readonly string[], values: readonly number[]) => [
    ["Trust", ...labels],
    ["RWE", ...values],
  ];
  const elec = (labels: readonly string[], values: readonly number[]) => {
    const reading = read([sheet("2023-24", rows(labels, values))]);
    return reading.observations
      .filter(({ metric }) => metric === "ELEC")
      .map(({ value, parts }) => [value, parts?.map((part) => part.value) ?? null]);
  };

  test("utility, local and renewable are added up", () => {
    expect(
      elec(
        [
          "Electricity consumed - utility (kWh)",
          "Electricity consumed - local (kWh)",
          "Electricity consumed - renewable (kWh)",
        ],
        [10, 2, 1],
      ),
    ).toEqual([[13, [10, 2, 1]]]);
  });

  test("with one total, green tariff and third-party renewables are parts of it", () => {
    const labels = [
      "Electricity consumed (kWh)",
      "Electricity consumed - green energy tariff (kWh)",
      "Electricity consumed - third party owned renewable (kWh)",
    ];
    expect(elec(labels, [10, 4, 1])).toEqual([[10, null]]);
  });

  test("a green tariff alone is not all electricity", () => {
    expect(elec(["Electricity - green tariff (kWh)"], [4])).toEqual([]);
  });

  test("rows of sources are added up as columns are", () => {
    const grid = [
      ["UHL"],
      ["Metric", "2023/24"],
      ["Electricity - other consumed (kWh)", 7],
      ["Electricity - trust owned solar consumed (kWh)", 2],
    ];
    const reading = read([sheet("S", grid)]);
    expectLines(reading, ["ELEC RWE 2023/24 9", "ELEC-ONSITE RWE 2023/24 2"]);
    expect(reading.observations.find(({ metric }) => metric === "ELEC")!.place.cell).toBe("S!B3");
  });

  test("sources down under the metric's own heading are added up, and their total only checks them", () => {
    const grid = [
      ["Electricity by source (kWh)", "2022/23"],
      ["Utility", 10],
      ["Local", 1],
      ["Renewable", 3],
      ["Total", 14],
    ];
    const reading = read([sheet("UHL", grid)]);
    expectLines(reading, ["ELEC RWE 2022/23 14", "ELEC-RENEWABLE RWE 2022/23 3"]);
    expect(reading.statedTotals).toMatchObject([{ metric: "ELEC", value: 14, place: { cell: "UHL!B5" } }]);
  });

  test("a sum of tonnes is no cost, and emissions by source are no consumption", () => {
    const waste = read([
      sheet("UHL", [["Waste (tonnes)"], ["Stream", "2022/23"], ["Landfill", 10], ["Total waste", 14]]),
    ]);
    expectLines(waste, ["LANDFILL RWE 2022/23 10"]);
    expect(waste.notUnderstood.map(({ place }) => place.cell)).toEqual(["UHL!B4"]);
    const carbon = read([
      sheet("UHL", [["Carbon emissions by source (tCO2e)"], ["Source", "2022/23"], ["Electricity", 10], ["Gas", 1]]),
    ]);
    expect(lines(carbon)).toEqual([]);
    expect(carbon.notUnderstood).toHaveLength(2);
  });

  test("a source that cannot be read leaves the sum unknown", () => {
    const grid = [
      ["Trust", "Electricity consumed - utility (kWh)", "Electricity consumed - local (kWh)"],
      ["RWE", 10, "see note"],
      ["RT5", 5, "Not Applicable"],
    ];
    expectLines(read([sheet("2023-24", grid)]), [
      "ELEC RWE 2023/24 none (text where a number is expected)",
      "ELEC RT5 2023/24 5",
    ]);
  });
});
