import fc from "fast-check";
import { references } from "../../src/validation/findings/references";
import { cellPlace } from "../../src/snapshot/addresses";
import { offScale } from "../../src/validation/evidence/figures/scale";
import { slipFactors } from "../../src/validation/evidence/figures/unit-slips";
import { pack } from "./kit";

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
