import fc from "fast-check";
import { cellAddress } from "../../src/snapshot/addresses";
import { formulaShape, sumRanges } from "../../src/validation/evidence/formulas/formula-shape";
import { references } from "../../src/validation/findings/references";
import { cellPlace } from "../../src/snapshot/addresses";
import { offScale } from "../../src/validation/evidence/figures/scale";
import { slipFactors } from "../../src/validation/evidence/figures/unit-slips";
import { pack } from "./kit";

describe("a formula's shape", () => {
  it("is the same wherever the formula is copied to", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(200), fc.integer({ min: -3, max: 3 }), fc.nat(40), (row, column, up, right) => {
        const at = (r: number, c: number): string => `=SUM(${cellAddress(r + 5 + up, c + right)},$B$7)*2`;
        const here = formulaShape(at(row, column), row, column);
        const there = formulaShape(at(row + 9, column + 4), row + 9, column + 4);
        expect(there).toBe(here);
      }),
    );
  });

  it.each([
    ["=A1+B$2", "=A2+B$2", true],
    ["=A1", "=A1", false],
    ["=SUM(A1:A9)", "=SUM(A2:A9)", false],
    ['="A1"&A1', '="A1"&A2', true],
    ["=LOG10(A1)", "=LOG10(A2)", true],
  ])("%s in row 1 and %s in row 2: alike %s", (first, second, alike) => {
    expect(formulaShape(first, 0, 2) === formulaShape(second, 1, 2)).toBe(alike);
  });

  it("knows a plain sum from anything else", () => {
    expect(sumRanges("=SUM(C5:C9,C11)")).toEqual([
      { top: 4, left: 2, bottom: 8, right: 2 },
      { top: 10, left: 2, bottom: 10, right: 2 },
    ]);
    expect(sumRanges("=C5+C6")).toHaveLength(2);
    expect(sumRanges("=SUM(C5:C9)/2")).toBeNull();
    expect(sumRanges("=AVERAGE(C5:C9)")).toBeNull();
  });
});

describe("references", () => {
  it("name exactly the cells given, the first cell's block first", () => {
    const place = (address: [number, number]) => cellPlace("UHL", ...address);
    expect(
      references(
        (
          [
            [4, 3],
            [4, 2],
            [5, 2],
            [5, 3],
            [9, 0],
          ] as [number, number][]
        ).map(place),
      ),
    ).toEqual(["UHL!C5:D6", "UHL!A10"]);
  });
});

describe("figures on another scale", () => {
  const factors = slipFactors("kWh", pack.thresholds);
  const at = (values: number[]) => {
    const points = values.map((value) => ({ value }));
    return offScale(points, factors).map(({ point }) => points.indexOf(point));
  };

  it("are laid on the year that slipped: the first, a middle one or the last", () => {
    expect(at([10, 10_100, 10_200])).toEqual([0]);
    expect(at([10_000, 10.1, 10_200])).toEqual([1]);
    expect(at([10_000, 10_100, 10.2])).toEqual([2]);
  });

  it("of two years are laid on the later", () => {
    expect(at([10_000, 10.1])).toEqual([1]);
  });

  it("are none in any series that never moves by half", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (moves) => {
          let value = 1000;
          expect(at(moves.map((move) => (value *= move)))).toEqual([]);
        },
      ),
    );
  });
});
