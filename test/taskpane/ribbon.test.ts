import { readFileSync } from "node:fs";
import path from "node:path";
import { associateCommands } from "../../src/taskpane/ribbon";
import { openExcel } from "../../src/standin/index";
import { stopLive } from "../../src/taskpane/pane/live";
import { store } from "../../src/taskpane/pane/store";
import { checkReturn } from "../../src/taskpane/pane/tasks";

jest.setTimeout(60_000);

const sample = readFileSync(path.resolve(__dirname, "../../assets/sample-return.xlsx"));

/** Excel with the ribbon's commands associated, and a note of what the person would see of each. */
async function ribbon() {
  const opened = await openExcel(sample, { fileName: "sample-return.xlsx", recalculate: false });
  const seen = { panesOpened: 0, completed: 0 };
  const addin = { showAsTaskpane: async () => void (seen.panesOpened += 1) };
  Object.assign(globalThis, { Excel: opened.Excel, Office: { ...opened.Office, addin } });
  associateCommands();
  const press = (name: string) => opened.Office.actions.run(name, { completed: () => (seen.completed += 1) });
  return { ...opened, seen, press };
}

afterEach(async () => {
  await stopLive();
  store.reset();
});

test("the board report is made in one press, without the pane, and its board page is in front", async () => {
  const { press, seen, book, Excel } = await ribbon();
  await press("makeBoardReport");
  expect(seen).toEqual({ panesOpened: 0, completed: 1 });
  expect(book.sheets.map(({ name }) => name)).toContain("Board Report");
  await Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    expect(active.name).toBe("Board Report");
  });
});

test("where the report cannot be made, the pane is opened with the reason, and the press ends all the same", async () => {
  const { press, seen, faults } = await ribbon();
  faults.fail({ request: 1, code: "InvalidOrTimedOutSession" });
  await press("makeBoardReport");
  expect(seen).toEqual({ panesOpened: 1, completed: 1 });
  expect(store.get().message).toMatchObject({ intent: "error", text: expect.stringContaining("Reload the workbook") });
});

test("a press while the pane still reads waits for it and makes the report", async () => {
  const { press, seen, book } = await ribbon();
  const reading = checkReturn();
  await press("makeBoardReport");
  expect(await reading).toBe(true);
  expect(seen).toEqual({ panesOpened: 0, completed: 1 });
  expect(book.sheets.map(({ name }) => name)).toContain("Board Report");
});

test("Check opens the pane at the findings", async () => {
  const { press, seen } = await ribbon();
  await press("checkReturn");
  expect(seen).toEqual({ panesOpened: 1, completed: 1 });
  expect(store.get().view).toBe("check");
  expect(store.get().outcome?.findings.map(({ code }) => code)).toContain("DQ04");
});

test("where Excel cannot open the pane, the check is done and the press ends", async () => {
  const { press, seen } = await ribbon();
  Object.assign(Office.addin, { showAsTaskpane: () => Promise.reject(new Error("No pane here.")) });
  await press("checkReturn");
  expect(seen.completed).toBe(1);
  expect(store.get().outcome).not.toBeNull();
});
