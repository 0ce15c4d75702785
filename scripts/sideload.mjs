import { spawnSync } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";

/**
 * Puts the built add-in into a real Excel on this computer: serves dist/ on https://localhost:3000
 * with a development certificate, then has Microsoft's own tool open Excel with the manifest.
 * Windows and Mac only. Ctrl+C stops serving; run Excel's Insert, My Add-ins to take it away.
 */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".xml": "text/xml",
};

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("Excel runs on Windows and Mac; here there is the preview instead: npm start.");
  process.exit(2);
}
if (!existsSync("dist/taskpane.html")) {
  console.error("The add-in is not built yet. Run npm run build first.");
  process.exit(2);
}

const folder = path.resolve("dist");
const server = createServer(await getHttpsServerOptions(), (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "https://localhost");
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  const type = types[path.extname(file)];
  if (!file.startsWith(folder + path.sep) || !type || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" });
  createReadStream(file).pipe(response);
});

server.listen(3000, "localhost", () => {
  console.log("The add-in is served on https://localhost:3000 (Ctrl+C stops it).");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  spawnSync(npx, ["--yes", "office-addin-debugging@7.0.0", "start", "manifest.xml", "--no-debug"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
});
