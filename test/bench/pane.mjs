/**
 * How long the pane takes to answer an edit, and how long its own scripts keep its thread while they check:
 * the built add-in in a real browser, a person's edit typed into the grid.
 *
 *   node test/bench/pane.mjs [WORKBOOK]    (the sample return where none is named)
 */
/* global window, document, performance, PerformanceObserver, MutationObserver */
import path from "node:path";
import { gridDrawn, launch, pane, root, serve, watchedPage } from "../browser/harness.mjs";

const [file = path.join(root, "assets/sample-return.xlsx")] = process.argv.slice(2);
const patience = 180_000;
/** The pane waits this long after an edit before it checks (taskpane/pane/live.ts). */
const pause = 700;
const edits = 5;

/** Runs in every frame from its start: keeps its own long tasks. */
function watchTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === "self") window.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
}

/** Runs in the pane once it is there: keeps the time of its last change. */
function watchChanges() {
  new MutationObserver(() => (window.lastChange = performance.now())).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

const server = await serve(file);
const browser = await launch();
try {
  const { page, context } = await watchedPage(browser, server.address);
  await context.addInitScript(watchTasks);
  await page.goto(server.address);
  await pane(page).getByText("This return").waitFor({ timeout: patience });
  await gridDrawn(page);
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  await report("first check", frame, 0);
  await frame.evaluate(watchChanges);
  await pane(page).getByRole("tab", { name: "Check" }).click();
  const answers = [];
  const nameBox = page.locator(".univer-host input").first();
  await pane(page).getByRole("button", { name: "Go to" }).first().click();
  await page.waitForTimeout(1500);
  const cell = await nameBox.inputValue();
  for (let edit = 0; edit < edits; edit++) {
    await nameBox.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(cell);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(800);
    const start = await frame.evaluate(() => performance.now());
    await page.keyboard.type(String(1234 + edit));
    await page.keyboard.press("Enter");
    const typed = await frame.evaluate(() => performance.now());
    await page.waitForTimeout(pause + 6000);
    const answered = await frame.evaluate(() => window.lastChange);
    const took = answered - typed - pause;
    const isShown = took > 0;
    if (isShown) answers.push(took);
    const words = isShown ? `showed the answer ${Math.round(took)} ms after the pause` : "shows the same as before";
    console.log(`edit ${edit + 1}: the pane ${words}`);
    await report(`edit ${edit + 1}`, frame, start);
  }
  answers.sort((a, b) => a - b);
  console.log(`middle of ${answers.length}: ${Math.round(answers[answers.length >> 1])} ms after the pause`);
} finally {
  await browser.close();
  await server.stop();
}

async function report(name, frame, since) {
  const tasks = await frame.evaluate((from) => window.longTasks.filter(({ startTime }) => startTime >= from), since);
  const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
  console.log(`${name}: ${tasks.length} tasks of the pane's own over 50 ms, the longest ${Math.round(longest)} ms`);
}
