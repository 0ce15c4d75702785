import { sumRanges } from "../../src/formula/sum-ranges";

describe("a formula that only adds up", () => {
  it("knows a plain sum from anything else", () => {
    expect(sumRanges("=SUM(C5:C9,C11)")).toEqual([
      { top: 4, left: 2, bottom: 8, right: 2 },
      { top: 10, left: 2, bottom: 10, right: 2 },
    ]);
    expect(sumRanges("=C5+C6")).toHaveLength(2);
    expect(sumRanges("=SUM(C5:C9)/2")).toBeNull();
    expect(sumRanges("=AVERAGE(C5:C9)")).toBeNull();
    expect(sumRanges("=SUM(C9:C5)")).toEqual(sumRanges("=SUM(C5:C9)"));
    expect(sumRanges("= +C5 + $C$6")).toHaveLength(2);
  });

  it.each(["=C5", "=C5+C6:C9", "=C5-C6", "=SUM(C:C)", "=SUM(Data!C5:C9)", "=SUM(C5 C6)", "=C5+6", "=SUM(C5)+SUM(C6)"])(
    "%s is none",
    (formula) => expect(sumRanges(formula)).toBeNull(),
  );
});
