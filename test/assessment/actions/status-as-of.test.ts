import fc from "fast-check";
import { assessActions } from "../../../src/assessment/actions/assess-actions";
import { statusAsOf } from "../../../src/assessment/actions/status-as-of";
import type { Timetable } from "../../../src/assessment/actions/timetable";
import type { ReportedStatus } from "../../../src/assessment/actions/reported-status";
import { llrPack } from "../../../src/plan/llr";
import { addDays, addMonths } from "../../../src/plan/time/periods";
import type { ReportedAction } from "../../../src/returns/observation";
import { trackerRow } from "./tracker-row";

/** Due soon is within 90 days (plan-facts.md section 4). */
const SOON = 90;

const dated: Timetable = {
  start: "2024-01-01",
  due: "2024-03-31",
  review: null,
  continuous: false,
  until: null,
  done: false,
};
const goesOn: Timetable = { ...dated, start: "2023-01-01", due: "2023-03-31", review: "annual", continuous: true };
const toTheEnd: Timetable = { ...goesOn, start: "2022-07-01", due: null, until: "2025-07-31" };
const quarterly: Timetable = { ...dated, start: "2023-04-01", due: "2024-03-31", review: "quarterly" };
const yearlyToo: Timetable = { ...dated, start: "2022-01-01", due: "2024-12-31", review: "annual" };
const doneInPlan: Timetable = { ...dated, start: null, due: null, done: true };

const nothing: ReportedStatus = {
  status: null,
  started: null,
  completed: null,
  lastUpdate: null,
  trouble: false,
  unknownWords: false,
  ongoing: false,
};

type Row = readonly [
  what: string,
  timetable: Timetable,
  reported: Partial<ReportedStatus>,
  asOf: string,
  status: string,
  rag: string,
  late?: number,
];

const TABLE: readonly Row[] = [
  ["not started before its window", dated, { status: "not started" }, "2023-12-31", "on track", "green"],
  ["not started on the first day of its window", dated, { status: "not started" }, "2024-01-01", "due soon", "amber"],
  ["not started a day into its window", dated, { status: "not started" }, "2024-01-02", "not started late", "amber"],
  ["not started on its last day", dated, { status: "not started" }, "2024-03-31", "not started late", "amber"],
  ["not started the day after", dated, { status: "not started" }, "2024-04-01", "overdue", "red", 1],
  ["under way 91 days before it is due", dated, { status: "in progress" }, "2023-12-31", "on track", "green"],
  ["under way 90 days before it is due", dated, { status: "in progress" }, "2024-01-01", "due soon", "amber"],
  ["under way on the day it is due", dated, { status: "in progress" }, "2024-03-31", "due soon", "amber"],
  ["under way the day after", dated, { status: "in progress" }, "2024-04-01", "overdue", "red", 1],
  ["under way a year after", dated, { status: "in progress" }, "2025-03-31", "overdue", "red", 365],
  ["under way and in trouble", dated, { status: "in progress", trouble: true }, "2023-06-30", "on track", "amber"],
  ["on hold before it is due", dated, { status: "on hold" }, "2023-06-30", "on track", "amber"],
  ["on hold past its day", dated, { status: "on hold" }, "2024-04-10", "overdue", "red", 10],
  ["complete on its day", dated, { status: "complete", completed: "2024-03-31" }, "2024-06-30", "complete", "green"],
  [
    "complete a day late",
    dated,
    { status: "complete", completed: "2024-04-01" },
    "2024-06-30",
    "complete late",
    "green",
    1,
  ],
  [
    "complete on the reporting date",
    dated,
    { status: "complete", completed: "2024-02-01" },
    "2024-02-01",
    "complete",
    "green",
  ],
  [
    "complete a day after it",
    dated,
    { status: "complete", completed: "2024-02-02" },
    "2024-02-01",
    "due soon",
    "amber",
  ],
  ["complete, no date given", dated, { status: "complete" }, "2025-06-30", "complete", "green"],
  [
    "under way, though a completion date is given",
    dated,
    { status: "in progress", completed: "2024-02-01" },
    "2024-06-30",
    "overdue",
    "red",
    91,
  ],
  ["cancelled, past its day", dated, { status: "cancelled" }, "2024-06-30", "closed", "grey"],
  ["superseded, past its day", dated, { status: "superseded" }, "2024-06-30", "superseded", "grey"],
  ["moved to business as usual", dated, { status: "business as usual" }, "2024-06-30", "business as usual", "grey"],
  ["moved to the next plan", dated, { status: "next plan" }, "2024-06-30", "next plan", "grey"],
  ["closed only later", dated, { status: "cancelled", completed: "2024-07-01" }, "2024-06-30", "overdue", "red", 91],
  ["closed by then", dated, { status: "cancelled", completed: "2024-06-30" }, "2024-06-30", "closed", "grey"],
  ["not applicable, past its day", dated, { status: "not applicable" }, "2024-06-30", "not applicable", "grey"],
  ["of no known status, before its day", dated, {}, "2023-06-30", "no return", "grey"],
  ["of no status, near its day", dated, {}, "2024-03-01", "no return", "grey"],
  ["of no status, past its day", dated, {}, "2024-04-01", "no return", "grey"],
  ["of words not understood, near its day", dated, { unknownWords: true }, "2024-03-01", "due soon", "amber"],
  ["of words not understood, past its day", dated, { unknownWords: true }, "2024-04-01", "overdue", "red", 1],
  [
    "not started with a start that has passed",
    dated,
    { status: "not started", started: "2023-06-01" },
    "2024-02-01",
    "not started late",
    "amber",
  ],
  [
    "under way with a start still to come",
    dated,
    { status: "in progress", started: "2024-03-01" },
    "2023-12-01",
    "on track",
    "green",
  ],

  ["going on, first date not reached", goesOn, { status: "not started" }, "2023-01-01", "on track", "green"],
  ["going on, not begun in its window", goesOn, { status: "not started" }, "2023-03-31", "not started late", "amber"],
  ["going on, not begun after it", goesOn, { status: "not started" }, "2023-04-01", "not started late", "red", 1],
  [
    "going on, begun, years later",
    goesOn,
    { status: "in progress", lastUpdate: "2024-12-01" },
    "2025-06-30",
    "on track",
    "green",
  ],
  [
    "going on, updated twelve months ago",
    goesOn,
    { status: "in progress", lastUpdate: "2024-01-15" },
    "2025-01-15",
    "on track",
    "green",
  ],
  [
    "going on, updated a day more",
    goesOn,
    { status: "in progress", lastUpdate: "2024-01-15" },
    "2025-01-16",
    "review due",
    "amber",
  ],
  [
    "going on, updated on a leap day",
    goesOn,
    { status: "in progress", lastUpdate: "2024-02-29" },
    "2025-02-28",
    "on track",
    "green",
  ],
  [
    "going on, an update still to come",
    goesOn,
    { status: "in progress", lastUpdate: "2026-01-01" },
    "2025-01-16",
    "review due",
    "amber",
  ],
  ["going on, never updated", goesOn, { status: "in progress" }, "2024-01-02", "review due", "amber"],
  ["going on, on hold", goesOn, { status: "on hold", lastUpdate: "2024-12-01" }, "2025-01-01", "on track", "amber"],
  [
    "going on, closed after its first date",
    goesOn,
    { status: "complete", completed: "2024-05-01" },
    "2025-01-01",
    "complete",
    "green",
  ],
  ["going on, no known status", goesOn, { lastUpdate: "2024-12-01" }, "2025-01-01", "no return", "grey"],
  [
    "to the plan's end, on its last day",
    toTheEnd,
    { status: "in progress", lastUpdate: "2025-07-30" },
    "2025-07-31",
    "on track",
    "green",
  ],
  [
    "to the plan's end, the day after",
    toTheEnd,
    { status: "in progress", lastUpdate: "2025-07-30" },
    "2025-08-01",
    "review due",
    "amber",
  ],

  [
    "quarterly, three months after",
    quarterly,
    { status: "in progress", lastUpdate: "2023-07-10" },
    "2023-10-10",
    "on track",
    "green",
  ],
  [
    "quarterly, a day more",
    quarterly,
    { status: "in progress", lastUpdate: "2023-07-10" },
    "2023-10-11",
    "review due",
    "amber",
  ],
  [
    "quarterly, its year over",
    quarterly,
    { status: "in progress", lastUpdate: "2024-03-20" },
    "2024-04-01",
    "overdue",
    "red",
    1,
  ],
  [
    "quarterly, its year over, said to go on",
    quarterly,
    { status: "in progress", ongoing: true, lastUpdate: "2024-03-20" },
    "2025-11-30",
    "review due",
    "amber",
  ],
  [
    "dated without a review, said to go on past its day",
    dated,
    { status: "in progress", ongoing: true },
    "2024-04-01",
    "overdue",
    "red",
    1,
  ],
  [
    "quarterly, complete in its year",
    quarterly,
    { status: "complete", completed: "2024-03-31" },
    "2024-06-30",
    "complete",
    "green",
  ],
  [
    "dated and reviewed yearly, reviewed",
    yearlyToo,
    { status: "in progress", lastUpdate: "2023-09-01" },
    "2024-08-31",
    "on track",
    "green",
  ],
  [
    "dated and reviewed yearly, not reviewed",
    yearlyToo,
    { status: "in progress", lastUpdate: "2023-08-01" },
    "2024-08-31",
    "review due",
    "amber",
  ],
  [
    "dated and reviewed yearly, past its day",
    yearlyToo,
    { status: "in progress", lastUpdate: "2024-12-01" },
    "2025-01-01",
    "overdue",
    "red",
    1,
  ],

  [
    "complete in the plan, complete in the return",
    doneInPlan,
    { status: "complete" },
    "2025-03-31",
    "complete",
    "green",
  ],
  [
    "complete in the plan, under way in the return",
    doneInPlan,
    { status: "in progress" },
    "2025-03-31",
    "on track",
    "amber",
  ],
  [
    "complete in the plan, not started in the return",
    doneInPlan,
    { status: "not started" },
    "2025-03-31",
    "not started late",
    "amber",
  ],
  ["complete in the plan, no known status in the return", doneInPlan, {}, "2025-03-31", "complete", "green"],
];

describe("an action's status as of a date", () => {
  it.each(TABLE.map((row) => ({ what: row[0], row })))("$what", ({ row }) => {
    const [, timetable, reported, asOf, status, rag, late = 0] = row;
    expect(statusAsOf({ ...nothing, ...reported }, timetable, asOf, SOON)).toMatchObject({
      status,
      rag,
      daysLate: late,
    });
  });

  it("gives a reason in words, with its dates, for each", () => {
    for (const row of TABLE) {
      const { because } = statusAsOf({ ...nothing, ...row[2] }, row[1], row[3], SOON);
      expect(because).toMatch(/^[a-z].*[^.]$/);
      expect(because).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}/);
    }
  });

  it("covers every status that an action with a row can have", () => {
    const seen = new Set(TABLE.map((row) => row[4]));
    expect([...seen].sort()).toEqual(
      [
        "business as usual",
        "closed",
        "complete",
        "complete late",
        "due soon",
        "next plan",
        "no return",
        "not applicable",
        "not started late",
        "on track",
        "overdue",
        "review due",
        "superseded",
      ].sort(),
    );
  });
});

describe("dates as a tracker gives them", () => {
  // TT1 is due on 31 March 2024.
  const tt1 = (completed: string | number, dateSystem: 1900 | 1904 = 1900) =>
    assessActions({
      reported: [trackerRow("TT1", { status: "Complete", completed })],
      pack: llrPack,
      asOf: "2025-03-31",
      dateSystem,
    }).find(({ id }) => id === "TT1")!;

  it.each([
    ["12/03/24", "complete", 0],
    ["12/03/2024", "complete", 0],
    ["31.03.2024", "complete", 0],
    ["2024-04-01", "complete late", 1],
    ["1 April 2024", "complete late", 1],
    ["Mar-24", "complete", 0],
    ["March 2024", "complete", 0],
    ["Apr 2024", "complete late", 30],
    ["Q1 2024/25", "complete late", 91],
    ["4/30/2024", "complete late", 30],
    [45382, "complete", 0],
    [45383, "complete late", 1],
    [45383.75, "complete late", 1],
  ])("%p: %s by %i days", (completed, status, daysLate) => {
    expect(tt1(completed)).toMatchObject({ status, daysLate });
    expect(tt1(completed).concerns).toEqual([]);
  });

  it("count from 1904 where the workbook does", () => {
    expect(tt1(45383 - 1462, 1904)).toMatchObject({ status: "complete late", daysLate: 1 });
  });

  it.each(["Q2 2023", "2024", 2024, 45, "soon", "31/02/2024", "Q5 2024"])(
    "%p is no one day: not used, and reported with its cell",
    (completed) => {
      const action = tt1(completed);
      expect(action).toMatchObject({ status: "complete", daysLate: 0 });
      expect(action.concerns?.map(({ kind }) => kind)).toEqual(["date not read"]);
    },
  );
});

describe("any action at all", () => {
  const day = fc.integer({ min: 0, max: 1800 }).map((days) => addDays("2021-06-01", days));
  const words = [
    "Not started",
    "In progress",
    "Complete",
    "On hold",
    "Amber",
    "G",
    "70%",
    "Done - 12/03/24",
    "Cancelled",
    "see notes",
    null,
  ];
  const row = fc.record({
    action: fc.constantFrom(...llrPack.actions.map(({ id }) => id)),
    status: fc.constantFrom(...words),
    started: fc.option(day),
    completed: fc.option(day),
    lastUpdate: fc.option(day),
    percent: fc.option(fc.constantFrom(0, 40, 100)),
    organisation: fc.constantFrom("RWE", "RT5", null),
  });
  const assess = (reported: readonly ReportedAction[], asOf: string) =>
    assessActions({ reported, pack: llrPack, asOf, dateSystem: 1900 });
  const LATE = new Set(["overdue", "complete late", "not started late"]);

  it("is never un-lated by a later reporting date", () => {
    fc.assert(
      fc.property(row, day, fc.integer({ min: 1, max: 900 }), (reported, asOf, more) => {
        const tracked = [trackerRow(reported.action, reported)];
        const at = (date: string) => assess(tracked, date).find(({ id }) => id === reported.action)!;
        const [before, after] = [at(asOf), at(addDays(asOf, more))];
        // A decision to close it ends its being late, on the day it was made.
        if (after.status === "closed") return;
        if (LATE.has(before.status))
          expect([reported, before.status, LATE.has(after.status)]).toEqual([reported, before.status, true]);
      }),
      { numRuns: 400 },
    );
  });

  it("is the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), day, fc.nat(), (reported, asOf, seed) => {
        const rows = reported.map((each) => trackerRow(each.action, each));
        const turned = [...rows].sort(
          (a, b) => ((a.place.row * 7919 + seed) % 13) - ((b.place.row * 7919 + seed) % 13),
        );
        expect(assess(turned, asOf)).toEqual(assess(rows, asOf));
      }),
      { numRuns: 100 },
    );
  });

  it("is due for review no sooner than its months allow", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 365 }), (update, days) => {
        const asOf = addDays(update, days);
        const { status } = statusAsOf(
          { ...nothing, status: "in progress", lastUpdate: update },
          { ...goesOn, start: null },
          asOf,
          SOON,
        );
        expect(status).toBe(asOf > addMonths(update, 12) ? "review due" : "on track");
      }),
    );
  });
});
