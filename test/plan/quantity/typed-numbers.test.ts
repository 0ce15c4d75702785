import { readTypedNumber } from "../../../src/plan/quantity/units";

describe("a number typed as text", () => {
  it.each([
    ["1,234", 1234, undefined],
    ["95 045 415", 95_045_415, undefined],
    ["95\u00a0045\u00a0415", 95_045_415, undefined],
    ["85,200 kg", 85_200, "kg"],
    ["95.0 GWh", 95, "GWh"],
    ["95.0m", 95_000_000, undefined],
    ["10 million kWh", 10_000_000, "kWh"],
    ["£1.2m", 1_200_000, "£"],
    ["£10,700k", 10_700_000, "£"],
    ["12 per cent", 12, "%"],
    ["26.9p/kWh", 26.9, "p/kWh"],
    ["12 m3", 12, "m³"],
    ["0.269", 0.269, undefined],
    ["1234.567", 1234.567, undefined],
    ["(45)", -45, undefined],
    ["\u221245", -45, undefined],
    ["1,077 [note 2]", 1077, undefined],
  ])("“%s” is %d %s", (text, value, symbol) => {
    const read = readTypedNumber(text);
    expect(read).toMatchObject({ kind: "number", value });
    expect(read?.kind === "number" ? read.unit?.symbol : null).toBe(symbol);
  });

  it.each(["40.524", "39,738.742", "12,5", "6,724,63", "1.234,5", "95.045.415", "95,000 E", "9,050,000 (est)"])(
    "“%s” may mean more than one number",
    (text) => expect(readTypedNumber(text)?.kind).toBe("unclear"),
  );

  it.each(["", "see note 3", "90-95%", "<5", "11/96", "~200", "12 to 14", "n/a", "about 12,000"])(
    "“%s” is no number",
    (text) => expect(readTypedNumber(text)).toBeNull(),
  );
});
