import { readFileSync } from "node:fs";
import { qualityPage } from "./page";
import { allRecorded, type ToolRecord } from "./record";

const kept = (tool: string, results: ToolRecord["results"]): ToolRecord => ({
  tool,
  command: `npm run ${tool}`,
  date: "2026-11-28",
  machine: "2 cores",
  results,
});

describe("docs/quality.md", () => {
  it("is made of what the tools kept", () => {
    expect(readFileSync("docs/quality.md", "utf8")).toBe(qualityPage(allRecorded()));
  });

  it("shows every figure kept, and says of what has none how to get it", () => {
    const page = qualityPage(new Map([["fuzz", kept("fuzz", [{ kind: "cells", done: 12_345 }])]]));
    expect(page).toContain("12,345");
    expect(page).toContain("Not kept yet: `npm run soak -- --record`.");
    expect(page).not.toContain("undefined");
  });

  it("sets a workbook's ratios beside those of others", () => {
    const page = qualityPage(
      new Map([
        [
          "bench",
          kept("bench", [
            { workbook: "a return", stage: "reading", milliseconds: 1500, requests: 4, "peak MB": 200 },
            { workbook: "a return", stage: "checking", milliseconds: 2500, "times JSON.parse": 7.5, "peak MB": 300 },
            {
              workbook: "a return",
              stage: "cell by cell, reckoned from 9 cells",
              requests: 9,
              "times the reading": 26,
            },
          ]),
        ],
      ]),
    );
    const [glance] = page.split("\n").filter((line) => /^\| a return/.test(line));
    expect(glance?.split("|").map((each) => each.trim())).toEqual([
      "",
      "a return",
      "1.5",
      "2.5",
      "0",
      "4",
      "7.5",
      "26",
      "9",
      "300",
      "",
    ]);
  });
});
