import {
  accent,
  contrast,
  entryFill,
  headerFill,
  paper,
  ragShapes,
  ragWords,
  series,
  seriesColour,
  stateColours,
  text,
  titleColour,
} from "../../src/report/layout/palette";

describe("contrast, as WCAG 2.2 measures it", () => {
  test("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
    expect(contrast("#ED8B00", "#ED8B00")).toBe(1);
  });

  test("has the values measured for the NHS colours (report-format.md 5)", () => {
    expect(contrast("#ED8B00", "#FFFFFF")).toBeCloseTo(2.53, 2);
    expect(contrast("#A6A6A6", "#FFFFFF")).toBeCloseTo(2.43, 2);
    expect(contrast("#00B0F0", "#FFFFFF")).toBeCloseTo(2.48, 2);
    expect(contrast("#006747", "#FFFFFF")).toBeCloseTo(6.93, 2);
    expect(contrast("#DA291C", "#FFFFFF")).toBeCloseTo(4.87, 2);
    expect(contrast("#ED8B00", "#000000")).toBeCloseTo(8.29, 2);
  });
});

describe("the report's colours can be read", () => {
  test.each(Object.entries(stateColours))("text on %s is at least 4.5 to 1", (_, { fill, text }) => {
    expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
  });

  test("text, titles and links on paper and on header cells are at least 4.5 to 1", () => {
    for (const colour of [text, titleColour, accent]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, headerFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, entryFill)).toBeGreaterThanOrEqual(4.5);
  });

  test("every chart series stands out from paper by at least 3 to 1", () => {
    for (const colour of series.slice(0, 5)) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  });

  test("two series take the first and the fourth colour, and never more than the palette has", () => {
    const colours = (count: number) => Array.from({ length: count }, (_, index) => seriesColour(index, count));
    expect(colours(2)).toEqual(["#12436D", "#F46A25"]);
    expect(colours(4)).toEqual(["#12436D", "#28A197", "#801650", "#F46A25"]);
    expect(new Set(colours(6)).size).toBe(6);
  });

  test("a status is told by its word and its shape without any colour", () => {
    expect(new Set(Object.values(ragWords)).size).toBe(4);
    expect(new Set(Object.values(ragShapes)).size).toBe(4);
  });
});
