import fc from "fast-check";
import {
  addDays,
  addMonths,
  dateOfSerial,
  daysBetween,
  formatDate,
  isRealDate,
  serialOfDate,
  shortDate,
} from "../../../src/plan/time/dates";

const anyDay = fc.integer({ min: 1, max: 2958465 - 1 }).map((days) => addDays("1900-01-01", days - 1));

describe("days", () => {
  it("knows which days exist", () => {
    expect(isRealDate("2024-02-29")).toBe(true);
    expect(isRealDate("2025-02-29")).toBe(false);
    expect(isRealDate("1900-02-29")).toBe(false);
    expect(isRealDate("2025-13-01")).toBe(false);
    expect(isRealDate("2025-3-1")).toBe(false);
  });

  it("counts as JavaScript's own calendar does", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40000, max: 40000 }), (day, days) => {
        const expected = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
        fc.pre(/^\d{4}-/.test(expected));
        expect(addDays(day, days)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(days);
      }),
    );
  });

  it("adds months, ending on the month's last day where there is no such day", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
    expect(addMonths("2024-11-15", 3)).toBe("2025-02-15");
  });

  it("writes a day as a board paper does", () => {
    expect(formatDate("2025-03-31")).toBe("31 March 2025");
    expect(shortDate("2025-03-01")).toBe("1 Mar 2025");
  });
});

describe("Excel's serial numbers", () => {
  it("reads the 1900 system with its false 29 February 1900", () => {
    expect(dateOfSerial(1)).toBe("1900-01-01");
    expect(dateOfSerial(59)).toBe("1900-02-28");
    expect(dateOfSerial(60)).toBeNull();
    expect(dateOfSerial(61)).toBe("1900-03-01");
    expect(dateOfSerial(45000)).toBe("2023-03-15");
    expect(dateOfSerial(45000.75)).toBe("2023-03-15");
    expect(dateOfSerial(2958465)).toBe("9999-12-31");
    expect(dateOfSerial(2958466)).toBeNull();
    expect(dateOfSerial(0)).toBeNull();
    expect(dateOfSerial(Number.NaN)).toBeNull();
  });

  it("reads the 1904 system 1,462 days earlier", () => {
    expect(dateOfSerial(0, 1904)).toBe("1904-01-01");
    expect(dateOfSerial(45000 - 1462, 1904)).toBe("2023-03-15");
    expect(dateOfSerial(-1, 1904)).toBeNull();
  });

  it("gives the serial back in both systems", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateOfSerial(serialOfDate(day))).toBe(day);
        if (day >= "1904-01-01") expect(dateOfSerial(serialOfDate(day, 1904), 1904)).toBe(day);
      }),
    );
  });
});
