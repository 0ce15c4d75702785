import { readUnit, readUnitCell, unitUnderFormat, UNITS } from "../../../src/plan/quantity/units";

function read(text: string): string | null {
  const reading = readUnit(text);
  return reading && `${reading.label} | ${reading.unit.symbol} | ${reading.found}`;
}

describe("finding the unit in a label", () => {
  it.each([
    ["Gas consumed (kWh)", "Gas consumed | kWh | kWh"],
    ["Electricity - MWh", "Electricity | MWh | MWh"],
    ["Electricity, in MWh", "Electricity | MWh | in MWh"],
    ["gas_kwh", "gas | kWh | kwh"],
    ["Gas kWh", "Gas | kWh | kWh"],
    ["Gas kWh consumed", "Gas consumed | kWh | kWh"],
    ["kWh of gas", "gas | kWh | kWh"],
    ["Electricity (Kilowatt-hours)", "Electricity | kWh | Kilowatt-hours"],
    ["Heat (kWh per annum)", "Heat | kWh | kWh per annum"],
    ["Electricity ('000 kWh)", "Electricity | '000 kWh | '000 kWh"],
    ["£'000", " | £k | £'000"],
    ["Cost (£k)", "Cost | £k | £k"],
    ["Energy cost £000s", "Energy cost | £k | £000s"],
    ["Energy cost (£m)", "Energy cost | £m | £m"],
    ["Energy cost (£)", "Energy cost | £ | £"],
    ["£energy cost", "energy cost | £ | £"],
    ["£ energy cost", "energy cost | £ | £"],
    ["tCO₂e", " | tCO2e | tCO₂e"],
    ["tonnes CO2-eq", " | tCO2e | tonnes CO2-eq"],
    ["tCO2", " | tCO2 | tCO2"],
    ["tonnes of carbon", " | tC | tonnes of carbon"],
    ["Emissions (tC)", "Emissions | tC | tC"],
    ["Water (m3 x 1,000)", "Water | '000 m³ | m3 x 1,000"],
    ["Fleet miles (thousands)", "Fleet miles | '000 miles | thousands"],
    ["Patient contacts (000s)", "Patient contacts | '000 contacts | 000s"],
    ["Total emissions (tonnes CO2e)", "Total emissions | tCO2e | tonnes CO2e"],
    ["Total emissions (tCO2(e))", "Total emissions | tCO2e | tCO2(e)"],
    ["Carbon footprint (kt)", "Carbon footprint | ktCO2e | kt"],
    ["Carbon emissions, tonnes", "Carbon emissions | tCO2e | tonnes"],
    ["No.", " | count | No."],
    ["Vehicles (No.)", "Vehicles | count | No."],
    ["Number of vehicles", "vehicles | count | Number of"],
    ["%", " | % | %"],
    ["% renewable electricity", "renewable electricity | % | %"],
    ["Renewable share (%)", "Renewable share | % | %"],
    ["m3", " | m³ | m3"],
    ["cu m", " | m³ | cu m"],
    ["sq m", " | m² | sq m"],
    ["Gross internal floor area (m²)", "Gross internal floor area | m² | m²"],
    ["Floor area (GIA) (m2)", "Floor area (GIA) | m² | m2"],
    ["Water volume m^3", "Water volume | m³ | m^3"],
    ["Waste to landfill (tonnes)", "Waste to landfill | t | tonnes"],
    ["Landfill tonnes", "Landfill | t | tonnes"],
    ["Landfill waste (t)", "Landfill waste | t | t"],
    ["Fleet miles", "Fleet miles | miles | miles"],
    ["Desflurane (litres)", "Desflurane | litres | litres"],
    ["Energy intensity (kWh/m²)", "Energy intensity | kWh/m² | kWh/m²"],
    ["Unit price (p/kWh)", "Unit price | p/kWh | p/kWh"],
    ["Carbon intensity (kgCO2e per m2)", "Carbon intensity | kgCO2e/m² | kgCO2e per m2"],
    [
      "Carbon per contact (kgCO2e per patient contact)",
      "Carbon per contact | kgCO2e/contact | kgCO2e per patient contact",
    ],
    ["CHP unit size/s (Watts)", "CHP unit size/s | W | Watts"],
    ["Lead in place (Yes/No)", "Lead in place | yes/no | Yes/No"],
    ["Healthy transport plan (Yes/No/None)", "Healthy transport plan | yes/no | Yes/No/None"],
    ["Cost (£) 2016/17", "Cost 2016/17 | £ | £"],
    ["Gas consumed (kWh, gross)", "Gas consumed | kWh | kWh, gross"],
    ["Gas\u00a0consumed  (kWh)", "Gas consumed | kWh | kWh"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    "Site No",
    "No",
    "Staff",
    "Cleaning staff (WTE)",
    "Catering service (Select)",
    "Site name",
    "At most",
    "Team",
    "t and m",
    "Management",
    "Oil",
    "Note",
    "Part A",
    "Plan m",
    "Section l",
    "Electricity consumed",
    "Estates (Midlands)",
    "2016/17",
    "Step 4 in progress",
    "",
  ])("%p names none", (text) => expect(readUnit(text)).toBeNull());

  it("leaves a figure's own tonnes as mass where it is waste", () => {
    expect(readUnit("Waste with carbon recovery (tonnes)")?.unit.symbol).toBe("t");
  });
});

describe("a unit in a cell of its own", () => {
  it.each([
    ["kWh (gross)", "kWh"],
    ["A4 reams", "reams"],
    ["Volume (m3)", "m³"],
    ["% of vehicles", "%"],
    ["(000's kWh)", "'000 kWh"],
    ["thousands", "'000 count"],
    ["hundred m3", "hundred m³"],
    ["m3 (x100)", "hundred m³"],
    ["m3 x 1,000", "'000 m³"],
    ["£ millions", "£m"],
  ])("%s is %s", (text, symbol) => expect(readUnitCell(text)?.symbol).toBe(symbol));

  it.each([
    "bottles (240 ml)",
    "packs of 4 reams",
    "m3 x 12",
    "kWh per 1,000 contacts",
    "tonnes or kg",
    "cubes",
    "m3 / 10",
  ])("%s is understood whole or not at all", (text) => expect(readUnitCell(text)).toBeNull());
});

describe("the unit a number format shows", () => {
  it.each([
    ["0%", "fraction"],
    ["0.0%", "fraction"],
    ['"£"#,##0', "£"],
    ["£#,##0.00", "£"],
    ["[$£-809]#,##0", "£"],
    ['0.0"kWh"', "kWh"],
    ['#,##0 "tCO2e"', "tCO2e"],
    ['#,##0\\ "m³";[Red]-#,##0', "m³"],
  ])("%s is %s", (code, symbol) => expect(unitUnderFormat(null, code)).toMatchObject({ symbol }));

  it.each(["General", "#,##0", "dd/mm/yyyy", "@", '0 "of plan"', "[Red]0.00"])("%s shows none", (code) =>
    expect(unitUnderFormat(null, code)).toBeNull(),
  );

  /** The heading's unit, the number format, the unit of the number in the cell. */
  it.each([
    [null, '£0.0,,"m"', "£"],
    [null, '#,##0,"MWh"', "kWh"],
    [UNITS["£"], '£#,##0,"k"', "£"],
    [UNITS["£m"], '£0.0,,"m"', "£"],
    [UNITS["£k"], "#,##0,", "£"],
    [UNITS["£k"], '"£"#,##0', "£k"],
    [UNITS.MWh, "#,##0.0", "MWh"],
    [UNITS.kWh, '#,##0,"MWh"', "kWh"],
    [UNITS.ktCO2e, '0.0"kt"', "ktCO2e"],
    [UNITS.kWh, '#,##0" (p)"', "kWh"],
  ])("under %j the format %s holds %s", (heading, code, symbol) =>
    expect(unitUnderFormat(heading, code)).toMatchObject({ symbol }),
  );

  it.each([
    [UNITS["£"], "#,##0,"],
    [UNITS["£"], '£0.0"m"'],
    [UNITS.kWh, '0.0"k"'],
    [UNITS.tCO2e, '0.0"kt"'],
    [null, '"£"#,##0,'],
  ])("under %j the format %s may mean figures a thousand times apart", (heading, code) =>
    expect(unitUnderFormat(heading, code)).toBe("unclear"),
  );
});
