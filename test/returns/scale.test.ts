import { sheet, type GridCell } from "./grids";
import { expectLines, lines, read } from "./reading";

const uhl = (...rows: readonly (readonly GridCell[])[]) => read([sheet("UHL", rows)]);
const reasons = (reading: ReturnType<typeof read>) => reading.notUnderstood.map(({ reason }) => reason).join(" ");

describe("thousands in the headings", () => {
  test.each(["£000", "£'000", "£k", "£ thousands"])("a row of units that says %s", (unit) => {
    const reading = uhl(["Metric", "2023/24", "2024/25"], [null, unit, unit], ["Water cost", 1150, 1190]);
    expectLines(reading, ["WATER-COST RWE 2023/24 1150000", "WATER-COST RWE 2024/25 1190000"]);
  });

  test("in the corner", () => {
    const reading = uhl(["'000 kWh", "2023/24", "2024/25"], ["Gas", 101_817, 95_045]);
    expectLines(reading, ["GAS RWE 2023/24 101817000", "GAS RWE 2024/25 95045000"]);
  });

  test.each([
    ["2023/24 £m", 9.6],
    ["2023/24\n£000", 9600],
    ["2023/24 (£000)", 9600],
    ["£000 2023/24", 9600],
    ["2023/24 Actual £m", 9.6],
  ])("beside the period: %s", (heading, value) => {
    expectLines(uhl(["Metric", heading], ["Electricity cost", value]), ["ELEC-COST RWE 2023/24 9600000"]);
  });

  test("consumption and cost of one year beside each other", () => {
    const reading = uhl(
      ["Metric", "2022/23 kWh", "2022/23 £"],
      ["Gas", 101_000_000, null],
      ["Gas cost", null, 5_000_000],
    );
    expectLines(reading, ["GAS RWE 2022/23 101000000", "GAS-COST RWE 2022/23 5000000"]);
  });

  test("a unit that only some rows have, in a column of sub-categories", () => {
    const reading = uhl(
      ["Sustainability theme", "Unit/subcategory", "2022/23", "2023/24"],
      ["Gas", "(000's kWh)", 2980, 2845],
      ["Water", "(m3)", 12_880, 12_990],
    );
    expect(lines(reading)).toContain("GAS RWE 2022/23 2980000");
    expect(lines(reading)).toContain("WATER RWE 2023/24 12990");
  });

  test("a title in thousands says of nothing what: the sentence says where to write it", () => {
    const reading = read([
      sheet("UHL", [["UHL 2023/24 (figures in thousands)"], ["Metric", "Value"], ["Gas (kWh)", 64_000]]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reasons(reading)).toContain("write the thousands in the headings, such as '000 kWh");
  });
});

describe("a unit that is not understood", () => {
  const across = (unit: string) =>
    uhl(
      ["Year", "Gas", "Water"],
      [null, "MWh", unit],
      ["2022/23", 113_699.3, 357_885],
      ["2023/24", 101_817.4, 362_000],
    );

  test("takes nothing from its neighbours", () => {
    const reading = across("crates");
    expectLines(reading, ["GAS RWE 2022/23 113699300", "GAS RWE 2023/24 101817400"]);
    expect(reasons(reading)).toContain("its unit “crates” is not one that is known");
    expect(lines(across("000 litres"))).toContain("WATER RWE 2022/23 357885");
  });

  test("in the first row of a list does not condemn the rows after it", () => {
    const list = (unit: string, year: string, value: number) => ["Water", year, unit, value];
    const reading = uhl(
      ["Metric", "Period", "Unit", "Value"],
      list("cubes", "2021/22", 1),
      list("m3", "2022/23", 2),
      list("m3", "2023/24", 3),
    );
    expectLines(reading, ["WATER RWE 2022/23 2", "WATER RWE 2023/24 3"]);
  });

  test("tonnes of carbon are not tonnes of CO2e", () => {
    const reading = uhl(
      ["Metric", "2023/24"],
      ["NHS carbon footprint (tCO2)", 35_200],
      ["NHS carbon footprint plus (tonnes of carbon)", 50_000],
    );
    expectLines(reading, ["CF RWE 2023/24 35200"]);
    expect(reasons(reading)).toContain("it is given in tC");
  });

  test("tonnes beside a footprint are of CO2e", () => {
    const reading = uhl(["Metric", "Unit", "2023/24"], ["NHS carbon footprint", "Tonnes", 52_100]);
    expectLines(reading, ["CF RWE 2023/24 52100"]);
  });
});

describe("a number format", () => {
  const shown = (heading: string, value: number, format: string) =>
    uhl(["Metric", "2023/24"], [heading, { value, format }]);

  test("whose commas divide what is shown leaves the number as it is", () => {
    expectLines(shown("Electricity cost", 9_600_000, '£0.0,,"m"'), ["ELEC-COST RWE 2023/24 9600000"]);
    expectLines(shown("Water cost", 1_150_000, '£#,##0,"k"'), ["WATER-COST RWE 2023/24 1150000"]);
    expectLines(shown("Gas", 98_000_000, '#,##0,"MWh"'), ["GAS RWE 2023/24 98000000"]);
    expectLines(shown("Water cost (£000)", 1_150_000, "#,##0,"), ["WATER-COST RWE 2023/24 1150000"]);
  });

  test("that disagrees with its heading is asked about", () => {
    const reading = shown("Gas (kWh)", 98, '0.0"k"');
    expect(lines(reading)).toEqual([]);
    expect(reasons(reading)).toContain("on another scale than its heading");
  });

  test("of a date is no amount", () => {
    const reading = uhl(
      ["Metric", "2022/23", "2023/24"],
      ["Landfill (tonnes)", 2.1, { value: 45_355, format: "d-mmm" }],
    );
    expectLines(reading, ["LANDFILL RWE 2022/23 2.1", "LANDFILL RWE 2023/24 none (date where a number is expected)"]);
    expect(reasons(reading)).toContain("its cell holds a date");
  });
});

describe("a number typed as text", () => {
  const typed = (heading: string, text: string) => uhl(["Metric", "2022/23", "2023/24"], [heading, null, text]);

  test.each([
    ["Gas (kWh)", "95 045 415", "GAS RWE 2023/24 95045415"],
    ["Gas (kWh)", "95.0 GWh", "GAS RWE 2023/24 95000000"],
    ["Gas (MWh)", "95,045", "GAS RWE 2023/24 95045000"],
    ["Landfill (tonnes)", "85,200 kg", "LANDFILL RWE 2023/24 85.2"],
    ["Business mileage emissions (tCO2e)", "655,200 kg", "BUSMILES-C RWE 2023/24 655.2"],
    ["Electricity cost (£)", "£10.7 million", "ELEC-COST RWE 2023/24 10700000"],
    ["Low emission fleet (%)", "12 per cent", "FLEET-LEV RWE 2023/24 12"],
  ])("%s: “%s” counts", (heading, text, expected) => {
    expectLines(typed(heading, text), [expected]);
  });

  test.each([
    ["Gas (kWh)", "40.524"],
    ["Gas (kWh)", "12,5"],
    ["Water (m3)", "£1,250"],
    ["Water (m3)", "12m"],
    ["Electricity cost (£000)", "£1,250"],
    ["Low emission fleet (%)", "0.12"],
    ["Gas (kWh)", "9,050,000 (est)"],
  ])("%s: “%s” is asked about", (heading, text) => {
    const reading = typed(heading, text);
    expect(lines(reading)).toEqual([expect.stringContaining("none (number typed as text)")]);
    expect(reading.notUnderstood).toMatchObject([{ place: { cell: "UHL!C2" }, raw: text }]);
  });
});

describe("yes and no as people write them", () => {
  const answer = (text: string) =>
    uhl(["Metric", "Unit", "2023/24"], ["Cycle to work scheme in place", "Yes/No", text]).observations[0]?.value ??
    null;

  test.each(["Yes - since 2019", "yes", "✓", "In place", "Yes, policy approved", "Yes (all sites)"])(
    "“%s” is yes",
    (text) => expect(answer(text)).toBe(1),
  );
  test.each(["No - planned Q3", "No", "Not in place", "✗", "No, under way"])("“%s” is no", (text) =>
    expect(answer(text)).toBe(0),
  );
  test.each(["Partially", "Yes - but only at LRI", "Yes, planned 2025", "No - except LRI", "x", "Under review"])(
    "“%s” is neither",
    (text) => expect(answer(text)).toBeNull(),
  );
});
