import fc from "fast-check";
import { blank } from "../support";

const size = 12;
const write = fc
  .record({ top: fc.nat(size - 1), left: fc.nat(size - 1), rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }), value: fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.constant(""), fc.string().map((text) => `'${text}`)) }); // prettier-ignore

describe("blocks of cells", () => {
  test("whatever is written in whatever order, each cell holds what was written last, and only those are marked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 12 }), async (writes) => {
        const { Excel, book } = await blank();
        const expected: unknown[][] = Array.from({ length: size + 4 }, () => Array<unknown>(size + 4).fill(""));
        const touched = new Set<number>();
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getFirst();
          for (const { top, left, rows, columns, value } of writes) {
            const block = Array.from({ length: rows }, () => Array<unknown>(columns).fill(value));
            sheet.getRangeByIndexes(top, left, rows, columns).values = block;
            if (value === null) continue;
            for (let row = top; row < top + rows; row++) {
              for (let column = left; column < left + columns; column++) {
                const isText = typeof value === "string" && value.startsWith("'");
                if (value !== "" || expected[row]![column] !== "") touched.add(row * 16384 + column);
                expected[row]![column] = isText ? value.slice(1) : value;
              }
            }
          }
          const all = sheet.getRangeByIndexes(0, 0, size + 4, size + 4);
          all.load("values");
          await context.sync();
          expect(all.values).toEqual(expected);
        });
        for (const marked of touched) expect(book.sheets[0]?.edits.values.has(marked)).toBe(true);
        for (const marked of book.sheets[0]!.edits.values) {
          const within = writes.some(
            ({ top, left, rows, columns }) =>
              Math.floor(marked / 16384) >= top && Math.floor(marked / 16384) < top + rows &&
              marked % 16384 >= left && marked % 16384 < left + columns,
          ); // prettier-ignore
          expect(within).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
