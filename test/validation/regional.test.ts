import { checkRegional } from "../../src/validation/checking/regional";
import { check, pack, sheet, workbook } from "./kit";
import type { CellValue } from "../../src/snapshot/snapshot";

const [, plus] = pack.regional;
if (plus === undefined) throw new Error("The plan has two regional tables");

/** The plan's Footprint Plus table on a sheet, in kilotonnes or in tonnes. */
const onSheet = (times: number, eastOfEngland: number): CellValue[][] => [
  ["Region", "1990", "Now", "Interim"],
  ...[...plus.rows, plus.england].map((row): CellValue[] => [
    row.region,
    (row.region === "East of England" ? eastOfEngland : row.base1990) * times,
    row.current * times,
    row.interim * times,
  ]),
];
const crossFoot = (rows: CellValue[][]) =>
  check({ snapshot: workbook(sheet("Regions", rows)) }).filter(({ code }) => code === "DQ06");

describe("the plan's regional tables", () => {
  it("have one misprint: East of England's 3,542, where 3,642 mends both sum and ratio", () => {
    const found = checkRegional(pack);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      metric: "CFP",
      column: "base1990",
      repair: { region: "East of England", from: 3542, to: 3642 },
    });
    expect(found[0]?.message).toContain("33,823");
  });

  it.each([1, 1000])("are found on a sheet too, in units of %d t, with the repaired figure to write", (times) => {
    const [finding, ...others] = crossFoot(onSheet(times, 3542));
    expect(others).toEqual([]);
    expect(finding?.cells[0]).toBe("Regions!B2");
    expect(finding?.mend?.changes).toEqual([
      { sheet: "Regions", address: "B2", before: 3542 * times, after: 3642 * times },
    ]);
  });

  it("do not fire for their rounding, up to 1.5 kt", () => {
    expect(crossFoot(onSheet(1, 3642))).toEqual([]);
  });
});
