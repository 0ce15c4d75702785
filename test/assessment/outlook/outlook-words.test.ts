import { assess } from "../../../src/assessment/targets/assess-targets";
import { outlookWords } from "../../../src/assessment/outlook/outlook-words";
import { readingOf, testPack, total, yearly } from "../test-pack";
import type { Total } from "../../../src/returns/observation";

const said = (totals: readonly Total[], metric: string, asOf = "2025-03-31") =>
  outlookWords(
    assess({ totals, reading: readingOf(totals), pack: testPack, asOf }).find(
      (row) => row.metric === metric && row.organisation !== "BBB" && row.latest && row.actual !== null,
    )!,
  );

describe("how the outlook was worked out", () => {
  it("gives trend, range, verdict, what is needed and the budget, with the golden numbers", () => {
    expect(said(yearly("CF", "SYS", 2019, [88600, 84100, 86000, 83200, 80900, 79000]), "CF")).toBe(
      "The trend of 6 figures, -1,725.7 tCO₂e a year, comes to 67,239 tCO₂e in 2031/32 (57,681 tCO₂e to 76,797 tCO₂e with 95% confidence), so it will not meet its target unless something changes; not by 2031/32 on the present trend. " +
        "From here 8,754.3 tCO₂e a year is needed, or 19.2% less each year than the year before. " +
        "Of the budget of 602,480 tCO₂e for 2020/21 to 2031/32, 413,200 tCO₂e is used; on trend 152.7% of it will be, the last of it in September 2027.",
    );
  });

  it("says where a trend leads away, and where a year of the budget is not known", () => {
    expect(said(yearly("CF", "AAA", 2019, [100, 101, 102, 104]), "CF", "2023-03-31")).toContain(
      "; the trend does not lead to it.",
    );
    expect(said([total("CF", "AAA", "2019/20", 100), total("CF", "AAA", "2024/25", 90)], "CF")).toContain(
      "a year's figure is missing, so what is used of it is not known",
    );
  });

  it("counts shares in percentage points, and says nothing of answers", () => {
    expect(said(yearly("FLEET", "AAA", 2021, [40, 50]), "FLEET", "2023-03-31")).toBe(
      "From here 40 percentage points a year is needed.",
    );
    expect(said(yearly("CYCLE", "AAA", 2024, [1]), "CYCLE")).toBeNull();
  });
});
