import { endOf, timetableOf } from "../../../src/assessment/actions/timetable";
import { assessActions } from "../../../src/assessment/actions/assess-actions";
import { llrPack } from "../../../src/plan/llr";

/**
 * The plan's 63 actions, written down by hand from its own tables (sections 7.1 to 7.9, and the same
 * again in section 9): the completion date as printed, and what the conventions of plan-facts.md
 * section 4 make of it. `calendar` and `financial` say which year a quarter belongs to.
 *
 * window: the first day and the last by which it is to be done or, where it `goes on`, to have begun.
 */
const REGISTER = `
id    | as the plan prints it                | rule                            | window                   | until      | review
WFL1  | Q2-3 2022; Q3 2022 on-going          | two dates, goes on              | 2022-04-01 to 2022-09-30 | for good   | annual
WFL2  | Q2-Q3; Q4 on-going to 2025           | two dates, first year, goes on  | 2022-04-01 to 2022-12-31 | 2025-07-31 | annual
WFL3  | Q4                                   | calendar, first year            | 2022-10-01 to 2022-12-31 |            |
WFL4  | Annually                             | goes on                         | 2022-07-01 to            | for good   | annual
SMC1  | By Q2 2023                           | calendar, text asks for reviews | 2023-04-01 to 2023-06-30 |            | annual
SMC2  | Q1 2024                              | calendar                        | 2024-01-01 to 2024-03-31 |            |
SMC3  | Q3 2023                              | calendar                        | 2023-07-01 to 2023-09-30 |            |
SMC4  | Ongoing up to 2025.                  | goes on to the plan's end       | 2022-07-01 to            | 2025-07-31 | annual
DT1   | Q4 2022                              | calendar                        | 2022-10-01 to 2022-12-31 |            |
DT2   | Q4 2022                              | calendar                        | 2022-10-01 to 2022-12-31 |            |
DT3   | Q4 2023                              | calendar                        | 2023-10-01 to 2023-12-31 |            |
DT4   | Q4 2024                              | calendar                        | 2024-10-01 to 2024-12-31 |            |
TT1   | Q1 2024                              | calendar                        | 2024-01-01 to 2024-03-31 |            |
TT2   | Q1 2025                              | calendar, "by Jan 2025"         | 2025-01-01 to 2025-03-31 |            |
TT3   | Q2 2022                              | calendar                        | 2022-04-01 to 2022-06-30 |            |
TT4   | Q1 2022 – Q1 2025                    | calendar, range                 | 2022-01-01 to 2025-03-31 |            |
TT5   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
TT6   | Q1 2025                              | calendar                        | 2025-01-01 to 2025-03-31 |            |
TT7   | Q1 2025                              | calendar                        | 2025-01-01 to 2025-03-31 |            |
TT8   | Q1 2025                              | calendar                        | 2025-01-01 to 2025-03-31 |            |
TT9   | Q4 2025                              | calendar                        | 2025-10-01 to 2025-12-31 |            |
TT10  | Q4 2025                              | calendar                        | 2025-10-01 to 2025-12-31 |            |
TT11  | Q4 2025                              | calendar                        | 2025-10-01 to 2025-12-31 |            |
TT12  | Q4 2025                              | calendar                        | 2025-10-01 to 2025-12-31 |            |
TT13  | Q4 2022                              | calendar                        | 2022-10-01 to 2022-12-31 |            |
EF1   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF2   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF3   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF4   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF5   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF6   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF7   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
EF8   | Q3 2025                              | calendar                        | 2025-07-01 to 2025-09-30 |            |
M1    | Q4 2022                              | calendar                        | 2022-10-01 to 2022-12-31 |            |
M2    | Ongoing delivery of target or better | goes on                         | 2022-07-01 to            | for good   | annual
M3    | Q2 2023                              | calendar, "by April 2023"       | 2023-04-01 to 2023-06-30 |            |
M4    | Q4 2022                              | calendar                        | 2022-10-01 to 2022-12-31 |            |
M5    | Q2 2025                              | calendar                        | 2025-04-01 to 2025-06-30 |            |
M6    | Q2 2025                              | calendar                        | 2025-04-01 to 2025-06-30 |            |
M7    | Q4 2023                              | calendar                        | 2023-10-01 to 2023-12-31 |            |
M8    | Q4 2023                              | calendar                        | 2023-10-01 to 2023-12-31 |            |
P1    | Complete                             | complete in October 2022        | to                       | complete   |
P2    | Complete                             | complete in October 2022        | to                       | complete   |
P3    | Q3 2022/23                           | financial                       | 2022-10-01 to 2022-12-31 |            |
P4    | Q1 2023/24                           | financial                       | 2023-04-01 to 2023-06-30 |            |
P5    | Q1 2023/24                           | financial                       | 2023-04-01 to 2023-06-30 |            |
P6    | Q4 2022/23                           | financial                       | 2023-01-01 to 2023-03-31 |            |
P7    | Q1 2023/24                           | financial                       | 2023-04-01 to 2023-06-30 |            |
P8    | Q4 2024/25                           | financial                       | 2025-01-01 to 2025-03-31 |            |
P9    | Quarterly in 2023 / 24               | each financial quarter          | 2023-04-01 to 2024-03-31 |            | quarterly
P10   | Q4 2023/24                           | financial                       | 2024-01-01 to 2024-03-31 |            |
P11   | Quarterly in 2024                    | each financial quarter, 2024/45 | 2024-04-01 to 2025-03-31 |            | quarterly
P12   | Ongoing                              | goes on                         | 2022-07-01 to            | for good   | annual
FN1   | Q2 2022                              | calendar                        | 2022-04-01 to 2022-06-30 |            |
FN2   | Q2 2022                              | calendar                        | 2022-04-01 to 2022-06-30 |            |
FN3   | Q2 2022                              | calendar                        | 2022-04-01 to 2022-06-30 |            |
FN4   | Q2 2022                              | calendar                        | 2022-04-01 to 2022-06-30 |            |
FN5   | 2022-2024                            | bare years, text asks reviews   | 2022-01-01 to 2024-12-31 |            | annual
FN6   | On-going                             | goes on                         | 2022-07-01 to            | for good   | annual
CCA1  | Q1 2023                              | calendar                        | 2023-01-01 to 2023-03-31 |            |
CCA2  | Q1 2023 – then ongoing               | goes on                         | 2023-01-01 to 2023-03-31 | for good   | annual
CCA3  | Q1 2023 then annually.               | goes on                         | 2023-01-01 to 2023-03-31 | for good   | annual
CCA4  | Q1 2023                              | calendar                        | 2023-01-01 to 2023-03-31 |            |
`;

const rows = REGISTER.trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([id = "", completion = "", , window = "", until = "", review = ""]) => ({
    id,
    completion,
    start: window.split("to")[0]?.trim() || null,
    due: window.split("to")[1]?.trim() || null,
    until: /^\d/.test(until) ? until : null,
    continuous: until === "for good" || (until !== "" && until !== "complete"),
    done: until === "complete",
    review: review || null,
  }));

const planned = new Map(llrPack.actions.map((action) => [action.id, action]));

describe("the plan's register", () => {
  it("has these 63 actions and no other, in this order", () => {
    expect(llrPack.actions.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(rows).toHaveLength(63);
  });

  it.each(rows)("$id, “$completion”, is from $start to $due, reviewed $review", (row) => {
    const action = planned.get(row.id)!;
    expect(action.completion).toBe(row.completion);
    expect(action.area).toBe(row.id.replace(/\d+$/, ""));
    expect(action.source).toMatch(new RegExp(`^Plan s7\\.[1-9], ${row.id}$`));
    const timetable = timetableOf(action, llrPack);
    const last = timetable.continuous ? timetable.until : null;
    expect({ ...timetable, until: last }).toMatchObject({
      start: row.start,
      due: row.due,
      until: row.until,
      continuous: row.continuous,
      done: row.done,
      review: row.review,
    });
  });

  it("shows each as due when the last of it is: the end of what goes on, else its window's", () => {
    const assessed = assessActions({ reported: [], pack: llrPack, asOf: "2025-03-31", dateSystem: 1900 });
    expect(assessed.map(({ id, due, review }) => [id, due, review])).toEqual(
      rows.map(({ id, until, due, review }) => [id, until ?? due, review]),
    );
    for (const { id } of rows) expect(endOf(timetableOf(planned.get(id)!, llrPack))).not.toBe("");
  });

  it("has each action's section by its area, and the same work linked both ways", () => {
    const sections = new Map(llrPack.areas.map(({ prefix, section }) => [prefix, section]));
    for (const { area, source } of llrPack.actions) expect(source).toContain(`s${sections.get(area)},`);
    const twins = llrPack.actions
      .filter((each) => each.twins.length > 0)
      .map(({ id, twins }) => `${id} ${twins.join()}`);
    expect(twins).toEqual(["TT11 EF7", "EF7 TT11", "P2 FN1", "P4 FN4", "FN1 P2", "FN4 P4"]);
  });

  it("has a title of its own for every action, short enough for a row of a board paper", () => {
    const titles = llrPack.actions.map(({ title }) => title);
    expect(new Set(titles).size).toBe(63);
    for (const title of titles) expect(title.split(" ").length).toBeLessThanOrEqual(10);
  });
});

describe("the reading of a completion date, in words", () => {
  const reading = (id: string) => timetableOf(planned.get(id)!, llrPack).reading;

  it("names each part of an action that has several dates", () => {
    expect(reading("WFL1")).toBe(
      "has 3 parts: the first is due on 30 September 2022, the end of a range of quarters of the calendar year; the second, like the third, is to have begun by 30 September 2022 (the last day of a quarter of the calendar year) and goes on, reviewed yearly",
    );
    expect(timetableOf(planned.get("WFL1")!, llrPack).parts?.map(({ due, review }) => [due, review])).toEqual([
      ["2022-09-30", null],
      ["2022-09-30", "annual"],
      ["2022-09-30", "annual"],
    ]);
    expect(timetableOf(planned.get("WFL2")!, llrPack).parts?.map(({ due, review }) => [due, review])).toEqual([
      ["2022-09-30", null],
      ["2025-07-31", "annual"],
    ]);
  });

  it("tells a review that only the action's own text asks for", () => {
    expect(reading("SMC1")).toMatch(/is due on 30 June 2023.*, and is to be reviewed yearly, as its own text asks$/);
    expect(reading("FN5")).toMatch(/is due on 31 December 2024.*, and is to be reviewed yearly, as its own text asks$/);
    expect(reading("CCA3")).not.toContain("own text");
  });

  it("tells the exception and its reason", () => {
    expect(reading("P11")).toBe(
      "is reviewed each quarter from 1 April 2024 to 31 March 2025, a financial year, an exception: the action reviews the schemes of 2024/45, a misprint for 2024/25, so the year is the financial one",
    );
  });

  it("says for every action when it is due or that it goes on, and which kind of quarter was read", () => {
    for (const { id, completion } of rows) {
      expect(reading(id)).toMatch(
        /is due on|is to have begun by|goes on from|is reviewed each quarter|was complete when/,
      );
      if (/^Q\d \d{4}$/.test(completion)) expect(reading(id)).toContain("of the calendar year");
      if (/^Q\d \d{4}\/\d\d$/.test(completion)) expect(reading(id)).toContain("of the financial year");
    }
  });
});
