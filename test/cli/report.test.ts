import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { sample, terminal, workplace } from "./workplace";

const folder = workplace();
const out = path.join(folder, "report.xlsx");
const again = path.join(folder, "again.xlsx");
const json = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));

/** The worksheet parts of a package, by the sheet's name. */
function sheetParts(file: string): Map<string, string> {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  const text = (name: string) => strFromU8(parts[name]!);
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)].map(([element]) => [
      /\bId="([^"]+)"/.exec(element)![1]!,
      /\bTarget="\/?(?:xl\/)?([^"]+)"/.exec(element)![1]!,
    ]),
  );
  return new Map(
    [...text("xl/workbook.xml").matchAll(/<sheet\b[^>]*>/g)].map(([element]) => [
      /\bname="([^"]+)"/.exec(element)![1]!,
      text(`xl/${targets.get(/\br:id="([^"]+)"/.exec(element)![1]!)}`),
    ]),
  );
}

const ours = ["Contents", "Board Report", "Action Status", "Trajectories", "Charts", "Findings", "Notes"];

beforeAll(async () => {
  const first = await terminal("report", sample, "--out", out, "--json", path.join(folder, "first.json"));
  expect(first).toMatchObject({ code: 0, error: "" });
  expect(first.out).toMatch(/as at 31 March 2025/);
  const second = await terminal("report", out, "--out", again, "--json", path.join(folder, "second.json"));
  expect(second).toMatchObject({ code: 0, error: "" });
}, 60_000);

test("adds the report's sheets behind the user's own", () => {
  const names = [...sheetParts(out).keys()];
  expect(names).toEqual([...sheetParts(sample).keys(), ...names.slice(sheetParts(sample).size)]);
  expect(names).toEqual(expect.arrayContaining(ours));
});

test("leaves every sheet of the user's byte for byte as it was", () => {
  const written = sheetParts(out);
  for (const [name, xml] of sheetParts(sample)) expect(written.get(name)).toBe(xml);
});

test("leaves the input file alone", () => {
  expect(existsSync(sample)).toBe(true);
  expect(sheetParts(sample).has("Board Report")).toBe(false);
});

test("draws the footprint against its path as a native chart", () => {
  const parts = unzipSync(new Uint8Array(readFileSync(out)));
  const charts = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
  expect(charts.map((name) => strFromU8(parts[name]!)).some((xml) => xml.includes("lineChart"))).toBe(true);
});

describe("on its own output", () => {
  test("doubles no sheet", () => {
    expect([...sheetParts(again).keys()]).toEqual([...sheetParts(out).keys()]);
  });

  test("comes to the same figures, findings and standings", () => {
    const strip = ({ excel: _, ...rest }: Record<string, unknown>) =>
      JSON.parse(JSON.stringify(rest).replaceAll('"report.xlsx"', '"sample-return.xlsx"'));
    expect(strip(json("second.json"))).toEqual(strip(json("first.json")));
  });

  test("still leaves the user's sheets byte for byte", () => {
    const written = sheetParts(again);
    for (const [name, xml] of sheetParts(sample)) expect(written.get(name)).toBe(xml);
  });
});

describe("the JSON", () => {
  test("has the contract's keys", () => {
    const first = json("first.json");
    expect(first).toMatchObject({
      plan: { id: expect.any(String), name: expect.any(String), version: expect.any(String) },
      asOf: "2025-03-31",
      readiness: "not ready",
      leftOut: { organisations: 0, rows: 0 },
      excel: { requests: expect.any(Number), sheetsWritten: expect.arrayContaining(ours) },
    });
    expect(Object.keys(first.observations[0])).toEqual(
      expect.arrayContaining([
        "metric",
        "organisation",
        "site",
        "period",
        "kind",
        "value",
        "unit",
        "raw",
        "file",
        "cell",
        "parts",
        "note",
      ]),
    );
    expect(Object.keys(first.assessments[0])).toEqual(
      expect.arrayContaining([
        "latest",
        "actual",
        "baseline",
        "target",
        "path",
        "gap",
        "gapPercent",
        "rag",
        "why",
        "assurance",
        "neededPerYear",
        "attains",
        "partial",
        "missing",
      ]),
    );
    expect(first.actions).toHaveLength(63);
  });

  test("gives LLR's footprint against the plan's late and early path (calculations.md section 1)", () => {
    const footprint = json("first.json").assessments.find(
      (each: { metric: string; organisation: string; latest: boolean }) =>
        each.metric === "CF" && each.organisation === "LLR" && each.latest,
    );
    expect(footprint).toMatchObject({
      period: "2024/25",
      actual: 79_000,
      rag: "red",
      baseline: { period: "2019/20", value: 88_600 },
    });
    expect(footprint.path.late / 1000).toBeCloseTo(59.07, 2);
    expect(footprint.path.early / 1000).toBeCloseTo(44.3, 2);
  });

  test("finds the two odd published figures: UHL's water and LPT's gas", () => {
    const found = json("first.json").findings.map(
      (each: { code: string; organisation: string; metric: string; period: string }) =>
        [each.code, each.organisation, each.metric, each.period].join(" "),
    );
    expect(found).toEqual(expect.arrayContaining(["DQ03 RWE WATER 2024/25", "DQ04 RT5 GAS 2024/25"]));
  });

  test("stands alone on standard output", async () => {
    const ran = await terminal("validate", sample, "--json", "-");
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out).readiness).toBe("not ready");
  });

  test("finds for one organisation what it finds for it among all", async () => {
    const ran = await terminal("validate", sample, "--json", "-", "--organisation", "RT5");
    const codes = (findings: { code: string; organisation: string | null }[]) =>
      findings.filter(({ organisation }) => organisation === "RT5").map(({ code }) => code);
    expect(codes(JSON.parse(ran.out).findings)).toEqual(codes(json("first.json").findings));
    expect(JSON.parse(ran.out).findings.some((each: { organisation: string }) => each.organisation === "RWE")).toBe(
      false,
    );
  });

  test("holds only the organisation asked for", async () => {
    const ran = await terminal("validate", sample, "--json", "-", "--organisation", "RT5");
    const { observations, totals } = JSON.parse(ran.out);
    expect(new Set([...observations, ...totals].map((each: { organisation: string }) => each.organisation))).toEqual(
      new Set(["RT5"]),
    );
  });
});
