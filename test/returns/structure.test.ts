import { parseRange } from "../../src/snapshot/addresses";
import { sheet } from "./grids";
import { expectLines, read } from "./reading";
import { blocks, countedThings, forms, lists, sectionEnds, unknownHeadings, type ShapeCase } from "./structure-cases";

/** The cells asked about, each by itself. */
function asked(reading: ReturnType<typeof read>, { grid }: ShapeCase): string[] {
  const cells: string[] = [];
  for (const { range } of reading.notUnderstood) {
    const area = parseRange(range);
    if (area === null) continue;
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (grid[row]?.[column] !== undefined) cells.push(`${String.fromCharCode(65 + column)}${row + 1}`);
  }
  return [...new Set(cells)].sort();
}

function check(each: ShapeCase): void {
  const reading = read([sheet(each.sheet, each.grid)]);
  expectLines(reading, each.reads);
  expect(asked(reading, each)).toEqual([...(each.asks ?? [])].sort());
}

describe("numbers under headings of unknown words are asked about, never named by another word of their row", () => {
  test.each(unknownHeadings)("$name", check);
});

describe("under words that count other things no figure without a unit is an amount", () => {
  test.each(countedThings)("$name", check);
});

describe("in a form the words to the left name a figure", () => {
  test.each(forms)("$name", check);
});

describe("figures belong to the site or organisation named over their block", () => {
  test.each(blocks)("$name", check);
});

describe("a section gives its name to no row beyond its end", () => {
  test.each(sectionEnds)("$name", check);
});

describe("lists, pivots, scopes and groups", () => {
  test.each(lists)("$name", check);
});
