import { readCompletion, type Completion } from "../../../src/plan/time/completion";
import { llrPack } from "../../../src/plan/llr";

const plan = { start: "2022-07-01", end: "2025-07-31" };

/** "starts to due", then review, and "on" with its end where it is continuous. */
function brief(completion: Completion | null): string {
  if (completion === null) return "unread";
  const { starts, due, review, continuous, until, complete } = completion;
  if (complete) return "complete";
  return [`${starts} to ${due}`, review, continuous ? `on ${until ?? "for good"}` : null].filter(Boolean).join(", ");
}

describe("reading a completion date", () => {
  it.each([
    ["Q2 2022", "2022-04-01 to 2022-06-30"],
    ["Q4 2025", "2025-10-01 to 2025-12-31"],
    ["Q3 2022/23", "2022-10-01 to 2022-12-31"],
    ["Q4 2023/24", "2024-01-01 to 2024-03-31"],
    ["Q1 22/23", "2022-04-01 to 2022-06-30"],
    ["Q2-3 2022", "2022-04-01 to 2022-09-30"],
    ["Q2-Q3", "2022-04-01 to 2022-09-30"],
    ["Q4", "2022-10-01 to 2022-12-31"],
    ["By Q2 2023", "2023-04-01 to 2023-06-30"],
    ["Q1 2022 – Q1 2025", "2022-01-01 to 2025-03-31"],
    ["2022-2024", "2022-01-01 to 2024-12-31"],
    ["2024", "2024-01-01 to 2024-12-31"],
    ["22-23", "2022-04-01 to 2023-03-31"],
    ["by Jan 2025", "2025-01-01 to 2025-01-31"],
    ["31 March 2025", "2025-03-31 to 2025-03-31"],
    ["Complete", "complete"],
    ["Ongoing", "2022-07-01 to null, annual, on for good"],
    ["On-going", "2022-07-01 to null, annual, on for good"],
    ["Ongoing delivery of target or better", "2022-07-01 to null, annual, on for good"],
    ["Annually", "2022-07-01 to null, annual, on for good"],
    ["Ongoing up to 2025.", "2022-07-01 to null, annual, on 2025-07-31"],
    ["Q3 2022 on-going", "2022-07-01 to 2022-09-30, annual, on for good"],
    ["Q4 on-going to 2025", "2022-10-01 to 2022-12-31, annual, on 2025-07-31"],
    ["Q1 2023 – then ongoing", "2023-01-01 to 2023-03-31, annual, on for good"],
    ["Q1 2023 then annually.", "2023-01-01 to 2023-03-31, annual, on for good"],
    ["Quarterly in 2023 / 24", "2023-04-01 to 2024-03-31, quarterly"],
    ["Quarterly in 2024", "2024-01-01 to 2024-12-31, quarterly"],
    ["Q2-3 2022; Q3 2022 on-going", "2022-04-01 to 2022-09-30, annual, on for good"],
  ])("%s: %s", (text, expected) => expect(brief(readCompletion(text, plan))).toBe(expected));

  it.each(["soon", "", "TBC", "Q5 2023", "2024-2022", "Q2 2023; soon"])("%p cannot be read", (text) =>
    expect(readCompletion(text, plan)).toBeNull(),
  );

  it("reads P11's quarters of 2024 as the financial year, and says why", () => {
    const action = llrPack.actions.find(({ id }) => id === "P11");
    const read = readCompletion(action?.completion ?? "", plan, action?.exception);
    expect(brief(read)).toBe("2024-04-01 to 2025-03-31, quarterly");
    expect(read?.reading).toContain("2024/45");
    expect(read).toMatchObject({ review: "quarterly", until: "2025-03-31" });
  });

  it("says how it read the words", () => {
    expect(readCompletion("Q4 on-going to 2025", plan)?.reading).toBe(
      "is to have begun by 31 December 2022 (the last day of a quarter of the calendar year in the plan's first year) and goes on until 31 July 2025, reviewed yearly",
    );
    expect(readCompletion("Q3 2022/23", plan)?.reading).toBe(
      "is due on 31 December 2022, the last day of a quarter of the financial year",
    );
  });
});

describe("the LLR plan's own completion dates", () => {
  const read = new Map(
    llrPack.actions.map((action) => [action.id, readCompletion(action.completion, llrPack, action.exception)]),
  );

  it("are all read, parts too", () => {
    expect([...read].filter(([, completion]) => completion === null)).toEqual([]);
    for (const { parts } of llrPack.actions) {
      for (const { completion } of parts ?? []) expect(readCompletion(completion, llrPack)).not.toBeNull();
    }
  });

  it("fall after the plan's end for thirteen actions", () => {
    const after = [...read].filter(([, completion]) => (completion?.due ?? "") > llrPack.end).map(([id]) => id);
    expect(after.sort()).toEqual(
      ["TT5", "TT9", "TT10", "TT11", "TT12", "EF1", "EF2", "EF3", "EF4", "EF5", "EF6", "EF7", "EF8"].sort(),
    );
  });

  it("fall before the plan's start, on 30 June 2022, for five actions", () => {
    const before = [...read].filter(([, completion]) => completion?.due && completion.due < llrPack.start);
    expect(before.map(([id]) => id)).toEqual(["TT3", "FN1", "FN2", "FN3", "FN4"]);
    expect(new Set(before.map(([, completion]) => completion?.due))).toEqual(new Set(["2022-06-30"]));
  });
});
