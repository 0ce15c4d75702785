import { sheet } from "./grids";
import { expectLines, lines, read } from "./reading";

/** The organisations of the figures under some title lines; what is asked where none is read. */
function under(...titles: string[]): string {
  const rows = [...titles.map((line) => [line]), ["Metric", "2023/24"], ["Carbon footprint (tCO2e)", 5]];
  const reading = read([sheet("Data", rows)]);
  const codes = reading.observations.map(({ organisation }) => organisation);
  return codes.length > 0 ? codes.join() : reading.notUnderstood.length > 0 ? "asked" : "lost";
}

describe("whose figures a title gives", () => {
  test.each([
    // What is left out or stands elsewhere is no subject.
    [["LLR ICS carbon summary, EMAS excluded"], "LLR"],
    [["LLR ICS carbon summary (EMAS and DHU are not included)"], "LLR"],
    [["LLR ICS - carbon reporting", "Figures in tCO2e unless stated. EMAS excluded."], "LLR"],
    [["LLR (without EMAS)"], "LLR"],
    [["LLR system, less EMAS"], "LLR"],
    [["Does not include EMAS", "LLR ICS"], "LLR"],
    [["LLR ICS carbon", "Figures exclude EMAS, which is counted in Nottingham's system."], "LLR"],
    [["EMAS is counted with Nottingham; LLR ICS figures"], "LLR"],
    [["UHL water return", "LPT's figures are sent in its own workbook"], "RWE"],
    [["UHL water return", "LPT figures to follow"], "RWE"],
    [["UHL water return", "LPT reports through its own return"], "RWE"],
    [["UHL annual report – the figures leave out the LPT estate"], "RWE"],
    // Nor is who is compared with, who receives and who was asked.
    [["UHL vs LPT energy"], "RWE"],
    [["UHL carbon footprint compared to LPT"], "RWE"],
    [["UHL return to the LLR ICB"], "RWE"],
    [["UHL return", "Submitted to LLR ICB"], "RWE"],
    [["Organisation: UHL", "Contact: LPT"], "RWE"],
    [["Energy return", "Data supplied by LPT"], "asked"],
    [["Source: UHL estates"], "asked"],
    // The first subject stands; a partner only where it is first and alone.
    [["UHL energy bought through Leicestershire County Council framework"], "RWE"],
    [["LLR ICS net zero dashboard for the Midlands region"], "LLR"],
    [["East Midlands Ambulance Service return"], "RX9"],
    [["NHS Midlands region"], "Y60"],
    [["Energy bought through Leicestershire County Council framework"], "asked"],
    [["Participation in Midlands Greener NHS delivery hubs"], "asked"],
    [["EMAS and UHL return"], "asked"],
    // Several together are nobody's own; a body without a part of it is not the whole.
    [["UHL and LPT energy"], "asked"],
    [["UHL + LPT"], "asked"],
    [["UHL/LPT joint return"], "asked"],
    [["UHL, LPT, PCN"], "asked"],
    [["UHL including LPT beds"], "asked"],
    [["Carbon summary", "Includes UHL, LPT and primary care"], "asked"],
    [["LLR ICS carbon summary", "Includes UHL, LPT and primary care"], "LLR"],
    [["LLR system excluding UHL"], "asked"],
    [["LLR ICS, excludes primary care"], "asked"],
    // Code and name, names in full, bodies that the plan does not have.
    [["University Hospitals of Leicester NHS Trust (RWE) - sustainability return"], "RWE"],
    [["RT5 LPT"], "RT5"],
    [["Leicestershire Partnership NHS Trust: estates"], "RT5"],
    [["NHS Leicester, Leicestershire and Rutland ICB"], "QK1"],
    [["Leicester, Leicestershire and Rutland Integrated Care System"], "LLR"],
    [["NHS Leicester, Leicestershire and Rutland ICS"], "LLR"],
    [["Nottingham University Hospitals return"], "asked"],
    [["Heating system return"], "asked"],
  ])("%j: %s", (titles, expected) => {
    expect(under(...titles)).toBe(expected);
  });

  test("a title of several is asked about by its words", () => {
    const rows = [["UHL and LPT energy"], ["Metric", "2023/24"], ["Gas (kWh)", 5]];
    expect(read([sheet("Data", rows)]).notUnderstood[0]?.reason).toContain("“UHL and LPT energy” speaks of several");
  });

  test("the sheet may say whose of them", () => {
    const rows = [["UHL and LPT energy"], ["Metric", "2023/24"], ["Gas (kWh)", 5]];
    expectLines(read([sheet("LPT", rows)]), ["GAS RT5 2023/24 5"]);
  });
});

/** "RWE", "RWE/LRI", or what is asked, of a cell in a column of organisations. */
function inCell(text: string): string {
  const reading = read([
    sheet("2023-24", [
      ["Organisation", "Gas (kWh)"],
      ["East Midlands Ambulance Service NHS Trust", 1],
      [text, 5],
    ]),
  ]);
  const figure = reading.observations.find(({ metric, value }) => metric === "GAS" && value === 5);
  expect(lines(reading)).toContain("GAS RX9 2023/24 1");
  if (figure !== undefined) return figure.site === null ? figure.organisation : `${figure.organisation}/${figure.site}`;
  if (reading.leftOut.rows > 0) return "counted";
  return reading.notUnderstood.some(({ reason }) => reason.startsWith(`“${text}” is no organisation`))
    ? "asked"
    : "lost";
}

describe("a cell of a column of organisations", () => {
  test.each([
    ["RWE", "RWE"],
    ["rwe ", "RWE"],
    ["UHL Trust", "RWE"],
    ["Univ. Hospitals of Leicester", "RWE"],
    ["University Hospitals of Leicester (RWE)", "RWE"],
    ["RWE University Hospitals of Leicester", "RWE"],
    ["RT5 LPT", "RT5"],
    ["RT5: Leicestershire Partnership", "RT5"],
    ["LPT (RT5)", "RT5"],
    ["ICB (own estate)", "QK1"],
    ["LLR ICB only", "QK1"],
    ["NHS LLR ICB", "QK1"],
    ["EMAS (for information only)", "RX9"],
    ["EMAS (for reference)", "RX9"],
    ["LLR primary care", "PCN"],
    ["Primary care (PCNs)", "PCN"],
    ["GP practices", "PCN"],
    ["LLR ICS (excl EMAS)", "LLR"],
    ["LLR (excluding EMAS)", "LLR"],
    ["LLR system total", "LLR"],
    ["Leicester, Leicestershire & Rutland", "LLR"],
    ["Leicestershire County Council", "LsCC"],
    ["Midlands", "Y60"],
  ])("%s is %s", (text, expected) => {
    expect(inCell(text)).toBe(expected);
  });

  test.each([
    ["UHL (acute)", "RWE"],
    ["LPT (mental health & community)", "RT5"],
    ["UHL - LRI", "RWE"],
    ["UHL: Glenfield", "RWE"],
    ["LRI", "RWE"],
    ["Glenfield Hospital", "RWE"],
    ["Glenfield", "RWE"],
    ["LEICESTER GENERAL HOSPITAL", "RWE"],
    ["Leicester General", "RWE"],
    ["RWEAA", "RWE"],
    ["RWEAK", "RWE"],
    ["Bradgate Unit", "RT5"],
    ["THE BRADGATE MENTAL HEALTH UNIT", "RT5"],
    ["Evington Centre", "RT5"],
    ["Loughborough Hospital", "RT5"],
    ["Coalville Community Hospital", "RT5"],
    ["Hinckley and Bosworth Hospital", "RT5"],
    ["Melton Mowbray Hospital", "RT5"],
    ["Rutland Memorial Hospital", "RT5"],
    ["Feilding Palmer Hospital", "RT5"],
    ["Fielding Palmer Hospital", "RT5"],
    ["St Luke's Hospital", "RT5"],
    ["RT5PC", "RT5"],
    ["City Central PCN", "PCN"],
  ])("%s is a part of %s", (text, organisation) => {
    expect(inCell(text)).toBe(`${organisation}/${text}`);
  });

  test.each([
    "Leicester City CCG",
    "NUH",
    "Nottingham University Hospitals NHS Trust",
    "University Hospitals of Derby and Burton",
    "UHL & LPT",
    "UHL and NUH",
    "UHL and LPT combined",
    "UHL excluding LRI",
    "LLR excluding UHL",
    "Acute trusts",
    "Other",
    "Estates and facilities",
  ])("%s is asked about by name", (text) => {
    expect(inCell(text)).toBe("asked");
  });

  test.each([
    "RX1",
    "RXX",
    "QJ2",
    "Nottingham University Hospitals NHS Trust (RX1)",
    "RX1 Nottingham University Hospitals",
  ])("%s carries a code outside the plan and is counted", (text) => {
    expect(inCell(text)).toBe("counted");
  });

  test("one unknown name is one question, and throws out no other row", () => {
    const reading = read([
      sheet("2023-24", [
        ["Organisation", "Gas (kWh)", "Water (m3)"],
        ["UHL", 1, 2],
        ["Northern hub", 3, 4],
        ["Northern hub", 5, 6],
        ["EMAS", 7, 8],
      ]),
    ]);
    expectLines(reading, ["GAS RWE 2023/24 1", "WATER RWE 2023/24 2", "GAS RX9 2023/24 7", "WATER RX9 2023/24 8"]);
    expect(new Set(reading.notUnderstood.map(({ reason }) => reason)).size).toBe(1);
    expect(reading.leftOut).toEqual({ organisations: 0, rows: 0 });
  });

  test("in a national list by full names those outside the plan are counted", () => {
    const trusts = Array.from({ length: 12 }, (_, index) => [`Town ${index} Hospitals NHS Foundation Trust`, index]);
    const reading = read([
      sheet("2023-24", [
        ["Trust name", "Gas (kWh)"],
        ["University Hospitals of Leicester NHS Trust", 7],
        ...trusts,
        ["Other", 9],
      ]),
    ]);
    expectLines(reading, ["GAS RWE 2023/24 7"]);
    expect(reading.leftOut).toEqual({ organisations: 13, rows: 13 });
  });
});

describe("organisations and sites as headings", () => {
  test.each([
    ["University Hospitals of Leicester (RWE)", "RWE"],
    ["RT5 LPT", "RT5"],
    ["ICB (own estate)", "QK1"],
    ["LLR primary care", "PCN"],
    ["EMAS (for information only)", "RX9"],
    ["LLR ICS (excl EMAS)", "LLR"],
    ["UHL (acute)", "RWE/UHL (acute)"],
    ["UHL - LRI", "RWE/UHL - LRI"],
    ["LRI", "RWE/LRI"],
    ["Glenfield Hospital", "RWE/Glenfield Hospital"],
    ["Evington Centre", "RT5/Evington Centre"],
  ])("%s", (heading, whose) => {
    const reading = read([
      sheet("2023-24", [
        ["Metric", heading],
        ["Gas (kWh)", 5],
      ]),
    ]);
    expectLines(reading, [`GAS ${whose} 2023/24 5`]);
  });

  test.each(["UHL & LPT", "UHL and LPT combined", "NUH", "LLR excluding UHL"])("%s is asked about", (heading) => {
    const reading = read([
      sheet("2023-24", [
        ["Metric", heading],
        ["Gas (kWh)", 5],
      ]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.notUnderstood).toHaveLength(1);
  });

  test("a site's name yields to the member that the title names", () => {
    const rows = [["UHL 2023/24"], ["Site", "Gas (kWh)"], ["Loughborough Hospital", 5]];
    expectLines(read([sheet("Sites", rows)]), ["GAS RWE/Loughborough Hospital 2023/24 5"]);
  });

  test("in a system's table a site is its trust's", () => {
    const rows = [["LLR ICS 2023/24"], ["Site", "Gas (kWh)"], ["Loughborough Hospital", 5], ["LRI", 6]];
    expectLines(read([sheet("Sites", rows)]), ["GAS RT5/Loughborough Hospital 2023/24 5", "GAS RWE/LRI 2023/24 6"]);
  });

  test("a trust's total beside none of its parts is its figure; after its sites it only checks them", () => {
    const totals = [
      ["Metric", "LPT total", "UHL total"],
      ["Gas (kWh)", 5, 6],
    ];
    expectLines(read([sheet("2023-24", totals)]), ["GAS RT5 2023/24 5", "GAS RWE 2023/24 6"]);
    const sites = [
      ["Metric", "LRI", "Glenfield", "UHL total"],
      ["Gas (kWh)", 5, 6, 11],
    ];
    const reading = read([sheet("2023-24", sites)]);
    expectLines(reading, ["GAS RWE/LRI 2023/24 5", "GAS RWE/Glenfield 2023/24 6"]);
    expect(reading.statedTotals).toMatchObject([{ value: 11, organisation: "RWE" }]);
  });
});
