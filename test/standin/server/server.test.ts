import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { previewServer } from "../../../src/standin/server/server";

const folder = mkdtempSync(path.join(os.tmpdir(), "served-"));
const file = (name: string, content: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

let server: Server;
beforeAll(async () => {
  file("dist/taskpane.html", `<script src="${cdn}"></script>`);
  file("dist/help.html", "<p>Help</p>");
  file("dist/taskpane.js", `load("${cdn}")`);
  file("preview/index.html", "the preview");
  file("officejs/office.js", "the client");
  file("officejs/en-gb/office_strings.js", "words");
  file("My return.xlsx", "bytes");
  file("secret.txt", "not served");
  const at = (name: string) => path.join(folder, name);
  server = previewServer({
    addin: at("dist"),
    preview: at("preview"),
    officejs: at("officejs"),
    workbook: at("My return.xlsx"),
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

interface Got {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

/** Asked with Node's own client, which sends a path as it is given. */
const get = (webPath: string, options: { host?: string; method?: string } = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const headers = options.host === undefined ? {} : { host: options.host };
    request({ host: "localhost", port, path: webPath, method: options.method ?? "GET", headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on("error", reject)
      .end();
  });

describe("the preview's server", () => {
  it("gives the preview at the root, and the add-in beside it", async () => {
    expect((await get("/")).body).toBe("the preview");
    expect((await get("/taskpane.html")).status).toBe(200);
  });

  it("takes office.js from the npm copy in the add-in's pages, and leaves all else byte for byte", async () => {
    expect((await get("/taskpane.html")).body).toBe(`<script src="/officejs/office.js"></script>`);
    expect((await get("/taskpane.js")).body).toBe(`load("${cdn}")`);
  });

  it("lets a page that is only read run nothing", async () => {
    const policyOf = async (page: string) => (await get(page)).headers["content-security-policy"];
    expect(await policyOf("/help.html")).not.toMatch(/script-src|frame-src|worker-src/);
    expect(await policyOf("/help.html")).toMatch(/^default-src 'none'/);
    expect(await policyOf("/taskpane.html")).toContain("script-src 'self'");
  });

  it("finds office.js's parts whatever the case of their letters", async () => {
    expect((await get("/officejs/en-GB/office_strings.js")).body).toBe("words");
  });

  it("answers the client's question whether an http host can be trusted", async () => {
    const { body, headers } = await get("/officejs/AgaveErrorUX/index.html");
    expect(headers["content-type"]).toContain("text/html");
    expect(body).toContain("trusted.js");
    expect((await get("/officejs/AgaveErrorUX/trusted.js")).body).toContain('"hostUserTrusted":true');
  });

  it("gives the workbook with its name", async () => {
    const { body, headers } = await get("/workbook");
    expect(body).toBe("bytes");
    expect(decodeURIComponent(String(headers["x-file-name"]))).toBe("My return.xlsx");
  });

  it.each(["/", "/taskpane.html", "/officejs/AgaveErrorUX/index.html"])(
    "sends %s with a strict policy",
    async (place) => {
      const policy = String((await get(place)).headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/u);
      expect(policy).not.toMatch(/https?:/u);
    },
  );

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/officejs/..%2fsecret.txt",
    "/%E0%A4%A",
    "/missing.js",
    "/officejs",
  ])("does not give %s", async (place) => {
    expect((await get(place)).status).toBe(404);
  });

  it("lets no other site embed what it serves", async () => {
    for (const place of ["/workbook", "/", "/taskpane.html", "/missing.js"])
      expect((await get(place)).headers["cross-origin-resource-policy"]).toBe("same-origin");
  });

  describe("lives on, with one plain sentence instead of the workbook, when that", () => {
    const place = path.join(folder, "My return.xlsx");
    afterEach(async () => {
      rmSync(place, { recursive: true, force: true });
      file("My return.xlsx", "bytes");
      expect(await get("/workbook")).toMatchObject({ status: 200, body: "bytes" });
    });
    const gone: [string, RegExp, () => unknown][] = [
      ["is taken away", /^My return\.xlsx is no longer there\. Reload/, () => undefined],
      ["is replaced by a folder", /^My return\.xlsx is now a folder\. /, () => mkdirSync(place)],
    ];
    if (process.platform !== "win32")
      gone.push(["is replaced by a pipe", /is now a pipe\. /, () => execFileSync("mkfifo", [place])]);

    it.each(gone)("%s", async (_, sentence, replace) => {
      rmSync(place);
      replace();
      const { status, body, headers } = await get("/workbook");
      expect(status).toBe(500);
      expect(body).toMatch(sentence);
      expect(body).not.toMatch(/Error|ENOENT|EISDIR|\n/);
      expect(decodeURIComponent(String(headers["x-file-name"]))).toBe("My return.xlsx");
    });
  });

  it("answers to this machine's own names alone, and to reading alone", async () => {
    expect((await get("/workbook", { host: "elsewhere.example" })).status).toBe(404);
    expect((await get("/", { method: "POST" })).status).toBe(404);
    expect((await get("/", { method: "HEAD" })).body).toBe("");
  });
});
