import { sheet, type Grid } from "../grids";
import { lines, read } from "../reading";
import cases from "./cases.json";

/**
 * Shapes of public forms, pages and bug threads, with made-up figures: what is read of each, and which cells are asked
 * about. Formulas without results and a protected structure are tried where workbooks are opened and written.
 */
describe("workbooks in the shapes of other bodies' forms", () => {
  it.each(cases)("$name", ({ sheets, reads, asks }) => {
    const reading = read(sheets.map(({ name, rows }) => sheet(name, rows as Grid)));
    expect(lines(reading)).toEqual(reads);
    expect(reading.notUnderstood.map(({ place, range }) => `${place.sheet}!${range}`).sort()).toEqual(asks);
  });

  it("asks once for a column of half-hourly readings", () => {
    const start = 45017;
    const readings = Array.from({ length: 96 }, (_, at) => [
      { value: start + at / 48, format: "dd/mm/yyyy hh:mm" },
      100 + at,
    ]);
    const { notUnderstood, observations } = read([sheet("UHL meter", [["Timestamp", "Gas (kWh)"], ...readings])]);
    expect(observations).toEqual([]);
    expect(notUnderstood).toMatchObject([{ range: "B2:B97", cells: 96 }]);
  });
});
