import { readFileSync } from "node:fs";
import { panePolicy as served, previewPolicy } from "../src/standin/server/policy";

// eslint-disable-next-line @typescript-eslint/no-require-imports -- webpack.config.js loads it too
const { helpPolicy, panePolicy } = require("../scripts/content-policy.cjs") as {
  helpPolicy(html: string): string;
  panePolicy(officejs: { selfHosted: boolean }): string;
};

const page = readFileSync("docs/deployment.md", "utf8");
const officejs = "https://appsforoffice.microsoft.com";

describe("the content security policy", () => {
  it("in the deployment page's samples is the pane's own, with the sites that may frame it", () => {
    const samples = page.match(/default-src 'none'[^"\n]*/gu) ?? [];
    expect(samples).toHaveLength(3);
    for (const sample of samples) {
      const [own, framed] = sample.split("; frame-ancestors ");
      expect(own).toBe(panePolicy({ selfHosted: false }));
      expect(framed?.split(" ")).toContain("https://*.officeapps.live.com");
      expect(framed).not.toMatch(/(?:^|\s)(?:\*|https?:)(?:\s|$)/u);
    }
  });

  it("of a self-hosted build names no other site, and is what the preview sends", () => {
    expect(panePolicy({ selfHosted: true })).not.toMatch(/https?:/u);
    expect(served).toBe(`${panePolicy({ selfHosted: true })}; frame-ancestors 'self'`);
    expect(previewPolicy).toContain("frame-ancestors 'self'");
  });

  it("of the pane connects to nowhere and runs what it names alone", () => {
    const policy = panePolicy({ selfHosted: false });
    expect(policy).toContain(`script-src 'self' ${officejs};`);
    expect(policy).not.toContain("connect-src");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/u);
  });

  it("of the help page allows its one style and no script", () => {
    const policy = helpPolicy(readFileSync("src/taskpane/help.html", "utf8"));
    expect(policy).toMatch(/^default-src 'none'; .*style-src 'sha256-[\w+/]{43}='$/u);
    expect(policy).not.toContain("script-src");
  });
});
