import { createHost } from "../../../src/standin/host";
import { newBook } from "../../../src/workbook-file/book/blank-book";
import type { ActionInfo, ObjectPathInfo, ResponseBody } from "../../../src/standin/wire/protocol";
import { blank, errorOf } from "../support";

async function send(paths: ObjectPathInfo[], actions: Partial<ActionInfo>[], host = createHost(newBook())) {
  const body = {
    ObjectPaths: Object.fromEntries(paths.map((path) => [path.Id, path])),
    Actions: actions.map((action, index) => ({ Id: index + 100, Name: "", ObjectPathId: 0, ...action })),
  };
  return JSON.parse(await host.process(body)) as ResponseBody;
}

const workbook: ObjectPathInfo = { Id: 1, ObjectPathType: 1, Name: "" };
const sheets: ObjectPathInfo = { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 };
const sheet: ObjectPathInfo = {
  Id: 3,
  ObjectPathType: 5,
  Name: "",
  ParentObjectPathId: 2,
  ArgumentInfo: { Arguments: ["Sheet1"] },
};

describe("a request", () => {
  test("instantiates the workbook, a property, an item and a null object", async () => {
    const nothing: ObjectPathInfo = { Id: 4, ObjectPathType: 7, Name: "" };
    const below: ObjectPathInfo = { Id: 5, ObjectPathType: 4, Name: "Charts", ParentObjectPathId: 4 };
    const answer = await send(
      [workbook, sheets, sheet, nothing, below],
      [1, 2, 3, 4, 5].map((ObjectPathId) => ({ ActionType: 1, ObjectPathId })),
    );
    expect(answer.Error).toBeUndefined();
    const id = "{00000000-0001-0000-0000-000000000000}";
    expect(answer.Results.map((result) => result.Value)).toEqual([{}, {}, { Id: id }, null, null]);
  });

  test("answers a query with Pascal-case names and a query as JSON with the add-in's", async () => {
    const answer = await send(
      [workbook, sheets],
      [
        { ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ["name"] } },
        { ActionType: 7, ObjectPathId: 2, QueryInfo: { Select: ["name"] } },
      ],
    );
    expect(answer.Results[0]?.Value).toMatchObject({ _Items: [{ Name: "Sheet1" }] });
    expect(answer.Results[1]?.Value).toMatchObject({ items: [{ name: "Sheet1" }] });
  });

  test("runs a method path once, however often it is instantiated", async () => {
    const added: ObjectPathInfo = { Id: 3, ObjectPathType: 3, Name: "Add", ParentObjectPathId: 2 };
    const answer = await send(
      [workbook, sheets, { ...added, ArgumentInfo: { Arguments: ["New"] } }],
      [
        { ActionType: 1, ObjectPathId: 3 },
        { ActionType: 1, ObjectPathId: 3 },
        { ActionType: 3, ObjectPathId: 2, Name: "GetCount" },
      ],
    );
    expect(answer.Results[0]?.Value).toEqual(answer.Results[1]?.Value);
    expect(answer.Results[2]?.Value).toBe(2);
  });

  test("sets a property, updates several, checks that one is unchanged, and traces", async () => {
    const answer = await send(
      [workbook, sheets, sheet],
      [
        { ActionType: 4, ObjectPathId: 3, Name: "TabColor", ArgumentInfo: { Arguments: ["#00ff00"] } },
        { ActionType: 9, ObjectPathId: 3, ObjectState: { name: "Data", pageLayout: { orientation: "Landscape" } } },
        { ActionType: 8, ObjectPathId: 3, ObjectState: { tabColor: "#00FF00" } },
        { ActionType: 5, Name: "Trace" },
        { ActionType: 2, ObjectPathId: 3, QueryInfo: { Select: ["name", "tabColor", "pageLayout/orientation"] } },
        { ActionType: 8, ObjectPathId: 3, ObjectState: { tabColor: "#0000FF" } },
      ],
    );
    expect(answer.TraceIds).toEqual([103]);
    expect(answer.Results[4]?.Value).toMatchObject({
      Name: "Data",
      TabColor: "#00FF00",
      PageLayout: { Orientation: "Landscape" },
    });
    expect(answer.Error).toMatchObject({ Code: "InvalidOperation", ActionIndex: 5 });
  });

  test("answers a recursive query down to its depth", async () => {
    const answer = await send(
      [workbook],
      [
        {
          ActionType: 6,
          ObjectPathId: 1,
          RecursiveQueryInfo: {
            Queries: { Workbook: { Select: ["name"] }, WorksheetCollection: { Select: ["name"] } },
            MaxDepth: 1,
          },
        },
      ],
    );
    expect(answer.Results[0]?.Value).toMatchObject({ Name: "Book1", Worksheets: { _Items: [{ Name: "Sheet1" }] } });
  });

  test("stops at the first error, keeps what was done, and says which action it was", async () => {
    const host = createHost(newBook());
    const rename = (name: string) => ({
      ActionType: 4,
      ObjectPathId: 3,
      Name: "Name",
      ArgumentInfo: { Arguments: [name] },
    });
    const answer = await send([workbook, sheets, sheet], [rename("First"), rename("a/b"), rename("Third")], host);
    expect(answer.Error).toMatchObject({ Code: "InvalidArgument", ActionIndex: 1, Location: "Worksheet.name" });
    expect(host.session.book.sheets[0]?.name).toBe("First");
  });

  test("names the class and member it does not have", async () => {
    const answer = await send([workbook], [{ ActionType: 1, ObjectPathId: 1 }]);
    expect(answer.Error).toBeUndefined();
    const missing: ObjectPathInfo = { Id: 2, ObjectPathType: 4, Name: "PivotTables", ParentObjectPathId: 1 };
    const refused = await send([workbook, missing], [{ ActionType: 1, ObjectPathId: 2 }]);
    expect(refused.Error).toMatchObject({ Code: "NotImplemented" });
    expect(refused.Error?.Message).toContain("Workbook.pivotTables");
  });

  test("refuses an unknown path, service and action by name", async () => {
    const service: ObjectPathInfo = { Id: 1, ObjectPathType: 2, Name: "Microsoft.Some.Service" };
    expect((await send([service], [{ ActionType: 1, ObjectPathId: 1 }])).Error?.Message).toContain(
      "Microsoft.Some.Service",
    );
    expect((await send([], [{ ActionType: 1, ObjectPathId: 9 }])).Error?.Code).toBe("InvalidObjectPath");
    expect((await send([], [{ ActionType: 77 }])).Error?.Code).toBe("NotImplemented");
  });

  test("gives an Office service to whoever brings one", async () => {
    const ready = { className: "InternalTest", identity: "x" };
    const host = createHost(newBook(), { services: { "Microsoft.Ready": ready } });
    const path: ObjectPathInfo = { Id: 1, ObjectPathType: 2, Name: "Microsoft.Ready" };
    expect((await send([path], [{ ActionType: 1, ObjectPathId: 1 }], host)).Error).toBeUndefined();
  });
});

describe("null objects", () => {
  test("say that they are null, and so do their children and loads", async () => {
    const { Excel } = await blank();
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("None");
      const range = none.getRange("A1");
      range.load("values");
      none.load("name");
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(range.isNullObject).toBe(true);
    });
  });

  test("cannot be changed or called", async () => {
    const excel = await blank();
    const code = async (batch: (sheet: Excel.Worksheet) => void) =>
      (await errorOf(excel, (context) => batch(context.workbook.worksheets.getItemOrNullObject("None")))).code;
    expect(await code((sheet) => sheet.delete())).toBe("ItemNotFound");
    expect(await code((sheet) => (sheet.name = "x"))).toBe("ItemNotFound");
  });
});

describe("errors", () => {
  test("carry Microsoft's code, the place and the statement of the add-in", async () => {
    const excel = await blank();
    const error = await errorOf(excel, (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B2").values = [[1]];
    });
    expect(error.code).toBe("InvalidArgument");
    expect(error.debugInfo.errorLocation).toBe("Range.values");
    expect(error.debugInfo.statement).toBe("range.values = ...;");
  });

  test.each<[string, string, (context: Excel.RequestContext) => unknown]>([
    ["ItemNotFound", "a sheet that is not there", (c) => c.workbook.worksheets.getItem("None")],
    ["ItemAlreadyExists", "a sheet's name used twice", (c) => c.workbook.worksheets.add("sheet1")],
    ["InvalidArgument", "an address that is none", (c) => c.workbook.worksheets.getFirst().getRange("A1:")],
    ["InvalidArgument", "a cell beyond the last row", (c) => c.workbook.worksheets.getFirst().getCell(1048576, 0)],
    ["InvalidArgument", "a cell beyond the last column", (c) => c.workbook.worksheets.getFirst().getCell(0, 16384)],
    ["InvalidArgument", "a property nobody has", (c) => c.workbook.worksheets.getFirst().load("colour")],
    ["InvalidOperation", "deleting the only sheet", (c) => c.workbook.worksheets.getFirst().delete()],
    ["NotImplemented", "a kind of chart that cannot be kept", (c) => addChart(c, "Surface")],
    [
      "NotImplemented",
      "a property that the file does not keep",
      (c) => (c.workbook.worksheets.getFirst().enableCalculation = false),
    ],
    ["NotImplemented", "a whole class", (c) => c.workbook.worksheets.getFirst().shapes.load("items")],
  ])("%s for %s", async (code, _, batch) => {
    expect((await errorOf(await blank(), batch)).code).toBe(code);
  });

  function addChart(context: Excel.RequestContext, type: Excel.ChartType | "Surface") {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.charts.add(type, sheet.getRange("A1:B2"));
  }

  test("InvalidReference for a range whose sheet was deleted", async () => {
    const excel = await blank();
    const error = await errorOf(excel, async (context) => {
      const range = context.workbook.worksheets.add("Gone").getRange("A1");
      range.load("address");
      await context.sync();
      context.workbook.worksheets.getItem("Gone").delete();
      range.values = [[1]];
    });
    expect(error.code).toBe("InvalidReference");
  });
});
