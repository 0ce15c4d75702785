import { readCellText } from "../../src/validation/context/cell-text";
import { check, figure } from "./kit";

describe("a text in a number column", () => {
  it.each([
    ["1,077", 1077],
    ["94381915 kWh", 94_381_915],
    ["12 kWh", 12],
    ["£1,234", 1234],
    ["(45)", -45],
    ["-45", -45],
    ["47%", 47],
    ["2.5m", 2_500_000],
    ["2.5 m³", 2.5],
    ["£3k", 3000],
    ["1\u00a0234", 1234],
    ["nil", 0],
    [".5", 0.5],
  ])("“%s” is the number %d", (text, value) => {
    expect(readCellText(text)).toMatchObject({ kind: "number", value });
  });

  it.each([
    ["n/a", "placeholder"],
    ["-", "placeholder"],
    ["Not  Applicable", "placeholder"],
    ["TBC", "placeholder"],
    ["[x]", "shorthand"],
    ["< Select >", "forbidden"],
    ["Please choose", "forbidden"],
    ["see note 3", "words"],
    ["about 12,000", "words"],
    ["12 to 14", "words"],
  ])("“%s” is a %s", (text, kind) => {
    expect(readCellText(text).kind).toBe(kind);
  });

  it("is mended to its number only in its heading's unit", () => {
    const mend = (raw: string) => check({ observations: [figure("GAS", null, { raw })] })[0]?.mend?.changes[0]?.after;
    expect(mend("12 kWh")).toBe(12);
    expect(mend("12")).toBe(12);
    expect(mend("1.2 MWh")).toBeUndefined();
  });

  it("is a warning where it counts, and its mend is in the unit of the heading", () => {
    const tonnes = check({ observations: [figure("LANDFILL", 85.2, { raw: "85,200 kg", note: "typed as text" })] })[0];
    expect(tonnes).toMatchObject({ code: "DQ01", severity: "warning" });
    expect(tonnes?.mend?.changes[0]?.after).toBe(85.2);
  });

  it.each(["40.524", "12,5", "£1,250"])("“%s” is an error without a mend where it may mean several figures", (raw) => {
    const [found] = check({ observations: [figure("WATER", null, { raw, note: "number typed as text" })] });
    expect(found).toMatchObject({ code: "DQ01", severity: "error", mend: null });
    expect(found?.message).toContain("so it is not read");
  });
});
