import { writeFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { openExcel } from "../../src/standin/index";
import { snapshot, workbookOf } from "../excel/workbook";
import { terminal, workplace } from "./workplace";

jest.setTimeout(120_000);

/**
 * A plan of one trust, three metrics, three targets and four actions, from its pack to its report: what its author
 * left out has a default that makes sense to a reader.
 */

const folder = workplace();
const packFile = path.resolve(__dirname, "../plan/fixtures/small.pack.json");
const returnFile = path.join(folder, "return.xlsx");
const asOf = ["--as-of", "2027-05-01"];

beforeAll(async () => {
  const excel = await workbookOf([
    {
      name: "RZ9",
      values: [
        ["Metric", "2024/25", "2025/26", "2026/27"],
        ["Carbon footprint (tCO2e)", 1200, 1150, 1020],
        ["Power drawn (MWh)", 2400, 2350, 2310],
        ["Trees planted on our sites", 400, 420, 460],
      ],
    },
    {
      name: "Actions",
      values: [
        ["Action ID", "Action", "Status", "Owner"],
        ["EN1", "LED lighting on every site", "On track", "Jo Park"],
        ["EN2", "Heat pumps at the two largest sites", "Delayed", "Sam Lee"],
        ["TR1", "Travel plan for every site", "Complete", "Ann Cole"],
        ["TR2", "Review of the fleet", "In progress", "Ann Cole"],
      ],
    },
  ]);
  writeFileSync(returnFile, await excel.save());
  await excel.close();
});

test("its pack takes fewer than 80 lines", () => {
  expect(readFileSync(packFile, "utf8").split("\n").length).toBeLessThan(80);
});

test("its return is read, by the vocabulary's names and the plan's own, and judged", async () => {
  const file = path.join(folder, "small.json");
  const ran = await terminal("validate", returnFile, "--plan", packFile, ...asOf, "--json", file);
  expect(ran).toMatchObject({ code: 0, error: "" });
  const said = JSON.parse(readFileSync(file, "utf8")) as {
    totals: { metric: string; organisation: string; period: string; value: number }[];
    assessments: { metric: string; period: string; rag: string; target: { id: string } }[];
    actions: { id: string; status: string }[];
    notUnderstood: unknown[];
  };
  const latest = said.totals.filter(({ period }) => period === "2026/27");
  expect(latest.map(({ metric, organisation, value }) => `${organisation} ${metric} ${value}`)).toEqual([
    "RZ9 FOOTPRINT 1020",
    "RZ9 POWER 2310000",
    "RZ9 TREES 460",
  ]);
  const judged = said.assessments.filter(({ period }) => period === "2026/27");
  expect(judged.map(({ target, rag }) => `${target.id} ${rag}`)).toEqual([
    "FOOTPRINT-2028-03 red",
    "POWER-2029-03 amber",
    "TREES-2027-03 red",
  ]);
  expect(said.actions.map(({ id, status }) => `${id} ${status}`)).toEqual([
    "EN1 on track",
    "EN2 on track",
    "TR1 complete",
    "TR2 review due",
  ]);
  expect(said.notUnderstood).toEqual([]);
});

test("its report speaks of the one trust and of no system, and shows nothing that a default left open", async () => {
  const out = path.join(folder, "report.xlsx");
  const ran = await terminal("report", returnFile, "--plan", packFile, ...asOf, "--out", out);
  expect(ran).toMatchObject({ code: 0, error: "" });
  const excel = await openExcel(new Uint8Array(readFileSync(out)), { fileName: out });
  const { sheets } = await snapshot(excel);
  await excel.close();
  const ours = sheets.filter(({ own }) => own !== null);
  const texts = ours.flatMap(({ values }) => values.flat()).filter((value) => typeof value === "string");
  expect(texts).toContain("Green plan report: Wealden Community NHS Trust");
  expect(texts.some((text) => text.includes("15% less than in 2024/25"))).toBe(true);
  expect(texts).toContain("Each organisation stands for itself: the plan adds none together.");
  expect(
    texts.filter((text) => /undefined|NaN|\[object|\bnull\b|\bsystem\b|\bmembers\b|#(REF|VALUE|NAME)/.test(text)),
  ).toEqual([]);
});

test("its pack's faults are said by the entries' names, all at once", async () => {
  const pack = JSON.parse(readFileSync(packFile, "utf8")) as {
    targets: { metric: string }[];
    actions: { completion: string }[];
    metrics: { better?: string }[];
  };
  pack.targets[1]!.metric = "PWER";
  pack.actions[2]!.completion = "soon";
  delete pack.metrics[2]!.better;
  const wrong = path.join(folder, "wrong.json");
  writeFileSync(wrong, JSON.stringify(pack));
  const ran = await terminal("validate", returnFile, "--plan", wrong);
  expect(ran.code).toBe(2);
  expect(ran.error.trimEnd()).toBe(
    "The plan pack cannot be used: metric TREES: its targets do not say whether more or less is better: add “better”, which is “lower” or “higher”; target PWER: no metric is called PWER; action TR1: the completion date “soon” cannot be read.",
  );
});

test("an empty return for it asks the trust for its three metrics", async () => {
  const out = path.join(folder, "template.xlsx");
  const asked = ["--organisation", "RZ9", "--period", "2027/28"];
  const ran = await terminal("template", "--plan", packFile, ...asked, "--out", out);
  expect(ran).toMatchObject({ code: 0, error: "" });
  const excel = await openExcel(new Uint8Array(readFileSync(out)), { fileName: out });
  const texts = (await snapshot(excel)).sheets.flatMap(({ values }) => values.flat().map(String)).join("\n");
  await excel.close();
  for (const title of ["Carbon footprint", "Electricity used", "Trees planted on our sites"])
    expect(texts).toContain(title);
});
