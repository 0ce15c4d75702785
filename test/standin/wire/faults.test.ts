import { blank, errorOf } from "../support";

const write = (context: Excel.RequestContext) => {
  context.workbook.worksheets.getFirst().getRange("A1").values = [["written"]];
};

describe("Excel on demand", () => {
  test("fails the n-th request with the code asked for, before anything is done", async () => {
    const excel = await blank();
    excel.faults.fail({ request: 1, code: "GeneralException", message: "The fan stopped." });
    expect(await errorOf(excel, write)).toMatchObject({ code: "GeneralException", message: "The fan stopped." });
    expect(excel.book.sheets[0]?.cells).toEqual([]);
    await excel.Excel.run(async (context) => {
      write(context);
      await context.sync();
    });
    expect(excel.book.sheets[0]?.cells[0]?.[0]?.value).toBe("written");
  });

  test("fails half-way: what came before stays done", async () => {
    const excel = await blank();
    excel.faults.fail({ request: 1, code: "RequestAborted", afterActions: 4 });
    const error = await errorOf(excel, (context) => {
      const sheets = context.workbook.worksheets;
      for (const name of ["one", "two", "three", "four", "five"]) sheets.add(name);
    });
    expect(error.code).toBe("RequestAborted");
    const names = excel.book.sheets.map((sheet) => sheet.name);
    expect(names).toContain("one");
    expect(names).not.toContain("five");
  });

  test("refuses while a person edits a cell, and works again after", async () => {
    const excel = await blank();
    excel.faults.editMode = true;
    expect((await errorOf(excel, write)).code).toBe("InvalidOperationInCellEditMode");
    excel.faults.editMode = false;
    await excel.Excel.run(async (context) => context.sync());
  });

  test("lets a request wait for the cell to be left, if the add-in asked for it", async () => {
    const excel = await blank();
    excel.faults.editMode = true;
    setTimeout(() => (excel.faults.editMode = false), 50);
    const start = performance.now();
    await excel.Excel.run({ delayForCellEdit: true }, async (context) => {
      write(context);
      await context.sync();
    });
    expect(performance.now() - start).toBeGreaterThanOrEqual(45);
    expect(excel.book.sheets[0]?.cells[0]?.[0]?.value).toBe("written");
  });

  test("refuses a request over 5 MB and an answer over 5 MB", async () => {
    const excel = await blank();
    const text = "x".repeat(30_000);
    const rows = Array.from({ length: 200 }, () => [text]);
    const over = await errorOf(excel, (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:A200").values = rows;
    });
    expect(over.code).toBe("RequestPayloadSizeLimitExceeded");
    for (const row of [0, 50, 100, 150]) {
      await excel.Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRangeByIndexes(row, 0, 50, 1).values = rows.slice(0, 50);
        await context.sync();
      });
    }
    const back = await errorOf(excel, (context) =>
      context.workbook.worksheets.getFirst().getUsedRange().load("values"),
    );
    expect(back.code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("answers slowly where told", async () => {
    const excel = await blank();
    excel.faults.delay(1, 60);
    const start = performance.now();
    await excel.Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });

  test("denies writing to a protected sheet", async () => {
    const excel = await blank();
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().protection.protect();
      await context.sync();
    });
    expect((await errorOf(excel, write)).code).toBe("AccessDenied");
    const look = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getFirst().getRange("A1").format.font.bold = true;
    };
    expect((await errorOf(excel, look)).code).toBe("AccessDenied");
  });

  test("answers no more once closed", async () => {
    const excel = await blank();
    excel.close();
    expect((await errorOf(excel, write)).code).toBeDefined();
  });
});
