import { readDay } from "../../../src/assessment/actions/day";

describe("a tracker's date cell", () => {
  it.each([
    ["29/03/2024", "2024-03-29"],
    ["2024-03-29", "2024-03-29"],
    ["29 March 2024", "2024-03-29"],
    ["Mar 2024", "2024-03-31"],
    ["Q4 2023/24", "2024-03-31"],
    [45380, "2024-03-29"],
  ])("%p means %s", (value, date) => {
    expect(readDay(value, 1900)).toEqual({ date, unread: false });
  });

  it("counts from the workbook's own first day", () => {
    expect(readDay(45380 - 1462, 1904).date).toBe("2024-03-29");
  });

  it("that is empty is no date, and one that cannot be read says so", () => {
    expect(readDay(null, 1900)).toEqual({ date: null, unread: false });
    expect(readDay(" ", 1900)).toEqual({ date: null, unread: false });
    expect(readDay("when funding allows", 1900)).toEqual({ date: null, unread: true });
    expect(readDay(-5, 1900)).toEqual({ date: null, unread: true });
  });
});
