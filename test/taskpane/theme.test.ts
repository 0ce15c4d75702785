import { contrast } from "../../src/report/layout/palette";
import { themes } from "../../src/taskpane/theme";

const text = [
  "colorNeutralForeground1",
  "colorNeutralForeground2",
  "colorNeutralForeground3",
  "colorBrandForegroundLink",
  "colorBrandForeground1",
  "colorCompoundBrandForeground1",
] as const;

/** Fluent writes some colours short: "#fff". */
const whole = (colour: string) => (colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour);

test.each(["light", "dark"] as const)("text can be read on the %s pane: 4.5 to 1 or better", (scheme) => {
  const { tokens } = themes[scheme];
  const ground = whole(tokens.colorNeutralBackground1);
  for (const token of text) {
    expect(contrast(whole(tokens[token]), ground)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(whole(tokens.colorNeutralForegroundOnBrand), whole(tokens.colorBrandBackground))).toBeGreaterThan(
    4.5,
  );
});
