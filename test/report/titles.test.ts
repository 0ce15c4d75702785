import { ownSheetName, sheetNames } from "../../src/report/layout/titles";

const mark = (kind: string, title: string) => ({ kind, version: "0.1.0", title });

describe("the name of a sheet of ours", () => {
  test("is its title where nobody else has it", () => {
    expect(sheetNames([{ name: "UHL", own: null }])["board-report"]).toBe("Board Report");
  });

  test("gives way to a person's sheet of that name, whatever its case", () => {
    const sheets = [{ name: "BOARD REPORT", own: null }];
    expect(ownSheetName("board-report", "Board Report", sheets)).toBe("Board Report (Green Plan)");
  });

  test("gives way again where that name is taken too", () => {
    const sheets = [
      { name: "Notes", own: null },
      { name: "Notes (Green Plan)", own: null },
    ];
    expect(ownSheetName("notes", "Notes", sheets)).toBe("Notes (Green Plan 2)");
  });

  test("follows our sheet when a person renamed it", () => {
    const sheets = [{ name: "Board July", own: mark("board-report", "Board Report") }];
    expect(ownSheetName("board-report", "Board Report", sheets)).toBe("Board July");
  });

  test("of two sheets with our mark is that of the one still called as it was written: the other is a person's copy", () => {
    const sheets = [
      { name: "Board Report (2)", own: mark("board-report", "Board Report") },
      { name: "Board Report", own: mark("board-report", "Board Report") },
    ];
    expect(ownSheetName("board-report", "Board Report", sheets)).toBe("Board Report");
  });
});
