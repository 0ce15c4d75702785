import fc from "fast-check";
import { parseRange } from "../../src/snapshot/addresses";
import type { ReturnReading } from "../../src/returns/observation";
import type { SheetSnapshot } from "../../src/snapshot/snapshot";
import { sheet } from "./grids";
import { layouts, type Rows } from "./layouts";
import { read } from "./reading";

/**
 * The numbers of a sheet that the reading is silent about: no figure or part of one, no total set
 * aside, not in a series the mapping shows without a metric, not asked about.
 */
function unaccounted(reading: ReturnReading, { name, used, values }: SheetSnapshot): string[] {
  const told = new Set<string>();
  const tell = (row: number, column: number) => told.add(`${row} ${column}`);
  for (const { place, parts } of reading.observations) {
    tell(place.row, place.column);
    for (const part of parts ?? []) tell(part.place.row, part.place.column);
  }
  for (const { place } of reading.statedTotals) tell(place.row, place.column);
  const unread = reading.mapping.filter(({ metric }) => metric === null);
  for (const { range } of [...unread, ...reading.notUnderstood]) {
    const area = parseRange(range);
    if (area === null) continue;
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) tell(row, column);
  }
  const silent = values.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const [at, over] = [row + used!.top, column + used!.left];
      if (underKeys(values, row, column)) return [];
      return typeof value === "number" && !told.has(`${at} ${over}`)
        ? [`${name} R${at + 1}C${over + 1}: ${value}`]
        : [];
    }),
  );
  // The numbers in no table are told of in one line with how many they are; rows of organisations
  // outside the plan are counted.
  const loose = reading.notUnderstood.find(({ label }) => label === "in no table");
  const others = Number(/^(\d+) numbers/.exec(loose?.reason ?? "")?.[1] ?? 1) - 1;
  const rows = new Set(silent.map((cell) => /R\d+/.exec(cell)![0]));
  // Changes are left out by their rule, and the census counts them.
  const changes = reading.census.byRule.find(({ rule }) => rule === "a change or variance")?.cells ?? 0;
  const isCounted = silent.length >= others && silent.length <= others + changes;
  return isCounted || rows.size <= reading.leftOut.rows ? [] : silent;
}

/** Headings over keys: a number below one names a site or a period. */
const keyHeading = /^(Site|Sites|Site code|Period|Financial year)$/;

function underKeys(values: SheetSnapshot["values"], row: number, column: number): boolean {
  return values.slice(0, row).some((cells) => keyHeading.test(String(cells[column] ?? "")));
}

/** Rows of organisations outside the plan are left out and counted, not listed one by one. */
const outside = /^(NUH|RXX)$/;

function ofThePlan(rows: Rows): Rows {
  return rows.filter((row) => !row.some((cell) => typeof cell === "string" && outside.test(cell)));
}

/** A column as people add one to a return, with a number in some of its rows. */
const extraHeading = fc.constantFrom(
  "Ref",
  "Meter",
  "Comments",
  "Notes",
  "RAG",
  "Region",
  "Average",
  "Change",
  "Numerator",
  "% of total",
  "Priority",
  "Cost",
  "System",
  "Sites",
  "Our own heading",
  null,
);
const extraCell = fc.oneof(
  fc.integer({ min: 3000, max: 99_999 }),
  fc.constantFrom<string | null>(null, "see note", "R", "n/a", "1,077", "-"),
);

describe.each(layouts)("every number of $name is accounted for", ({ head, body }) => {
  const rows = [...head, ...ofThePlan(body)];

  test("as it stands", () => {
    const fixture = sheet("Return", rows);
    expect(unaccounted(read([fixture]), fixture)).toEqual([]);
  });

  test("with a column of someone's own after it", () => {
    const width = Math.max(...rows.map((row) => row.length));
    const headed = head.length - 1;
    fc.assert(
      fc.property(
        extraHeading,
        fc.array(extraCell, { minLength: rows.length, maxLength: rows.length }),
        (heading, extra) => {
          const wider = rows.map((row, index) => {
            if (index < headed || (index < head.length && row.length <= 1)) return row;
            const filled = Array.from({ length: width }, (_, column) => row[column] ?? null);
            return [...filled, index === headed ? heading : index < head.length ? null : extra[index]!];
          });
          const fixture = sheet("Return", wider);
          expect(unaccounted(read([fixture]), fixture)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("with rows of someone's own among it", () => {
    const row = fc.record({
      at: fc.nat(rows.length),
      label: fc.constantFrom("Total", "Average", "UHL", "of which green tariff", "Check", "Something new", null),
      cells: fc.array(extraCell, { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(row, ({ at, label, cells }) => {
        const grid = [...rows.slice(0, at), [label, ...cells], ...rows.slice(at)];
        const fixture = sheet("Return", grid);
        expect(unaccounted(read([fixture]), fixture)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
