import { ownSheetName, sheetNames, sheetTitles } from "../../src/report/layout/titles";

const mark = (kind: string, title: string) => ({ kind, version: "0.1.0", title });
const area = { top: 0, left: 0, bottom: 9, right: 3 };
const table = { name: "GreenPlan_Trajectories", area, showHeaders: true, showTotals: false };
const theirs = (name: string) => ({ name, own: null, used: area, tables: [] });
const ours = (name: string, kind: string, title = name) => ({
  name,
  own: mark(kind, title),
  used: area,
  tables: [table],
});

describe("the name of a sheet of ours", () => {
  test("is its title where nobody else has it", () => {
    expect(sheetNames([theirs("UHL")])["board-report"]).toBe("Board Report");
  });

  test("gives way to a person's sheet of that name, whatever its case", () => {
    expect(ownSheetName("board-report", "Board Report", [theirs("BOARD REPORT")])).toBe("Board Report (Green Plan)");
  });

  test("gives way again where that name is taken too", () => {
    expect(ownSheetName("notes", "Notes", [theirs("Notes"), theirs("Notes (Green Plan)")])).toBe(
      "Notes (Green Plan 2)",
    );
  });

  test("is never longer than Excel takes, whoever has the title", () => {
    const titles = Object.entries(sheetTitles);
    for (const [kind, title] of titles) {
      const sheets = [theirs(title)];
      for (let copy = 0; copy < 12; copy += 1) {
        const name = ownSheetName(kind, title, sheets);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(sheets.map((each) => each.name)).not.toContain(name);
        sheets.push(theirs(name));
      }
    }
    expect(ownSheetName("explanations", sheetTitles.explanations, [theirs("Green Plan Explanations")])).toBe(
      "Green Plan Explanations (2)",
    );
  });

  test("follows our sheet when a person renamed it", () => {
    expect(ownSheetName("trajectories", "Trajectories", [ours("Paths", "trajectories", "Trajectories")])).toBe("Paths");
  });

  test("is a new one where a person renamed the board page to keep it", () => {
    const sheets = [ours("Board March 2024", "board-report", "Board Report")];
    expect(ownSheetName("board-report", "Board Report", sheets)).toBe("Board Report");
  });

  test("is not that of a sheet with our mark, another title and none of our tables: it is a person's", () => {
    const sheets = [{ ...ours("Front sheet", "notes", "Notes"), tables: [] }];
    expect(ownSheetName("notes", "Notes", sheets)).toBe("Notes");
  });

  test("is that of an empty sheet which a writing that died left unmarked", () => {
    const empty = { name: "Charts", own: null, used: null, tables: [] };
    expect(ownSheetName("charts", "Charts", [empty])).toBe("Charts");
    expect(ownSheetName("charts", "Charts", [{ ...empty, chartsAlone: true }])).toBe("Charts (Green Plan)");
  });

  test("of two sheets with our mark is that of the one still called as it was written: the other is a person's copy", () => {
    const sheets = [ours("Findings (2)", "findings", "Findings"), ours("Findings", "findings")];
    expect(ownSheetName("findings", "Findings", sheets)).toBe("Findings");
  });
});
