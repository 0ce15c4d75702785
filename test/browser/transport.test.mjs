/** The preview as a host: what an add-in hears and does through the unmodified office.js in a frame. */
/* global Office, document, fetch, navigator, setTimeout, window */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fixtureAddin, gridDrawn, launch, pane, picture, serve, watchedPage } from "./harness.mjs";

let addin, server, browser, seen, page, frame;

before(async () => {
  addin = fixtureAddin("pane");
  server = await serve("--addin", addin.folder);
  browser = await launch();
  seen = await watchedPage(browser, server.address, { permissions: ["clipboard-read", "clipboard-write"] });
  page = seen.page;
  await page.goto(server.address);
  await pane(page).getByText("Ready in").waitFor();
  await gridDrawn(page);
  frame = page.frames().find((each) => each.url().includes("taskpane"));
});
after(async () => {
  await browser?.close();
  await server?.stop();
  addin?.remove();
});

const nameBoxShows = (name) =>
  page.waitForFunction((address) => document.querySelector(".univer-host input").value === address, name);
const heard = (text) => pane(page).getByText(text).first().waitFor({ timeout: 10_000 });
const inPane = (work) => frame.evaluate(`window.run(${work})`);
/** What the selected cell shows, as the clipboard gets it. */
async function copied() {
  await page.keyboard.press("Control+c");
  await page.waitForTimeout(300);
  return page.evaluate(() => navigator.clipboard.readText());
}
/** Notes the messages between windows that a page gets from here on, as a page there could. */
const eavesdrop = (page) =>
  page.evaluate(() => {
    window.passed = [];
    window.addEventListener("message", ({ data }) => window.passed.push(String(data)));
  });
const passed = async (page, word) =>
  (await page.evaluate(() => window.passed)).filter((message) => message.includes(word));
/** Goes to a cell by the name box. */
async function goTo(name) {
  await page.locator(".univer-host input").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

test("office.js says it is in Excel on the web, over plain http", async () => {
  assert.match(await pane(page).getByText("Ready in").textContent(), /Ready in Excel OfficeOnline/u);
  const sets = await frame.evaluate(() =>
    ["1.13", "1.15", "1.16"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)),
  );
  assert.deepEqual(sets, [true, true, false]);
});

test("the pane is served as built but for office.js's address", async () => {
  const text = await (await fetch(`${server.address}/taskpane.html`)).text();
  assert.match(text, /src="\/officejs\/office\.js"/u);
  assert.doesNotMatch(text, /appsforoffice/u);
});

test("settings last within the workbook", async () => {
  const value = await frame.evaluate(
    () =>
      new Promise((resolve) => {
        const { settings } = Office.context.document;
        settings.set("plan", { id: "llr" });
        settings.saveAsync(() => settings.refreshAsync(() => resolve(settings.get("plan"))));
      }),
  );
  assert.deepEqual(value, { id: "llr" });
  const rich = await inPane(`async (context) => {
    const item = context.workbook.settings.getItem("plan"); item.load("value"); await context.sync(); return item.value.id; }`);
  assert.equal(rich, "llr");
});

test("an edit by the add-in is seen in the grid, and going to a cell selects it there", async () => {
  await inPane(`async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("D7").values = [[1234.5]]; sheet.getRange("D7").select(); await context.sync(); }`);
  await page.waitForFunction(() => document.querySelector(".univer-host input").value === "D7");
  assert.equal(await copied(), "1234.5");
});

test("a person's edit in the grid reaches the add-in, is calculated, and can be undone", async () => {
  await goTo("F3");
  await heard("selected F3");
  await page.keyboard.type("=D7*2");
  await page.keyboard.press("Enter");
  await heard("changed F3 Local");
  const read = () =>
    inPane(`async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("F3"); range.load("values,formulas"); await context.sync();
    return [range.values[0][0], range.formulas[0][0]]; }`);
  assert.deepEqual(await read(), [2469, "=D7*2"]);
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(500);
  assert.deepEqual(await read(), ["", ""]);
});

test("what is pasted, filled over and deleted in the grid is in the workbook, and text stays text", async () => {
  await page.evaluate(() => navigator.clipboard.writeText("Gas\t12.5\n2016/17\t=H5*2"));
  await goTo("G5");
  await page.keyboard.press("Control+v");
  await heard("changed G5:H6 Local");
  const read = () =>
    inPane(`async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("G5:H6"); range.load("values"); await context.sync(); return range.values; }`);
  assert.deepEqual(await read(), [
    ["Gas", 12.5],
    ["2016/17", 25],
  ]);
  await goTo("G5");
  await page.keyboard.press("Delete");
  await heard("changed G5 Local");
  assert.deepEqual((await read())[0], ["", 12.5]);
});

test("a link within the workbook is followed", async () => {
  await inPane(`async (context) => {
    const sheets = context.workbook.worksheets; sheets.load("items/name"); await context.sync();
    const link = { documentReference: "'" + sheets.items[1].name + "'!C3", textToDisplay: "Next" };
    sheets.items[0].getRange("A2").hyperlink = link; await context.sync(); }`);
  await goTo("A1");
  await page.waitForTimeout(700);
  const box = await page.locator(".univer-host canvas").last().boundingBox();
  // Below the column headings and a title in large type.
  await page.mouse.click(box.x + 100, box.y + 60);
  await nameBoxShows("C3");
  await heard("activated");
});

test("what the workbook would not keep is refused in the grid", async () => {
  await goTo("D7");
  await page.keyboard.press("Control+b");
  await page.getByText("The preview does not do that").waitFor();
  const bold = await inPane(`async (context) => {
    const font = context.workbook.worksheets.getFirst().getRange("D7").format.font; font.load("bold"); await context.sync(); return font.bold; }`);
  assert.equal(bold, false);
});

test("a function command of the ribbon writes a sheet: values, formulas, conditional format, chart, freeze", async () => {
  await eavesdrop(page);
  await eavesdrop(frame);
  await page.getByRole("button", { name: "Board report" }).click();
  await heard("command GreenPlan.Report");
  await page.getByText("Board report: done.").waitFor();
  await page.getByRole("img", { name: "Gas is falling" }).waitFor();
  await page.waitForFunction(() => document.querySelector(".univer-host input").value === "C4");
  const values = await inPane(`async (context) => {
    const range = context.workbook.worksheets.getItem("Made by a command").getRange("C2:C4"); range.load("values"); await context.sync(); return range.values; }`);
  assert.deepEqual(values, [[60], [40], [60]]);
  await picture(page, "command");
});

test("a page of another origin that knows every word of the conversation is heard neither by host nor pane", async () => {
  const commands = await passed(frame, "appCommandInvoked");
  const queries = await passed(page, "ArrayData");
  assert.ok(commands.length > 0 && queries.length > 0);
  const state = async () => [
    await inPane(`async (context) => {
      const sheets = context.workbook.worksheets; sheets.load("items/name"); await context.sync();
      return sheets.items.map(({ name }) => name); }`),
    await frame.evaluate(() => document.getElementById("heard").textContent),
  ];
  const before = await state();

  const opened = page.waitForEvent("popup");
  const elsewhere = server.address.replace("localhost", "127.0.0.1");
  await page.evaluate((address) => void window.open(address), `${elsewhere}/assets/icon-16.png`);
  const forger = await opened;
  await forger.waitForLoadState();
  await eavesdrop(forger);
  await forger.evaluate(
    (forged) => {
      for (const message of forged.commands) window.opener.frames[0].postMessage(message, "*");
      for (const message of forged.queries) window.opener.postMessage(message, "*");
      return new Promise((resolve) => setTimeout(resolve, 1000));
    },
    { commands, queries },
  );
  assert.deepEqual(await passed(forger, ""), []);
  assert.deepEqual(await state(), before);
  await forger.close();
  // office.js itself refuses, in these words; the address it was asked from is all that went elsewhere.
  assert.deepEqual(seen.faults.splice(0), Array(commands.length).fill("uncaught: Failed orgin check"));
  assert.deepEqual(new Set(seen.elsewhere().map((url) => new URL(url).origin)), new Set([elsewhere]));
  seen.requests.length = 0;

  // The same words from the host are heard, and fail for the sheet is there: without this, nothing above could fail.
  const failed = page.waitForEvent("pageerror");
  await page.evaluate((message) => window.frames[0].postMessage(message, "*"), commands[0]);
  assert.match((await failed).message, /exists already/u);
  await heard("error ItemAlreadyExists");
  seen.faults.length = 0;
});

test("the pane closes and a command opens it again, its state kept", async () => {
  await page.getByRole("button", { name: "Close the pane" }).click();
  await page.getByLabel("Task pane").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Check return" }).click();
  await page.getByLabel("Task pane").waitFor({ state: "visible" });
  await heard("command GreenPlan.Report");
});

test("nothing went wrong and nothing left the machine", () => {
  assert.deepEqual(seen.faults, []);
  assert.deepEqual(seen.elsewhere(), []);
});
