import type { Due } from "../../../src/plan/schema";
import { dueIn, edges, isJudged } from "../../../src/assessment/paths/due";
import { period } from "../test-pack";

const dated = (date: string): Due => ({ kind: "date", date, as: date });
const window: Due = { kind: "window", early: "2027/28", late: "2031/32", as: "2028-32" };
const inForce: Due = { kind: "inForce", from: "2022-04-01", as: "in force" };

describe("when a target is judged (calculations.md section 8)", () => {
  it("a dated one in the first period ending on or after its date", () => {
    expect(isJudged(dated("2024-03-31"), period("2023/24"))).toBe(true);
    expect(isJudged(dated("2025-01-31"), period("2023/24"))).toBe(false);
    expect(isJudged(dated("2025-01-31"), period("2024/25"))).toBe(true);
    expect(isJudged(dated("2023-04-30"), period("2022/23"))).toBe(false);
    expect(isJudged(dated("2023-04-30"), period("2023-04"))).toBe(true);
    expect(dueIn(dated("2025-01-31"), "year").label).toBe("2024/25");
    expect(dueIn(dated("2025-01-31"), "month").label).toBe("2025-01");
    expect(dueIn(dated("2025-01-31"), "quarter").label).toBe("2024/25 Q4");
    expect(dueIn(dated("2040-03-31"), "year").label).toBe("2039/40");
  });

  it("a windowed one at its late edge, with an early edge besides", () => {
    expect(edges(window, "year")).toEqual({ late: 2031, early: 2027 });
    expect(isJudged(window, period("2030/31"))).toBe(false);
    expect(isJudged(window, period("2031/32"))).toBe(true);
  });

  it("one in force in every period that starts on or after its date", () => {
    expect(isJudged(inForce, period("2021/22"))).toBe(false);
    expect(isJudged(inForce, period("2022"))).toBe(false);
    expect(isJudged(inForce, period("2022/23"))).toBe(true);
    expect(isJudged(inForce, period("2022-04"))).toBe(true);
  });
});
