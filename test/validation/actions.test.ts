import type { Finding } from "../../src/validation/finding";
import { sheet, type Grid } from "../returns/grids";
import { actionRow, check, read, type ReturnParts } from "./kit";

/** AC01 to AC07 beyond the one case each of rules.test.ts: validation-rules.md, plan-facts.md section 4. */

const found = (parts: ReturnParts, code?: string): Finding[] =>
  check(parts).filter((each) =>
    code === undefined ? /^AC0[1-7]$/.test(each.code) && each.code !== "AC04" : each.code === code,
  );

const HEADINGS = ["Ref", "Action", "Owner", "Status", "Due", "Started", "Completed", "% complete"];
const tracked = (...rows: Grid): ReturnParts => read(sheet("UHL", [HEADINGS, ...rows]));
const codes = (findings: readonly Finding[]) => findings.map(({ code, cells }) => `${code} ${cells.join()}`);

describe("a clean tracker", () => {
  it("gives no finding, whatever its own way of writing dates and statuses", () => {
    const clean = tracked(
      ["TT1", "Travel emissions", "Jo", "Complete", "Q1 2024", "01/04/2023", "12/03/2024", "100%"],
      ["TT5", "Leasing", "Jo", "G", "Q3 2025", "Jan 2024", null, "60%"],
      ["EF1", "Green electricity", "Al", "Amber", "30/09/2025", null, "n/a", 0.4],
      ["P1", "Green Board", "Al", "Complete", "Complete", null, "Oct-22", 1],
      ["CCA2", "Risks", "Al", "On-going", "Q1 2023 – then ongoing", null, null, null],
      ["TT11", "Parking", "Al", "WIP", "Q4 2025", null, null, null],
      ["EF7", "Parking", "Al", "In progress", "Q3 2025", null, null, null],
      ["M7", "Overprescribing", "TBC", "N/A", "tbc", null, null, null],
    );
    expect(codes(found(clean))).toEqual([]);
  });
});

describe("AC01: dates", () => {
  it("names a quarter's readings in full, and the many alike in one finding", () => {
    const one = found({ actions: [actionRow("FN5", { due: "Q4 2024" })] }, "AC01");
    expect(one[0]?.message).toBe(
      "The due date of action FN5 (Waste segregation, recycling and food waste) in Actions!E7, “Q4 2024”, can be read as calendar quarter 4 of 2024 (to 31 December 2024), quarter 4 of 2024/25 (to 31 March 2025) or quarter 4 of 2023/24 (to 31 March 2024). Write a date, such as 31 March 2025.",
    );
    const many = found({ actions: [6, 7, 8].map((row) => actionRow("FN5", { due: "Q4 2024" }, row)) }, "AC01");
    expect(codes(many)).toEqual(["AC01 Actions!E7:E9"]);
    expect(many[0]?.message).toContain("2 others (Actions!E8:E9) can be read in more than one way too.");
  });

  it("does not guess a day that may be a month where the tracker has American dates", () => {
    const american = tracked(
      ["TT1", "a", "Jo", "Complete", "Q1 2024", null, "03/25/2024", null],
      ["TT2", "b", "Jo", "Complete", "Q1 2025", null, "04/05/2024", null],
    );
    const [finding] = found(american, "AC01");
    expect(finding?.cells).toEqual(["UHL!G3"]);
    expect(finding?.message).toMatch(/“04\/05\/2024”, can be read day first or month first/);
  });

  it.each([2024, 45, "31/02/2024", "asap"])("%p is no date", (completed) => {
    expect(codes(found({ actions: [actionRow("FN5", { status: "Complete", completed })] }, "AC01"))).toEqual([
      "AC01 Actions!G7",
    ]);
  });

  it("takes the plan's own words for the date, of any of the actions of a row", () => {
    expect(found(tracked(["TT1-TT2", "a", "Jo", "WIP", "Q1 2025", null, null, null]), "AC01")).toEqual([]);
  });
});

describe("AC02: after the plan", () => {
  it("lets stand what the plan itself lets run on, and what is done", () => {
    expect(found({ actions: [actionRow("TT9", { due: "31/12/2025" })] }, "AC02")).toEqual([]);
    expect(found({ actions: [actionRow("TT9", { due: "01/01/2026" })] }, "AC02")).toHaveLength(1);
    expect(found({ actions: [actionRow("FN5", { due: "31/12/2026", status: "Complete" })] }, "AC02")).toEqual([]);
  });
});

describe("AC03: owners", () => {
  it.each(["TBC", "vacant", "-", "n/a", "To be confirmed"])("“%s” is nobody", (owner) => {
    expect(found({ actions: [actionRow("FN5", { owner })] }, "AC03")).toHaveLength(1);
  });

  it("asks none of what is complete", () => {
    expect(found({ actions: [actionRow("FN5", { owner: null, status: "Done" })] }, "AC03")).toEqual([]);
  });

  it("says once that a tracker has no column for owners", () => {
    const bare = read(
      sheet("UHL", [
        ["Ref", "Action", "Status", "Due"],
        ["TT1", "a", "WIP", "Q1 2024"],
        ["TT2", "b", "WIP", "Q1 2025"],
      ]),
    );
    const [finding, ...more] = found(bare, "AC03");
    expect(more).toEqual([]);
    expect(finding?.message).toBe(
      "The tracker of 2 actions (UHL!A2:A3) has no column that says who owns each. A name was expected for each; add a column headed Owner.",
    );
  });
});

describe("AC05: the same work", () => {
  it.each([
    ["TT11", "EF7"],
    ["P2", "FN1"],
    ["P4", "FN4"],
  ])("%s and %s with two statuses are told, with one they are not", (a, b) => {
    const pair = (other: string) => [actionRow(a, { status: "Complete" }), actionRow(b, { status: other }, 7)];
    expect(codes(found({ actions: pair("Not started") }, "AC05"))).toEqual(["AC05 Actions!D7:D8"]);
    expect(found({ actions: pair("Done") }, "AC05")).toEqual([]);
  });

  it("is one finding of all the rows, and none between two organisations or a part and its action", () => {
    const rows = ["Done", "WIP", "On hold"].map((status, index) => actionRow("TT1", { status }, 6 + index));
    expect(codes(found({ actions: rows }, "AC05"))).toEqual(["AC05 Actions!D7:D9"]);
    const two = [actionRow("TT1", { status: "Done" }), actionRow("TT1", { status: "WIP", organisation: "RT5" }, 7)];
    expect(found({ actions: two }, "AC05")).toEqual([]);
    const part = [actionRow("TT1", { status: "WIP" }), actionRow("TT1", { status: "Done", part: "a" }, 7)];
    expect(found({ actions: part }, "AC05")).toEqual([]);
  });
});

describe("AC06: ids", () => {
  it("reads ids written otherwise, says how, and offers to write only those that stand alone", () => {
    const [finding] = found(
      tracked(["FN 5", "a", "Jo", "WIP"], ["TT1-TT3", "b", "Jo", "WIP"], ["EF1: electricity", null, "Jo", "WIP"]),
      "AC06",
    );
    expect(finding).toMatchObject({ severity: "info", cells: ["UHL!A2:A4"] });
    expect(finding?.message).toContain("“FN 5” for FN5, “TT1-TT3” for TT1, TT2 and TT3 and “EF1: electricity” for EF1");
    expect(finding?.mend?.changes).toEqual([{ sheet: "UHL", address: "A2", before: "FN 5", after: "FN5" }]);
  });

  it("tells rows that name no action, so that none is lost silently", () => {
    const [finding] = found(tracked(["TT10", "Survey", "Jo", "Done"], [null, "Cycle racks", "Jo", "WIP"]), "AC06");
    expect(finding).toMatchObject({ severity: "warning", cells: ["UHL!A3"] });
    expect(finding?.message).toMatch(
      /^1 row names no action of the plan, so nothing in it is counted: “Cycle racks” \(UHL!A3\)\./,
    );
  });

  it("tells an id of the plan's kind that the plan does not have, even where the text is the plan's", () => {
    const typo = tracked(["FN9", "Waste segregation, recycling and food waste", "Jo", "WIP"]);
    expect(codes(found(typo, "AC06"))).toEqual(["AC06 UHL!A2"]);
  });

  it("tells rows that name actions and say how they stand under headings that cannot be read", () => {
    const [finding, ...more] = found(
      read(
        sheet("UHL", [
          ["ID", "Where we are"],
          ["TT1", "WIP"],
          ["TT2", "Done"],
        ]),
      ),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "AC06", severity: "warning", cells: ["UHL!A2:A3"] });
    expect(
      found(
        read(
          sheet("UHL", [
            ["Month", "Gas (kWh)"],
            ["M1", 12],
            ["M2", 13],
          ]),
        ),
      ),
    ).toEqual([]);
  });

  it("takes a list of other work for what it is: one line, no warning", () => {
    const register = tracked(["R1", "Flood", "Jo", "Red"], ["R2", "Heat", "Jo", "Amber"]);
    const [finding, ...more] = found(register);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "AC06", severity: "info", cells: ["UHL!A2:A3"] });
  });
});

describe("a row for several actions, with columns of two organisations", () => {
  it("is checked once for each organisation", () => {
    const rows = read(
      sheet("Tracker", [
        ["Ref", "Action", "Lead", "UHL status", "LPT status"],
        ["TT1-TT3", "Fleet", "TBC", "TBC", "WIP"],
      ]),
    );
    expect(codes(found(rows, "AC07"))).toEqual(["AC07 Tracker!D2"]);
    expect(found(rows, "AC03")).toHaveLength(1);
  });
});

describe("AC07: status against dates", () => {
  const row = (given: Parameters<typeof actionRow>[1]) => found({ actions: [actionRow("FN5", given)] }, "AC07");

  it.each([
    ["complete without its date", { status: "Complete" }, { status: "Completed - 12/03/24" }, "warning"],
    [
      "complete below 100%",
      { status: "Done", completed: "12/03/2024", percent: 80 },
      { status: "Done", completed: "12/03/2024", percent: 100 },
      "warning",
    ],
    [
      "completed before it started",
      { status: "Done", started: "01/05/2024", completed: "12/03/2024" },
      { status: "Done", started: "12/03/2024", completed: "12/03/2024" },
      "error",
    ],
    ["completed while under way", { completed: "12/03/2024" }, { completed: null }, "warning"],
    ["not started at 30%", { status: "Not started", percent: 30 }, { status: "Not started", percent: 0 }, "warning"],
    [
      "not started and started",
      { status: "Not started", started: "01/03/2024" },
      { status: "Not started", started: "01/05/2025" },
      "warning",
    ],
    ["a percentage of 140", { percent: 140 }, { percent: 40 }, "warning"],
    [
      "amber at 100%",
      { status: "Amber", percent: 100 },
      { status: "Green", percent: 100, completed: "12/03/2024" },
      "warning",
    ],
    ["words that say nothing known", { status: "TBC" }, { status: "🟢" }, "warning"],
    ["no status", { status: null }, { status: null, percent: 40 }, "warning"],
  ])("%s", (_, wrong, right, severity) => {
    expect(row(wrong).map((each) => each.severity)).toEqual([severity]);
    expect(row(right)).toEqual([]);
  });

  it("tells what is open though the plan has it as complete", () => {
    const p1 = (status: string) => found({ actions: [actionRow("P1", { status, completed: "01/10/2022" })] }, "AC07");
    expect(found({ actions: [actionRow("P1", { status: "In progress" })] }, "AC07")[0]?.message).toContain(
      "but the plan itself gives it as complete",
    );
    expect(p1("Complete")).toEqual([]);
  });

  it("says what many rows share once", () => {
    const rows = [6, 7, 8].map((at) => actionRow("FN5", { status: "TBC" }, at));
    expect(codes(found({ actions: rows }, "AC07"))).toEqual(["AC07 Actions!D7:D9"]);
    const undated = [6, 7, 8].map((at) => actionRow("FN5", { status: "Complete" }, at));
    expect(codes(found({ actions: undated }, "AC07"))).toEqual(["AC07 Actions!G7:G9"]);
  });

  it("tells a tracker with no column for status, once", () => {
    const silent = read(
      sheet("UHL", [
        ["Ref", "Action", "Owner", "Deadline"],
        ["TT1", "a", "Jo", "Q1 2024"],
        ["TT2", "b", "Jo", "Q1 2025"],
      ]),
    );
    const [finding, ...more] = found(silent, "AC07");
    expect(more).toEqual([]);
    expect(finding?.message).toBe(
      "The tracker of 2 actions (UHL!A2:A3) has no column that says how each stands. Head one of the tracker’s columns Status.",
    );
  });
});
