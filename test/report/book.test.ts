import { reportBook } from "../../src/report/book";
import { exampleOutcome } from "./outcome";
test("book", () => {
  const book = reportBook(exampleOutcome());
  for (const s of book.sheets) {
    console.log(
      s.name,
      JSON.stringify(s.size),
      s.lines.map((l) => `${l.row}:${JSON.stringify(l.cell)}`).join("\n"),
      s.tables
        .map(
          (t) =>
            `${t.name}@${t.row} ${t.rows.length}\n` +
            t.rows
              .slice(0, 4)
              .map((r) => JSON.stringify(r))
              .join("\n"),
        )
        .join("\n"),
    );
  }
});
