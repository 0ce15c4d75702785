import { enter } from "../../../src/standin/model/cells/values";
import { blank, eventsArrive } from "../support";

describe("events", () => {
  test("onChanged of a sheet tells the add-in's own edit, a person's, and a co-author's as remote", async () => {
    const excel = await blank();
    const seen: Excel.WorksheetChangedEventArgs[] = [];
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.onChanged.add(async (args) => void seen.push(args));
      await context.sync();
      sheet.getRange("B2:C3").values = [[1, 2], [3, 4]]; // prettier-ignore
      await context.sync();
    });
    await eventsArrive();
    await excel.edit((session) => {
      const [sheet] = session.worksheets();
      if (sheet) enter(session, sheet, { top: 0, left: 0, bottom: 0, right: 0 }, [["typed"]]);
    });
    await excel.edit((session) => {
      const [sheet] = session.worksheets();
      if (sheet) enter(session, sheet, { top: 1, left: 0, bottom: 1, right: 0 }, [["elsewhere"]]);
    }, "co-author");
    await eventsArrive();
    const told = seen.map(({ address, source, triggerSource }) => ({ address, source, triggerSource }));
    expect(told).toEqual([
      { address: "B2:C3", source: "Local", triggerSource: "ThisLocalAddin" },
      { address: "A1", source: "Local", triggerSource: "Unknown" },
      { address: "A2", source: "Remote", triggerSource: "Unknown" },
    ]);
    expect(seen[0]?.worksheetId).toBe(excel.book.sheets[0]?.id);
  });

  test("handlers on the collection hear of every sheet: added, activated, deleted", async () => {
    const { Excel } = await blank();
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onAdded.add(async () => void seen.push("added"));
      sheets.onActivated.add(async () => void seen.push("activated"));
      sheets.onDeleted.add(async () => void seen.push("deleted"));
      await context.sync();
      const sheet = sheets.add("New");
      sheet.activate();
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    await eventsArrive();
    expect(seen).toEqual(["added", "activated", "activated", "deleted"]);
  });

  test("a removed handler hears nothing, and nothing is sent while events are off", async () => {
    const { Excel } = await blank();
    let heard = 0;
    const write = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
      return context.sync().then(eventsArrive);
    };
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async () => void heard++);
      await context.sync();
      await write(context);
      context.runtime.enableEvents = false;
      await write(context);
      context.runtime.enableEvents = true;
      await context.sync();
      return added;
    });
    expect(heard).toBe(1);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await Excel.run(write);
    expect(heard).toBe(1);
  });

  test("a table tells of changes in it, and the selection of a sheet is told", async () => {
    const { Excel } = await blank();
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A2").values = [["Gas"], [1]];
      const table = sheet.tables.add("A1:A2", true);
      await context.sync();
      table.onChanged.add(async (args) => void seen.push(`table ${args.address}`));
      sheet.onSelectionChanged.add(async (args) => void seen.push(`selected ${args.address}`));
      await context.sync();
      sheet.getRange("A2").values = [[5]];
      sheet.getRange("D9").values = [[5]];
      sheet.getRange("C3").select();
      await context.sync();
    });
    await eventsArrive();
    expect(seen).toEqual(["table A2", "selected C3"]);
  });
});

describe("an event's handler", () => {
  test("may run a batch of its own, and reach the changed range", async () => {
    const excel = await blank();
    const seen: unknown[] = [];
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.onChanged.add(async ({ worksheetId, address }) =>
        excel.Excel.run(async (inner) => {
          const range = inner.workbook.worksheets.getItem(worksheetId).getRange(address);
          range.load("values");
          await inner.sync();
          seen.push(range.values);
        }),
      );
      await context.sync();
      sheet.getRange("B2").values = [[7]];
      await context.sync();
    });
    await eventsArrive();
    await eventsArrive();
    expect(seen).toEqual([[[7]]]);
  });
});
