/** What the browser tests share: a served preview, a browser, and a record of all that must not happen. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = path.join(root, "test-results");
const cli = path.join(root, "build/node/cli.js");

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** An installed Chrome, Edge or Chromium; CHROME_PATH names one. */
export function browserPath() {
  const found = [process.env.CHROME_PATH, ...places].find((place) => place && existsSync(place));
  if (!found) throw new Error("No Chrome, Edge or Chromium was found. Name one in CHROME_PATH.");
  return found;
}

export function launch() {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking"];
  const alone = ["--disable-component-update", "--disable-sync", "--disable-gpu"];
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: browserPath(), args: [...quiet, ...alone, ...asRoot] });
}

/** Serves the built preview as `npm start` does, on a free port. */
export async function serve(...args) {
  const server = spawn(process.execPath, [cli, "start", ...args], { env: { ...process.env, PORT: "0" } });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk) => {
      said += chunk;
      const found = /http:\/\/localhost:\d+/u.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("exit", () => reject(new Error(`The preview did not start: ${said}`)));
  });
  const stopped = new Promise((resolve) => server.once("exit", resolve));
  return {
    address,
    async stop() {
      server.kill("SIGTERM");
      return stopped;
    },
  };
}

/** A folder with the manifest, the icons and a pane made for one test. */
export function fixtureAddin(name) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "green-plan-"));
  cpSync(path.join(root, "test/browser/fixtures", name), folder, { recursive: true });
  cpSync(path.join(root, "manifest.xml"), path.join(folder, "manifest.xml"));
  cpSync(path.join(root, "assets"), path.join(folder, "assets"), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A page that records what must not happen: errors, failed answers, policy breaches, requests elsewhere. */
export async function watchedPage(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  const faults = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  context.on("request", (request) => requests.push(request.url()));
  const elsewhere = () => requests.filter((url) => !url.startsWith(address) && !/^(?:data|blob):/u.test(url));
  return { page, context, faults, requests, elsewhere };
}

export const pane = (page) => page.frameLocator("iframe");

/** Keeps a picture as a file of the run. */
export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** The grid comes up after the pane; it then takes the keyboard once, if nothing else has it. */
export async function gridDrawn(page) {
  await page.locator(".univer-host [data-u-comp='defined-name'] input").waitFor();
  await page.waitForTimeout(500);
}
