import { outcomeOf } from "../../src/road";
import { readPack } from "../../src/plan/pack";
import { llrPack } from "../../src/plan/llr";
import { reportBook } from "../../src/report/book/book";
import type { ReportSheet, ReportTable, SheetKind } from "../../src/report/sheet";
import type { CellValue } from "../../src/snapshot/snapshot";
import { sheet, workbook } from "../returns/grids";
import { exampleOutcome } from "./outcome";

/** What the plan says besides its targets and actions, and the yearly review, on their sheets. */

const { sheets } = reportBook(exampleOutcome());

function sheetOf(kind: SheetKind, of: readonly ReportSheet[] = sheets): ReportSheet {
  const found = of.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`No sheet ${kind}`);
  return found;
}

/** The rows of a table as records by header. */
function rows(name: string, of: readonly ReportSheet[] = sheets): Record<string, unknown>[] {
  const table = of.flatMap(({ tables }): readonly ReportTable[] => tables).find((each) => each.name === name);
  if (table === undefined) throw new Error(`No table ${name}`);
  return table.rows.map((cells) => Object.fromEntries(table.columns.map(({ header }, at) => [header, cells[at]])));
}

describe("Green Plan Facts", () => {
  it("has the four objectives of section 8, each with the actions that serve it and how they stand", () => {
    const section8 = rows("GreenPlan_Objectives").filter(({ Part }) => Part === "Communication");
    expect(section8).toHaveLength(4);
    for (const row of section8) {
      expect(row["Answered by"]).toMatch(/^[A-Z]+\d/);
      expect(row["What this return shows"]).toMatch(/ (on track|complete|overdue|due soon|no return|review due)/);
      expect(row["Where in the plan"]).toMatch(/^s8, [1-4]$/);
    }
  });

  it("has every date of the supplier roadmap in order, with what answers it and what is not in force yet", () => {
    const steps = rows("GreenPlan_Suppliers");
    expect(steps.map(({ When }) => When)).toEqual([
      "from April 2022",
      "from April 2022",
      "during 2022",
      "from April 2023",
      "from April 2024",
      "from April 2027",
      "from April 2028",
      "from 2030",
      "by 2030",
    ]);
    expect(steps[4]?.["Answered by"]).toContain("New contracts with a carbon reduction plan");
    expect(steps[5]).toMatchObject({
      "Answered by": "Nothing in the plan",
      "What this return shows": "Not in force on 31 March 2025. Not collected by this return.",
    });
  });

  it("asks desflurane of both trusts, though UHL alone has a target", () => {
    const desflurane = rows("GreenPlan_Priorities").find(({ Priority }) => String(Priority).startsWith("Desflurane"));
    expect(desflurane?.["What this return shows"]).toMatch(/^UHL 0.4% in 2024\/25, none from LPT/);
    expect(
      llrPack.targets.filter(({ metric }) => metric === "DESFLURANE").flatMap(({ appliesTo }) => appliesTo),
    ).toEqual(["RWE", "RWE"]);
  });

  it.each([
    "cycling",
    "bicycle",
    "identified",
    "Decarbonisation Scheme",
    "non-executive",
    "leadership teams",
    "networks have training",
    "primary care are brought",
    "clinical use against supply",
  ])("shows the priority on “%s”", (words) => {
    const found = [...rows("GreenPlan_Priorities"), ...rows("GreenPlan_Commitments")].filter((row) =>
      Object.values(row).some((cell) => String(cell).toLowerCase().includes(words.toLowerCase())),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it("reads an answer to a priority that has no target, and judges nothing by it", () => {
    const book = workbook([
      sheet("UHL", [
        ["UHL green plan return 2024/25"],
        ["Metric", "Unit", "2024/25"],
        ["Cycling facilities for staff and visitors", "yes/no", "Yes"],
        ["Public sector decarbonisation projects monitored", "yes/no", "No"],
      ] as CellValue[][]),
    ]);
    const made = outcomeOf(book, llrPack, { asOf: null, today: "2026-11-28", period: null, organisations: [] });
    const shown = rows("GreenPlan_Priorities", reportBook(made).sheets).map((row) => row["What this return shows"]);
    expect(shown.filter((text) => /^UHL (yes|no) in 2024\/25\./.test(String(text)))).toHaveLength(2);
    expect(made.assessments.filter(({ actual }) => actual !== null)).toEqual([]);
  });

  it("has Tables 1 and 2 with live sums beside England's, and the misprint in words", () => {
    const plus = rows("GreenPlan_Regions2");
    expect(plus[0]).toMatchObject({ Region: "East of England", "1990": 3542, Current: 2696 });
    const england = plus.findIndex(({ Region }) => Region === "England, as printed");
    expect(plus[england]?.["1990"]).toBe(33823);
    const table = sheetOf("plan-facts").tables.find(({ name }) => name === "GreenPlan_Regions2");
    const first = (table?.row ?? 0) + 2;
    expect(plus.slice(england + 1).map((row) => row["1990"])).toEqual([
      { formula: `=SUM(B${first}:B${first + 6})` },
      { formula: `=B${first + 7}-B${first + 8}` },
    ]);
    expect(rows("GreenPlan_RegionFaults").map((row) => String(row["What it says"]))).toEqual(
      expect.arrayContaining([expect.stringContaining("33,723"), expect.stringContaining("3,642")]),
    );
  });

  it("counts no commitment as an action", () => {
    expect(rows("GreenPlan_Commitments").length).toBe(llrPack.commitments.length);
    expect(rows("GreenPlan_Actions")).toHaveLength(63);
  });
});

describe("Annual Review", () => {
  it("has each area in each of the plan's financial years, its actions counted once", () => {
    const years = rows("GreenPlan_ReviewYears");
    expect([...new Set(years.map(({ Year }) => Year))]).toEqual(["2022/23", "2023/24", "2024/25", "2025/26"]);
    const areas = rows("GreenPlan_ReviewAreas");
    expect(areas).toHaveLength(9);
    for (const area of areas) {
      const due = years
        .filter(({ Area }) => Area === area.Area)
        .reduce((sum, row) => sum + Number(row["Actions due"]), 0);
      expect([area.Area, due + Number(area["Going on or undated"])]).toEqual([area.Area, area.Actions]);
    }
  });

  it("names what asks for it, and leaves its findings to people", () => {
    const { paragraphs, tables } = sheetOf("annual-review");
    expect(paragraphs.some(({ cell }) => String(cell).startsWith("WFL4 asks that the Integrated Care Board"))).toBe(
      true,
    );
    expect(tables[0]?.columns.filter(({ people }) => people).map(({ header }) => header)).toEqual([
      "Are resources enough?",
      "What the review found",
    ]);
  });

  it("shows people and money where a tracker gives them", () => {
    const outcome = exampleOutcome();
    const [first, ...others] = outcome.reading.actions;
    if (first === undefined) throw new Error("The example has a tracker.");
    const actions = [{ ...first, resources: "0.4 FTE", cost: "£12,000" }, ...others];
    const made = reportBook({ ...outcome, reading: { ...outcome.reading, actions } }).sheets;
    expect(rows("GreenPlan_ReviewResources", made)).toEqual([
      expect.objectContaining({ Resources: "0.4 FTE", Cost: "£12,000", Saving: "[x]" }),
    ]);
  });
});

describe("a pack that says none of it", () => {
  const small = {
    id: "small",
    name: "A small plan",
    start: "2026-04-01",
    end: "2029-03-31",
    organisations: [{ code: "RZ9", name: "Small Trust" }],
    metrics: [{ id: "POWER", title: "Electricity used", unit: "kWh" }],
    targets: [],
    actions: [],
  };

  it("has neither sheet", () => {
    const book = workbook([
      sheet("RZ9", [
        ["Small Trust"],
        ["Metric", "Unit", "2026/27"],
        ["Electricity used", "kWh", 1000],
      ] as CellValue[][]),
    ]);
    const made = outcomeOf(book, readPack({ ...small, metrics: [{ ...small.metrics[0], better: "lower" }] }), {
      asOf: null,
      today: "2027-11-28",
      period: null,
      organisations: [],
    });
    const kinds = reportBook(made).sheets.map(({ kind }) => kind);
    expect(kinds).not.toContain("plan-facts");
    expect(kinds).not.toContain("annual-review");
    expect(kinds).toContain("notes");
  });

  it.each([
    ["supplierRoadmap", { id: "a", date: "2027-04-01", as: "April 2027", text: "x", metrics: ["NOPE"] }, "NOPE"],
    ["priorities", { id: "a", area: "e", text: "x", askedOf: ["NOBODY"] }, "NOBODY"],
    ["objectives", { id: "a", set: "Aims", text: "x", actions: ["Z9"] }, "Z9"],
  ])("is refused where its %s name what it does not have", (list, clause, said) => {
    expect(() => readPack({ ...small, [list]: [clause] })).toThrow(said);
  });
});
