/** The production bundle in a real browser: from the sample return to the saved board report. */
/* global document, window, performance, axe, fetch */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";
import { gridDrawn, launch, pane, picture, root, serve, watchedPage } from "./harness.mjs";

const sample = path.join(root, "assets/sample-return.xlsx");
const cli = path.join(root, "build/node/cli.js");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(path.join(os.tmpdir(), "green-plan-"));
const patience = 90_000;

let server, browser;
before(async () => {
  server = await serve(sample);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(options) {
  const seen = await watchedPage(browser, server.address, options);
  const start = Date.now();
  await seen.page.goto(server.address);
  await pane(seen.page).getByText("This return").waitFor({ timeout: patience });
  seen.readAfter = Date.now() - start;
  await gridDrawn(seen.page);
  return seen;
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}.xlsx`);
  await download.saveAs(file);
  assert.equal(download.suggestedFilename(), "sample-return.xlsx");
  return file;
}

const dumpOf = (file) =>
  JSON.parse(
    execFileSync(process.execPath, [cli, "standin", path.join(root, "test/browser/fixtures/dump.js"), file], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    }),
  );

/** The first cells in which two sheets differ: address of the range, kind, row, column and both contents. */
function differences(one, other) {
  if (one.cells === null || other.cells === null) return one.cells === other.cells ? [] : [[one.name, "empty"]];
  const found = one.cells[0] === other.cells[0] ? [] : [["range", one.cells[0], other.cells[0]]];
  for (const [kind, rows] of other.cells.slice(1).entries()) {
    for (const [row, line] of rows.entries()) {
      for (const [column, content] of line.entries()) {
        const mine = one.cells[kind + 1][row]?.[column];
        if (mine !== content) found.push([kind, row, column, mine, content]);
      }
    }
  }
  if (JSON.stringify(one.charts) !== JSON.stringify(other.charts)) found.push(["charts", one.charts, other.charts]);
  return found.slice(0, 5);
}

/** The user's sheets in a saved file are those of the sample, byte for byte. */
function assertUntouched(file) {
  const [before, after] = [sample, file].map((each) => unzipSync(readFileSync(each)));
  const sheets = Object.keys(before).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name));
  assert.ok(sheets.length >= 6);
  for (const name of sheets) assert.deepEqual(after[name], before[name], name);
}

function assertClean({ faults, elsewhere }) {
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere(), []);
}

test("by pointer: the sample is read, the report made in the pane, a finding followed, the result saved", async (t) => {
  const seen = await opened();
  const { page } = seen;
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  const usable = await frame.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  t.diagnostic(
    `pane painted ${Math.round(usable)} ms after its frame began; return read ${seen.readAfter} ms after the page was asked for`,
  );
  await picture(page, "sample-opened");
  await pane(page).getByRole("tab", { name: "Check" }).click();
  const goTo = pane(page).getByRole("button", { name: "Go to" }).first();
  const cell = (await goTo.textContent()).replace(/^Go to (?:.*!)?/u, "").split(":")[0];
  await goTo.click();
  await page.waitForFunction((name) => document.querySelector(".univer-host input").value.startsWith(name), cell);
  await picture(page, "finding-followed");
  await pane(page).getByRole("button", { name: "Make board report" }).click();
  await pane(page).getByText("Board report made").waitFor({ timeout: patience });
  await page.waitForTimeout(1000);
  await picture(page, "report-made");
  const file = await saved(page, () => page.getByRole("button", { name: "Save a copy" }).click());
  assertUntouched(file);
  const names = dumpOf(file).map((sheet) => sheet.name);
  for (const name of ["Contents", "Board Report", "Action Status", "Trajectories", "Charts", "Findings", "Notes"]) {
    assert.ok(names.includes(name), `${name} is missing from ${names.join(", ")}`);
    await page.locator("[data-u-comp='slide-tab-bar']").getByText(name, { exact: true }).click();
    await page.waitForTimeout(700);
    await picture(page, `sheet-${name.toLowerCase().replace(/ /gu, "-")}`);
  }
  assertClean(seen);
  await seen.context.close();
});

test("by keyboard alone: the ribbon's one-click report, then the save", async () => {
  const seen = await opened();
  const { page } = seen;
  const within = (place) => page.evaluate((name) => document.activeElement?.closest(name) !== null, place);
  const isOn = (name) => page.evaluate((text) => document.activeElement?.textContent?.trim() === text, name);
  const tab = async () => {
    await page.keyboard.press("Tab");
    await page.waitForTimeout(60);
  };
  const tabTo = async (name) => {
    for (let i = 0; i < 60 && !(await isOn(name)); i++) await tab();
    assert.ok(await isOn(name), `Tab never came to ${name}`);
  };
  await page.keyboard.press("F6");
  await tabTo("Board report");
  await page.keyboard.press("Enter");
  await page.getByText("Board report: done.").waitFor({ timeout: patience });
  // The keyboard stays where it was. F6 goes on to the grid, where Tab moves between cells, and to the pane.
  await page.waitForTimeout(400);
  assert.ok(await isOn("Board report"));
  await page.keyboard.press("F6");
  assert.ok(await within(".univer-host"));
  await page.keyboard.press("F6");
  await page.waitForFunction(() => document.activeElement?.tagName === "IFRAME");
  for (let i = 0; i < 60 && (await within("iframe")); i++) await tab();
  await tabTo("Save a copy");
  const file = await saved(page, () => page.keyboard.press("Enter"));
  assertUntouched(file);

  const byTerminal = path.join(folder, "terminal.xlsx");
  execFileSync(process.execPath, [cli, "report", sample, "--out", byTerminal, "--quiet"]);
  const [inBrowser, inTerminal] = [dumpOf(file), dumpOf(byTerminal)];
  assert.deepEqual(
    inBrowser.map((sheet) => sheet.name),
    inTerminal.map((sheet) => sheet.name),
  );
  for (const [i, sheet] of inTerminal.entries()) assert.deepEqual(differences(inBrowser[i], sheet), [], sheet.name);
  assertClean(seen);
  await seen.context.close();
});

test("your own workbook is opened, and a file that is none is refused in a plain sentence", async () => {
  const seen = await opened();
  const { page } = seen;
  const other = path.join(folder, "My return.xlsx");
  writeFileSync(other, readFileSync(sample));
  await page.getByLabel("Open a workbook").setInputFiles(other);
  await page.getByText("My return.xlsx").waitFor();
  await pane(page).getByText("This return").waitFor({ timeout: patience });
  const none = path.join(folder, "figures.xlsx");
  writeFileSync(none, "Metric,2023/24\nGas,1\n");
  await page.getByLabel("Open a workbook").setInputFiles(none);
  const said = page.locator(".status .trouble");
  await said.waitFor();
  assert.match(await said.textContent(), /figures\.xlsx/u);
  assert.doesNotMatch(await said.textContent(), /could not do that/u);
  assert.equal(await page.getByText("My return.xlsx").count(), 1);
  assertClean(seen);
  await seen.context.close();
});

test("axe finds nothing in the pane at 320 pixels, nor in the page around it", async () => {
  const seen = await opened({ viewport: { width: 320, height: 900 } });
  const { page } = seen;
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  assert.equal(await frame.evaluate(() => window.innerWidth), 320);
  const check = async (where, context) => {
    await where.evaluate(axeSource);
    const found = await where.evaluate(async (within) => (await axe.run(within)).violations, context);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  };
  for (const view of ["Return", "Check", "Plan"]) {
    await pane(page).getByRole("tab", { name: view }).click();
    await page.waitForTimeout(500);
    // Fluent UI's marks for its focus order, which no one meets: they hand focus on at once.
    assert.deepEqual(await check(frame, { exclude: [["[data-tabster-dummy]"]] }), [], view);
    await picture(page, `pane-320-${view.toLowerCase()}`);
  }
  // The grid is a library's canvas; what the preview itself draws is checked.
  assert.deepEqual(await check(page, { exclude: [[".univer-host"], ["iframe"]] }), []);
  assertClean(seen);
  await seen.context.close();
});

test("a strict content security policy is in force in the page and in the pane", async () => {
  for (const place of ["/", "/taskpane.html"]) {
    const policy = (await fetch(server.address + place)).headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/u);
    assert.doesNotMatch(policy, /script-src[^;]*'unsafe-(?:inline|eval)'/u);
    assert.doesNotMatch(policy, /https?:/u);
  }
  const { page, context } = await opened();
  for (const frame of page.frames()) {
    const ran = await frame.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.head.append(script);
      return window.inlineRan === true;
    });
    assert.equal(ran, false, frame.url());
  }
  await context.close();
});

test("another site's page cannot reach the preview through a name of its own", async () => {
  const { hostname, port } = new URL(server.address);
  const status = await new Promise((resolve, reject) => {
    import("node:http").then(({ get }) => {
      const request = { hostname, port, path: "/workbook", headers: { host: "elsewhere.example" } };
      get(request, (response) => resolve(response.statusCode)).on("error", reject);
    });
  });
  assert.equal(status, 404);
});
