import fc from "fast-check";
import { absoluteReference, localAddress, MAX_COLUMNS, parseReference } from "../../src/snapshot/addresses";
import { subtract } from "../../src/snapshot/areas";

const rectangle = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(50), fc.nat(50))
  .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }));

describe("areas", () => {
  test("any rectangle comes back from its address, with any sheet's name", () => {
    fc.assert(
      fc.property(rectangle, fc.string({ minLength: 1, maxLength: 20 }), (one, name) => {
        expect(parseReference(localAddress(one))).toEqual({ sheet: null, area: one });
        expect(parseReference(absoluteReference(name, one))).toEqual({ sheet: name, area: one });
      }),
    );
  });

  test.each(["A1,B2", "Sheet1!A1,Sheet1!B2", "'a'!A1,'b'!B2", "Sheet1!", "XFE1", "A0", "A1:B2:C3", "'open!A1"])(
    "%s is no one reference",
    (text) => expect(parseReference(text)).toBeNull(),
  );

  test("taking a rectangle out of another leaves every other cell once", () => {
    fc.assert(
      fc.property(rectangle, rectangle, (one, hole) => {
        const parts = subtract(one, hole);
        const cells = parts.flatMap((part) => {
          const keys: number[] = [];
          for (let row = part.top; row <= part.bottom; row++)
            for (let column = part.left; column <= part.right; column++) keys.push(row * MAX_COLUMNS + column);
          return keys;
        });
        expect(new Set(cells).size).toBe(cells.length);
        let expected = 0;
        for (let row = one.top; row <= one.bottom; row++)
          for (let column = one.left; column <= one.right; column++) {
            const inHole = row >= hole.top && row <= hole.bottom && column >= hole.left && column <= hole.right;
            if (!inHole) expected++;
          }
        expect(cells.length).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});
