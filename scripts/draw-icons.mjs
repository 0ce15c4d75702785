import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/**
 * Draws the ribbon icons from assets/icons/*.svg at each size the manifest names.
 * `npm run icons` when a drawing changes; the PNG files are kept with the project.
 */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const file of readdirSync("assets/icons")) {
  const svg = readFileSync(`assets/icons/${file}`, "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(`assets/icon-${file.replace(".svg", "")}-${size}.png`, png);
  }
}
await browser.close();
