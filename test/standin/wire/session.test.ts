import { blank, errorOf, eventsArrive } from "../support";

describe("objects kept between requests", () => {
  test("a range lives on over several syncs and is let go at the end of run", async () => {
    const { Excel, host } = await blank();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("B2").getResizedRange(1, 1);
      await context.sync();
      range.values = [[1, 2], [3, 4]]; // prettier-ignore
      await context.sync();
      range.load("address,values");
      await context.sync();
      expect(range.address).toBe("Sheet1!B2:C3");
      expect(host.wire.tracked).toBeGreaterThan(0);
    });
    await eventsArrive();
    expect(host.wire.tracked).toBe(0);
  });

  test("a tracked range outlives its run until it is untracked", async () => {
    const { Excel } = await blank();
    const range = await Excel.run(async (context) => {
      const found = context.workbook.worksheets.getFirst().getRange("A1");
      context.trackedObjects.add(found);
      await context.sync();
      return found;
    });
    await Excel.run(range, async (context) => {
      range.values = [["still here"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["still here"]]);
      context.trackedObjects.remove(range);
      await context.sync();
    });
  });

  test("a sheet is found again by its id after it was renamed", async () => {
    const { Excel } = await blank();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Before");
      await context.sync();
      sheet.name = "After";
      await context.sync();
      sheet.getRange("A1").values = [["x"]];
      sheet.load("name");
      await context.sync();
      expect(sheet.name).toBe("After");
    });
  });
});

describe("large writes", () => {
  test("2,000 by 3 cells come in parts and land whole", async () => {
    const { Excel } = await blank();
    const values = Array.from({ length: 2000 }, (_, row) => [row, `r${row}`, row % 2 === 0]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange("B3:D2002");
      range.values = values;
      range.load("values");
      const used = sheet.getUsedRange();
      used.load("address");
      await context.sync();
      expect(used.address).toBe("Sheet1!B3:D2002");
      expect(range.values).toEqual(values);
    });
  });

  test("a list of another size is refused before anything is written", async () => {
    const excel = await blank();
    const error = await errorOf(excel, (context) => {
      const values = Array.from({ length: 2001 }, () => [1, 2, 3]);
      context.workbook.worksheets.getFirst().getRange("A1:C2000").values = values;
    });
    expect(error.code).toBe("InvalidArgument");
    expect(excel.book.sheets[0]?.edits.values.size).toBe(0);
  });
});

describe("two workbooks", () => {
  test("live side by side without touching each other or anything global", async () => {
    const before = Object.keys(globalThis);
    const [one, two] = [await blank(), await blank()];
    const write = (excel: typeof one, text: string) =>
      excel.Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [[text]];
        await context.sync();
      });
    await Promise.all([write(one, "one"), write(two, "two")]);
    expect(one.book.sheets[0]?.cells[0]?.[0]?.value).toBe("one");
    expect(two.book.sheets[0]?.cells[0]?.[0]?.value).toBe("two");
    expect(Object.keys(globalThis)).toEqual(before);
  });

  test("give lists that are lists of this program", async () => {
    const { Excel } = await blank();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load("values");
      await context.sync();
      expect(range.values).toBeInstanceOf(Array);
    });
  });
});

describe("counters", () => {
  test("count requests and the bytes of their bodies both ways", async () => {
    const { Excel, counters } = await blank();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().load("name");
      await context.sync();
      expect(counters.requests).toBe(1);
      const sent = counters.bytesSent;
      context.workbook.worksheets.getFirst().load("name");
      await context.sync();
      expect(counters.requests).toBe(2);
      expect(counters.bytesSent - sent).toBeGreaterThan(100);
      expect(counters.bytesReceived).toBeGreaterThan(100);
    });
  });

  test("a letter of two bytes counts as two", async () => {
    const { host } = await blank();
    const body = (name: string) => JSON.stringify({ Actions: [], ObjectPaths: {}, Name: name });
    await host.process(body("a"));
    const ascii = host.wire.counters.bytesSent;
    await host.process(body("€😀"));
    expect(host.wire.counters.bytesSent - ascii).toBe(Buffer.byteLength(body("€😀")));
  });
});

describe("Office", () => {
  test("is ready, announces ExcelApi up to 1.15 and no more, and keeps settings with the workbook", async () => {
    const { Office, book } = await blank({ fileName: "return.xlsx" });
    expect(await Office.onReady()).toEqual({ host: "Excel", platform: "OfficeOnline" });
    const { requirements, document } = Office.context;
    expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
    expect(requirements.isSetSupported("ExcelApi", "1.20")).toBe(false);
    document.settings.set("seen", true);
    expect(book.settings.get("seen")).toBe(true);
    expect(document.url).toBe("return.xlsx");
  });

  test("runs what was associated with a ribbon button", async () => {
    const { Office } = await blank();
    const pressed = jest.fn();
    Office.actions.associate("report", pressed);
    Office.actions.run("report", 1);
    expect(pressed).toHaveBeenCalledWith(1);
  });
});
