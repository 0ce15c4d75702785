import type { GridCell } from "../../returns/grids";
import { managed } from "./managed-kit";

/**
 * Actions as trusts manage them, from the tracker's cells to the status. TT1 is due on 31 March 2024 by the plan, TT2 on
 * 31 March 2025, TT3 on 30 June 2022, P11 is reviewed each quarter of 2024/25.
 */

const asOf = "2024-06-30";
const kinds = (of: ReturnType<typeof managed>, id: string) =>
  of
    .get(id)!
    .concerns!.map(({ kind }) => kind)
    .filter((kind) => kind !== "ends after the plan" && kind !== "no owner");

describe("a date that a meeting moved", () => {
  const day = (value: number) => ({ value, format: "dd/mm/yyyy" });

  // 45565 is 30 September 2024, 45426 14 May 2024.
  it.each<[string, GridCell[], GridCell[], string | null, string | null]>([
    [
      "named and dated",
      ["Revised due date", "Approved by", "Date approved"],
      ["30/09/2024", "Green Board", "14/05/2024"],
      "Green Board",
      "2024-05-14",
    ],
    [
      "with the day among the words",
      ["Revised date", "Agreed at"],
      [day(45565), "Green Board, 14 May 2024"],
      "Green Board",
      "2024-05-14",
    ],
    ["under the body's own name", ["New target date", "Board approval"], ["Sep-24", "Yes"], "Board", null],
    [
      "with the day under the body's name",
      ["Extended to", "Green Board approval"],
      ["30 Sept 2024", day(45426)],
      "Green Board",
      "2024-05-14",
    ],
    [
      "beside the date",
      ["Revised deadline"],
      ["30/09/2024 - agreed at Green Board 14/05/2024"],
      "Green Board",
      "2024-05-14",
    ],
    [
      "in the comment",
      ["Rescheduled to", "Comments"],
      ["30/09/2024", "Extension agreed by Green Board on 14 May 2024."],
      "Green Board",
      "2024-05-14",
    ],
    [
      "by one who approved",
      ["Revised completion date (if applicable)", "Who agreed the change?"],
      ["30/09/2024", "Medical director"],
      "Medical director",
      null,
    ],
    ["as an agreed date", ["Agreed date", "Agreed by"], ["30/09/2024", "ICB exec"], "ICB exec", null],
    [
      "as a forecast that somebody agreed to",
      ["Forecast completion", "Approved by"],
      ["30/09/2024", "CFO"],
      "CFO",
      null,
    ],
    ["as months more", ["Extension", "Approved by"], ["6 months", "CFO"], "CFO", null],
    ["as a quarter, read as the plan writes them", ["Revised date", "Approved by"], ["Q3 2024", "CFO"], "CFO", null],
  ])("counts, its agreement %s", (_, headings, cells, by, on) => {
    const tt1 = managed(
      asOf,
      ["Ref", "Action", "Owner", "Status", "Due date", ...headings],
      ["TT1", "Travel", "Jo", "In progress", "31/03/2024", ...cells],
    ).get("TT1")!;
    expect(tt1).toMatchObject({ status: "on track", due: "2024-09-30", planDue: "2024-03-31", daysLate: 0 });
    expect(tt1.agreed).toMatchObject({ standing: "agreed", date: "2024-09-30", by, on, moved: "6 months" });
    expect(tt1.concerns).toEqual([]);
    expect(tt1.working).toContain("; moved by 6 months to 30 September 2024, agreed by");
  });

  const headings = ["Ref", "Action", "Owner", "Status", "Due date", "Revised date", "Approved by", "Date approved"];
  const tt1 = (revised: GridCell, by: GridCell = null, on: GridCell = null, at = asOf, status = "In progress") =>
    managed(at, headings, ["TT1", "Travel", "Jo", status, "31/03/2024", revised, by, on]);

  it("is due soon and overdue by the agreed day", () => {
    expect(tt1("30/09/2024", "Board", null, "2024-07-02").get("TT1")).toMatchObject({ status: "due soon" });
    expect(tt1("30/09/2024", "Board", null, "2024-10-10").get("TT1")).toMatchObject({
      status: "overdue",
      daysLate: 10,
    });
    expect(tt1("30/09/2024", "Board", null, asOf, "Not started").get("TT1")!.status).toBe("on track");
  });

  it("counts without a record of who agreed it, and says so", () => {
    for (const none of [null, "-", "n/a"]) {
      const moved = tt1("30/09/2024", none);
      expect(moved.get("TT1")).toMatchObject({ status: "on track", agreed: { standing: "no record", by: null } });
      expect(kinds(moved, "TT1")).toEqual(["date moved"]);
    }
    expect(tt1("30/09/2024", null, "14/05/2024").get("TT1")!.agreed).toMatchObject({
      standing: "no record",
      on: "2024-05-14",
    });
  });

  it.each([
    ["TBC", "Board", "not read"],
    ["31/12/2023 then 30/09/2024", "Board", "not read"],
    ["when funding allows", "Board", "not read"],
    ["30/09/2024", "Awaiting Board", "not agreed"],
    ["30/09/2024", "No", "not agreed"],
    ["30/09/2024", "Rejected by CFO", "not agreed"],
    ["30/09/2024 (subject to Board approval)", null, "not agreed"],
  ])("%p approved by %p does not count: the plan's date does, and that is said", (revised, by, standing) => {
    const kept = tt1(revised, by);
    expect(kept.get("TT1")).toMatchObject({ status: "overdue", due: "2024-03-31", daysLate: 91, agreed: { standing } });
    expect(kinds(kept, "TT1")).toEqual(["date moved"]);
  });

  it("does not count before the day it was agreed on", () => {
    expect(tt1("30/09/2024", "Board", "14/07/2024").get("TT1")).toMatchObject({
      status: "overdue",
      agreed: { standing: "later" },
    });
    expect(tt1("30/09/2024", "Board", "30/06/2024").get("TT1")!.status).toBe("on track");
  });

  it("is none where the plan's own date stands there, or a dash", () => {
    for (const same of ["31/03/2024", "Q1 2024", "n/a", "-", "No change"])
      expect(tt1(same, "Board").get("TT1")!.agreed).toBeNull();
  });

  it("may be brought forward", () => {
    const [tt2] = [
      managed(asOf, headings, ["TT2", "Cars", "Jo", "WIP", "31/03/2025", "31/12/2024", "Board", null]).get("TT2")!,
    ];
    expect(tt2).toMatchObject({ due: "2024-12-31", agreed: { moved: "3 months", earlier: true } });
  });

  it("is the last of several, and the one beside an original date", () => {
    const several = managed(
      asOf,
      ["Ref", "Owner", "Status", "Due date", "Revised date 1", "Revised date 2", "Approved by"],
      ["TT1", "Jo", "WIP", "31/03/2024", "30/06/2024", "31/12/2024", "Board"],
      ["TT2", "Jo", "WIP", "31/03/2025", "30/06/2025", null, "Board"],
    );
    expect([several.get("TT1")!.due, several.get("TT2")!.due]).toEqual(["2024-12-31", "2025-06-30"]);
    const beside = managed(
      asOf,
      ["Ref", "Owner", "Status", "Original date", "Due date"],
      ["TT1", "Jo", "WIP", "31/03/2024", "30/09/2024"],
    );
    expect(beside.get("TT1")!.agreed).toMatchObject({ date: "2024-09-30", standing: "no record" });
  });

  it("is not what is only forecast, nor a due date somebody wrote over", () => {
    const forecast = managed(
      asOf,
      ["Ref", "Owner", "Status", "Due", "Forecast"],
      ["TT1", "Jo", "WIP", "31/03/2024", "30/09/2024"],
    );
    expect(forecast.get("TT1")).toMatchObject({ status: "overdue", agreed: { standing: "forecast" } });
    const over = managed(asOf, ["Ref", "Owner", "Status", "Due date"], ["TT1", "Jo", "WIP", "30/09/2024"]);
    expect(over.get("TT1")).toMatchObject({ status: "overdue", agreed: null });
    expect([kinds(forecast, "TT1"), kinds(over, "TT1")]).toEqual([["date moved"], ["date moved"]]);
  });

  it("is not agreed by the meeting that raised the action, which stands before its dates", () => {
    const log = managed(
      asOf,
      ["Meeting", "Date agreed", "Ref", "Owner", "Due", "Revised due", "Status"],
      ["Green Board", "01/09/2022", "TT1", "Jo", "31/03/2024", "30/09/2024", "Open"],
    );
    expect(log.get("TT1")!.agreed).toMatchObject({ standing: "no record", by: null, on: null });
  });
});

describe("an action that ended otherwise than by being done", () => {
  const headings = ["Ref", "Action", "Owner", "Status", "Due date", "Date closed", "Reason for closure", "Approved by"];
  const ended = (status: string, ...more: GridCell[]) =>
    managed(asOf, headings, ["TT1", "Travel", "Jo", status, "31/03/2024", ...more]).get("TT1")!;

  it.each([
    ["BAU", "business as usual"],
    ["Business as usual", "business as usual"],
    ["Closed - moved to BAU", "business as usual"],
    ["Ongoing (BAU)", "business as usual"],
    ["Superseded by EF3", "superseded"],
    ["Merged with P2", "superseded"],
    ["Closed - not pursued", "closed"],
    ["Closed (no longer affordable)", "closed"],
    ["Withdrawn", "closed"],
    ["Carried forward to 2025-28 plan", "next plan"],
    ["Closed – rolled into the new Green Plan", "next plan"],
    ["Moved to next plan", "next plan"],
  ])("%p is %s: not late, not complete, no owner asked for", (words, status) => {
    expect(ended(words)).toMatchObject({ status, rag: "grey", daysLate: 0, concerns: [] });
  });

  it.each([
    ["Closed", "complete"],
    ["Complete - now BAU", "complete"],
    ["Complete/BAU", "complete"],
    ["Moving to BAU", "overdue"],
    ["To be carried forward into the next plan", "overdue"],
    ["Carried forward to 2024/25", "overdue"],
    ["In progress. Some elements BAU", "overdue"],
    ["Propose to close", "overdue"],
  ])("%p is %s", (words, status) => {
    expect(ended(words).status).toBe(status);
  });

  it("keeps what stands on record: when, by whom, why", () => {
    expect(ended("Superseded", "14/05/2024", "Taken on by TT5", "Green Board").ended).toEqual({
      on: "2024-05-14",
      by: "Green Board",
      reason: "Taken on by TT5",
    });
    expect(ended("Closed - not pursued").ended).toEqual({ on: null, by: null, reason: "Closed - not pursued" });
    expect(ended("In progress").ended).toBeNull();
  });

  it("is told by the reason where the status is only “closed”", () => {
    expect(ended("Closed", "14/05/2024", "Superseded by TT5").status).toBe("superseded");
    expect(ended("Closed", "14/05/2024", "No longer required").status).toBe("closed");
    expect(ended("Closed", "14/03/2024", "Delivered in full").status).toBe("complete");
  });

  it("has not ended before the day it was closed on", () => {
    expect(ended("Superseded by TT5", "01/07/2024").status).toBe("overdue");
  });
});

describe("an action of several organisations", () => {
  it.each<[string, GridCell[], GridCell[][]]>([
    [
      "a row each",
      ["Ref", "Lead", "Organisation", "Status"],
      [
        ["TT1", "Jo", "UHL", "Complete"],
        ["TT1", "Al", "LPT", "Not started"],
      ],
    ],
    [
      "columns each",
      ["Ref", "Action", "Lead", "UHL status", "LPT status"],
      [["TT1", "x", "Jo", "Complete", "Not started"]],
    ],
    [
      "columns headed by the organisation alone",
      ["Ref", "Action", "Lead", "UHL", "LPT"],
      [["TT1", "x", "Jo", "Complete", "Not started"]],
    ],
  ])("stands by %s", (_, headings, rows) => {
    const tt1 = managed(asOf, headings, ...rows).get("TT1")!;
    expect(tt1.status).toBe("overdue");
    expect(tt1.bodies.map(({ organisation, status }) => [organisation, status])).toEqual([
      ["RT5", "overdue"],
      ["RWE", "complete"],
    ]);
    expect(tt1.concerns!.map(({ kind }) => kind)).not.toContain("rows disagree");
  });

  it("shows one whose own columns are blank as no return, and does not rest on it", () => {
    const tt1 = managed(asOf, ["Ref", "Action", "Lead", "UHL RAG", "LPT RAG"], ["TT1", "x", "Jo", "Blue", null]).get(
      "TT1",
    )!;
    expect(tt1).toMatchObject({
      status: "complete",
      bodies: [{ organisation: "RWE" }, { organisation: "RT5", status: "no return" }],
    });
  });

  it("has each its own date, and the lead and contributors that the tracker names", () => {
    const tt1 = managed(
      asOf,
      ["Ref", "Lead organisation", "Partners", "Organisation", "Status", "Revised date", "Approved by"],
      ["TT1", "UHL", "LPT; Leicester City Council", "UHL", "WIP", "30/09/2024", "Board"],
      ["TT1", "UHL", null, "LPT", "WIP", null, null],
    ).get("TT1")!;
    expect(tt1).toMatchObject({ lead: "UHL", contributors: "LPT; Leicester City Council", owner: "UHL" });
    expect(tt1.bodies.map(({ due, daysLate }) => [due, daysLate])).toEqual([
      ["2024-03-31", 91],
      ["2024-09-30", 0],
    ]);
  });
});

describe("an action that depends on a partner", () => {
  it.each<[GridCell[], GridCell[], boolean]>([
    [["Status", "External dependency"], ["Amber", "Leicester City Council"], true],
    [["Status", "External dependency"], ["Amber", "None"], false],
    [["Status", "Blocked by"], ["Amber", "NHS Property Services"], true],
    [["Status", "Depends on a partner?"], ["Amber", "Y"], true],
    [["Status", "Dependencies"], ["Amber", "Highways consent"], true],
    [["Status", "Dependencies"], ["Amber", "Completion of EF1"], false],
    [["Status", "Comments"], ["Amber", "Awaiting the county council's decision"], true],
    [["Status", "Comments"], ["Amber", "No longer awaiting the council"], false],
    [["Status", "Comments"], ["Amber", "Working with the council on lanes"], false],
    [["Status", "Comments"], ["On hold - awaiting council", null], true],
    [["Status", "Comments"], ["Blocked by others", null], true],
    [["Status", "Comments"], ["On hold - awaiting funding", null], false],
    [["Status", "External dependency"], ["Complete", "Leicester City Council"], false],
  ])("%j %j: %s, and late where it is late", (headings, cells, depends) => {
    const tt1 = managed(asOf, ["Ref", "Owner", "Due date", ...headings], ["TT1", "Jo", "31/03/2024", ...cells]).get(
      "TT1",
    )!;
    expect(tt1.dependsOn !== null).toBe(depends);
    if (depends) expect(tt1).toMatchObject({ status: "overdue", daysLate: 91 });
  });
});

describe("evidence, resources, cost and saving", () => {
  it.each<[GridCell[], GridCell[], string | null | undefined]>([
    [["Status", "Evidence"], ["Complete", "Board paper 4"], "Board paper 4"],
    [["Status", "Evidence of completion"], ["Complete", null], null],
    [["Status", "Evidence"], ["Complete", "To follow"], null],
    [["Status", "Evidence"], ["In progress", null], undefined],
    [["Status", "Comments"], ["Complete", "all done"], undefined],
    [["Status", "Comments"], ["Complete - no evidence", null], null],
    [["Status", "Comments"], ["Complete - awaiting evidence", null], null],
  ])("%j %j leaves %p", (headings, cells, evidence) => {
    const of = managed(asOf, ["Ref", "Action", "Owner", ...headings], ["TT1", "x", "Jo", ...cells]);
    expect(of.get("TT1")!.evidence).toBe(evidence);
    expect(kinds(of, "TT1")).toEqual(evidence === null ? ["no evidence"] : []);
  });

  it("are shown as written, a number with its pound sign or its heading's unit", () => {
    const of = managed(
      asOf,
      ["Ref", "Owner", "Status", "Cost", "Annual saving (£k)", "Carbon saving (tCO2e)", "Resources (WTE)"],
      ["TT1", "Jo", "WIP", 12000, 3.5, 45, 0.5],
      ["TT2", "Jo", "WIP", "within budget", null, { value: 1250, format: "#,##0" }, "1 project manager"],
      ["TT3", "Jo", "WIP", null, null, null, null],
    );
    expect(of.get("TT1")).toMatchObject({
      cost: "£12,000",
      saving: "Annual saving: £3.5k; Carbon saving: 45 tCO2e",
      resources: "0.5 WTE",
    });
    expect(of.get("TT2")).toMatchObject({
      cost: "within budget",
      saving: "1,250 tCO2e",
      resources: "1 project manager",
    });
    expect(of.get("TT3")).toMatchObject({ cost: null, saving: null, resources: null });
  });
});

describe("a row left blank", () => {
  const template = (status: GridCell) =>
    managed(
      "2026-11-30",
      ["Ref", "Action", "Owner", "Status", "Due date", "Comment"],
      ["TT1", "Travel", null, status, "Q1 2024", null],
      ["P2", "Social value", null, null, "Complete", null],
      ["FN1", "Social value in catering", null, "Not started", "Q2 2022", null],
    );

  it.each([null, "", " ", "-", "< Select >", "Choose an item."])(
    "with %j for a status is no return: not overdue, nobody asked for",
    (status) => {
      expect(template(status).get("TT1")).toMatchObject({
        status: "no return",
        rag: "grey",
        daysLate: 0,
        concerns: [],
      });
    },
  );

  it("has no twin to disagree with", () => {
    expect([...kinds(template(null), "P2"), ...kinds(template(null), "FN1")]).toEqual([]);
  });

  it("does not stand for the action beside a row that says something", () => {
    const of = managed(
      asOf,
      ["Ref", "Owner", "Organisation", "Status"],
      ["TT1", "Jo", "UHL", "Complete"],
      ["TT1", null, "LPT", null],
    );
    expect(of.get("TT1")).toMatchObject({
      status: "complete",
      bodies: [{ status: "no return" }, { status: "complete" }],
    });
  });

  it("but for a comment says that its status is missing", () => {
    const of = managed(asOf, ["Ref", "Owner", "Status", "Comment"], ["TT1", "Jo", null, "Survey sent out"]);
    expect(of.get("TT1")!.status).toBe("no return");
    expect(kinds(of, "TT1")).toEqual(["no status"]);
  });
});

describe("what is said to be ongoing past its date", () => {
  it.each([
    ["P11", "Ongoing", "review due"],
    ["P11", "On-going", "review due"],
    ["P11", "In progress", "overdue"],
    ["FN5", "Continuing", "review due"],
    ["TT1", "Ongoing", "overdue"],
  ])("%s %p is %s: for review only where the plan gives a rhythm", (id, status, expected) => {
    const of = managed("2026-11-30", ["Ref", "Action", "Owner", "Status"], [id, "x", "Jo", status]);
    expect(of.get(id)!.status).toBe(expected);
  });
});
