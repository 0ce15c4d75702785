import fc from "fast-check";
import { fromR1C1, toR1C1 } from "../../src/formula/r1c1";
import { cellAddress } from "../../src/snapshot/addresses";

describe("a formula relative to its own cell", () => {
  it("is the same wherever the formula is copied to", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(200), fc.integer({ min: -3, max: 3 }), fc.nat(40), (row, column, up, right) => {
        const at = (r: number, c: number): string => `=SUM(${cellAddress(r + 5 + up, c + right)},$B$7)*2`;
        const here = toR1C1(at(row, column), row, column);
        const there = toR1C1(at(row + 9, column + 4), row + 9, column + 4);
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
    ["=A5/SUM(A:A)", "=A6/SUM(A:A)", true],
    ["=Costs[A1]", "=Costs[A1]", true],
    ["=Costs[A1]", "=Costs[A2]", false],
  ])("%s in row 1 and %s in row 2: alike %s", (first, second, alike) => {
    expect(toR1C1(first, 0, 2) === toR1C1(second, 1, 2)).toBe(alike);
  });

  it("a formula survives the way to R1C1 and back", () => {
    const formula = `=SUM(A1:$B2)*'It''s'!C$3&"A1"+Table1[A1]+LOG10(5)`;
    expect(toR1C1(formula, 9, 9)).toContain(`"A1"`);
    expect(toR1C1(formula, 9, 9)).toContain("Table1[A1]");
    expect(toR1C1(formula, 9, 9)).toContain("LOG10(5)");
    expect(fromR1C1(toR1C1(formula, 9, 9), 9, 9)).toBe(formula);
  });

  it.each([
    ["=SUM(B:B)/SUM(2:2)", "=SUM(C:C)/SUM(R:R)"],
    ["=SUM($A:C)", "=SUM(C1:C[1])"],
    ["=Sheet1!A1", "=Sheet1!R[-1]C[-1]"],
  ])("%s in B2 is %s, there and back", (a1, r1c1) => {
    expect(toR1C1(a1, 1, 1)).toBe(r1c1);
    expect(fromR1C1(r1c1, 1, 1)).toBe(a1);
  });

  it("has no A1 notation where a reference lies off the sheet", () => expect(fromR1C1("=R[-1]C", 0, 0)).toBeNull());
});
