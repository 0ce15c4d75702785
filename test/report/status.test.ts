import { llrPack } from "../../src/plan/llr";
import { stateFormula } from "../../src/report/layout/live-status";

const cells = { gap: "K4", path: "I4", amber: "Notes!$B$6", noise: "Notes!$B$7" };
const target = (id: string) => llrPack.targets.find((each) => each.id === id);

describe("the colour as a live formula", () => {
  // A sum of twelve cells less a path worked out elsewhere can be 1E-13 where it should be 0, and not every
  // spreadsheet takes that for 0: LibreOffice does, others may not.
  test("takes what only adding up in another order makes for no gap", () => {
    expect(stateFormula(cells, target("CF-2028-32"))).toBe(
      '=IF(K4<=Notes!$B$7*ABS(I4),"● On track",IF(I4=0,"◆ Off track",IF(K4<=Notes!$B$6*ABS(I4),"▲ Needs attention","◆ Off track")))',
    );
  });

  test("does not take it for being under a strict target", () => {
    expect(stateFormula(cells, target("DESFLURANE-2023-04"))).toContain("IF(K4<-Notes!$B$7*ABS(I4),");
  });
});
