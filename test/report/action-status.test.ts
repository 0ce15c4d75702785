import { reportBook } from "../../src/report/book/book";
import type { ReportCell } from "../../src/report/sheet";
import { managed } from "../assessment/actions/managed-kit";
import { exampleOutcome } from "./outcome";

const asOf = "2025-03-31";
const actions = managed(
  asOf,
  ["Ref", "Organisation", "Owner", "Status", "Due", "Revised date", "Approved by", "Cost", "External dependency"],
  ["TT1", "UHL", "Jo", "In progress", "31/03/2024", "30/09/2025", "Green Board", 12000, "City council"],
  ["TT1", "LPT", "Al", "Complete", "31/03/2024", null, null, null, null],
  ["M4", "UHL", "Jo", "=Superseded by M5", null, null, null, null, null],
);
const { sheets } = reportBook(exampleOutcome({ asOf, actions: [...actions.values()] }));
const table = sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "GreenPlan_Actions")!;
const row = (id: string) => table.rows.find(([reference]) => reference === id)!;
const cell = (id: string, header: string): ReportCell =>
  row(id)[table.columns.findIndex((column) => column.header === header)]!;

describe("the Action Status sheet", () => {
  test("shows the date that counts beside the plan's, and whose word it was", () => {
    expect(["Due", "Plan date", "Moved"].map((header) => cell("TT1", header))).toEqual([
      { date: "2025-09-30" },
      { date: "2024-03-31" },
      "by 18 months, agreed by Green Board",
    ]);
    expect(["Due", "Plan date", "Moved"].map((header) => cell("TT2", header))).toEqual([
      { date: "2025-03-31" },
      { date: "2025-03-31" },
      "no",
    ]);
  });

  test("prints the two dates and the move, before the commentary", () => {
    const headers = table.columns.map(({ header }) => header);
    for (const header of ["Due", "Plan date", "Moved", "Days late", "Owner"]) {
      expect(headers.indexOf(header)).toBeLessThan(headers.indexOf("Commentary"));
    }
  });

  test("tells organisations, partners and means, and says where a return has none", () => {
    expect(cell("TT1", "By organisation")).toBe("1 of 2 complete; UHL in progress");
    expect(cell("TT1", "Depends on a partner")).toBe("City council");
    expect(cell("TT1", "Resources, cost and saving")).toBe("cost £12,000");
    for (const header of ["By organisation", "Depends on a partner", "Record", "Resources, cost and saving"]) {
      expect(cell("TT2", header)).toMatch(/^\[[xz]\] |^none/);
    }
  });

  test("has the same columns whatever the return holds, so that none is taken for a person's own on the next run", () => {
    const plain = reportBook(exampleOutcome()).sheets.flatMap(({ tables }) => tables);
    const headers = plain.find(({ name }) => name === "GreenPlan_Actions")!.columns.map(({ header }) => header);
    expect(headers).toEqual(table.columns.map(({ header }) => header));
  });

  test("says above the table what is counted apart", () => {
    const { paragraphs } = sheets.find(({ kind }) => kind === "action-status")!;
    const words = paragraphs.map(({ cell: text }) => text).filter((text) => typeof text === "string");
    expect(words).toContain("1 action depends on a partner: TT1.");
    expect(words.some((text) => text.startsWith("1 action has a new date that counts in place of the plan's"))).toBe(
      true,
    );
  });
});
