import fc from "fast-check";
import { addMonths, monthOf } from "../../src/plan/time/periods";
import { rollingYears } from "../../src/series/twelve-months";
import { period } from "../assessment/test-pack";

const months = (count: number, value = (index: number) => index + 1) =>
  Array.from({ length: count }, (_, index) => ({
    period: monthOf(addMonths("2023-04-01", index)),
    value: value(index),
  }));

describe("rolling twelve months", () => {
  it("add up the twelve months that end with each month", () => {
    const windows = rollingYears(months(14));
    expect(windows.slice(0, 11).every(({ value }) => value === null)).toBe(true);
    expect(windows[11]).toMatchObject({ value: 78, first: "2023-04-01", missingMonths: 0 });
    expect(windows[13]).toMatchObject({ value: 78 + 13 + 14 - 1 - 2, first: "2023-06-01" });
  });

  it("of quarters take four", () => {
    const quarters = ["2023/24 Q1", "2023/24 Q2", "2023/24 Q3", "2023/24 Q4"].map((label) => ({
      period: period(label),
      value: 10,
    }));
    expect(rollingYears(quarters).map(({ value }) => value)).toEqual([null, null, null, 40]);
  });

  it("go from quarters to months without a break, and count no day twice", () => {
    const quarters = ["2023/24 Q1", "2023/24 Q2", "2023/24 Q3", "2023/24 Q4"].map((label) => ({
      period: period(label),
      value: 30,
    }));
    const later = ["2024-04", "2024-05", "2024-06", "2024-07"].map((label) => ({ period: period(label), value: 7 }));
    const windows = rollingYears([...quarters, ...later]);
    const at = (label: string) => windows.find(({ ending }) => ending.label === label);
    expect(at("2023/24 Q4")).toMatchObject({ value: 120, missingMonths: 0 });
    // June 2024: three quarters and three months. May 2024 would cut a quarter in two.
    expect(at("2024-06")).toMatchObject({ value: 90 + 21, first: "2023-07-01" });
    expect(at("2024-05")).toMatchObject({ value: null, missingMonths: 1 });
    expect(at("2024-07")).toMatchObject({ value: null });
  });

  it("take the months where a quarter is given as well", () => {
    const quarters = ["2023/24 Q1", "2023/24 Q2", "2023/24 Q3", "2023/24 Q4"].map((label) => ({
      period: period(label),
      value: 1000,
    }));
    const all = rollingYears([...quarters, ...months(12)]);
    expect(all.filter(({ ending }) => ending.last === "2024-03-31")).toHaveLength(1);
    expect(all[all.length - 1]).toMatchObject({ ending: { label: "2024-03" }, value: 78, missingMonths: 0 });
    // December 2023 to January 2024 are not given by month: the quarter stands in, its months do not.
    const holed = months(12).filter(({ period: { label } }) => label !== "2024-01");
    expect(rollingYears([...quarters, ...holed]).at(-1)).toMatchObject({ value: 45 + 1000 });
  });

  it("with any month missing are incomplete for every window that holds it, and never scaled", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), (gap) => {
        const all = months(30);
        const windows = rollingYears(all.filter((_, index) => index !== gap));
        for (const { ending, value, missingMonths } of windows) {
          const index = all.findIndex((each) => each.period.label === ending.label);
          const holds = index >= gap && index - 11 <= gap;
          const complete = index >= 11 && !holds;
          expect(value).toBe(
            complete ? all.slice(index - 11, index + 1).reduce((sum, each) => sum + each.value, 0) : null,
          );
          expect(missingMonths > 0).toBe(!complete);
        }
      }),
    );
  });

  it("do not depend on the order they come in", () => {
    const ordered = months(20);
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: 20 }), (shuffled) => {
        expect(rollingYears(shuffled)).toEqual(rollingYears(ordered));
      }),
    );
  });
});
