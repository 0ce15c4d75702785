import fc from "fast-check";
import { readCompletion } from "../../src/plan/time/completion";
import { findPeriod, readPeriod } from "../../src/plan/time/periods";
import { readTypedNumber, readUnit, unitUnderFormat } from "../../src/plan/quantity/units";

const words = fc.constantFrom(
  ..."2016/17 Q3 Apr Mar 2024 - to YTD ( ) FY 31 12 : year ended kWh t CO2e £ '000 per m² No. % in of / _ ongoing".split(
    " ",
  ),
);
const label = fc.oneof(
  fc.string(),
  fc.array(words, { maxLength: 30 }).map((list) => list.join(" ")),
);

describe("any text at all", () => {
  it("is read or not read, without an error", () => {
    fc.assert(
      fc.property(label, (text) => {
        expect(["period", "ambiguous", "none"]).toContain(readPeriod(text).kind);
        expect(["period", "ambiguous", "none"]).toContain(findPeriod(text).kind);
        readUnit(text);
        unitUnderFormat(null, text);
        readTypedNumber(text);
        readCompletion(text, { start: "2022-07-01", end: "2025-07-31" });
      }),
      { numRuns: 2000 },
    );
  });

  it("any period read has real days, the first no later than the last", () => {
    fc.assert(
      fc.property(label, (text) => {
        const reading = readPeriod(text);
        const periods =
          reading.kind === "period" ? [reading.period] : reading.kind === "ambiguous" ? reading.readings : [];
        for (const { first, last } of periods) expect(first <= last).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
