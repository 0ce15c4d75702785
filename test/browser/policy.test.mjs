/** The built pages under their own content security policy, as on a host that sends no header. */
/* global document, getComputedStyle, fetch */
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { launch, pane, root, serve, watchedPage } from "./harness.mjs";

const header = "content-security-policy";
let server, browser;
before(async () => {
  server = await serve(path.join(root, "assets/sample-return.xlsx"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The preview with the header taken from one page of the add-in. */
async function withoutHeader(name) {
  const seen = await watchedPage(browser, server.address);
  await seen.page.route(`**/${name}*`, async (route) => {
    const response = await route.fetch();
    const headers = Object.fromEntries(Object.entries(response.headers()).filter(([each]) => each !== header));
    await route.fulfill({ response, headers });
  });
  return seen;
}

/** What the page itself managed to do against its policy. */
const attempts = (frame) =>
  frame.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.body.dataset.ran = 'inline'";
    document.body.append(script);
    const connected = await fetch("help.html").then(
      () => "connected",
      () => "refused",
    );
    return [document.body.dataset.ran ?? "not run", connected];
  });

test("the pane works under the policy in its page alone, which runs no inline script and connects to nowhere", async () => {
  const { page, context, faults, elsewhere } = await withoutHeader("taskpane.html");
  await page.goto(server.address);
  await pane(page).getByText("This return").waitFor({ timeout: 90_000 });
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere(), []);
  const frame = page.frames().find((each) => each.url().includes("taskpane.html"));
  assert.deepEqual(await attempts(frame), ["not run", "refused"]);
  await context.close();
});

test("the help page is styled under the policy in its page alone, which runs no script", async () => {
  const { page, context, faults, elsewhere } = await withoutHeader("help.html");
  await page.goto(`${server.address}/help.html`);
  assert.equal(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).color), "rgb(0, 48, 135)");
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere(), []);
  assert.deepEqual(await attempts(page), ["not run", "refused"]);
  await context.close();
});
