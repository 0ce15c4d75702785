import { readFileSync } from "node:fs";
import path from "node:path";
import { outcomeJson } from "../../src/cli/json";
import type { Choices } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import { readPack } from "../../src/plan/pack";
import type { Pack } from "../../src/plan/schema";
import { outcomeOf } from "../../src/road";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { openExcel } from "../../src/standin/index";
import { snapshot as read } from "../excel/workbook";
import { snapshotOfFile, withShared } from "../returns/workbook";

jest.setTimeout(120_000);

/**
 * The plan is data: with every metric id of the LLR pack replaced by another, throughout the pack and nowhere else, a
 * return gives the same figures, totals, assessments and findings under the new ids.
 */

const packFile = path.resolve(__dirname, "../../src/plan/packs/llr-2022-2025.json");
const written = JSON.parse(readFileSync(packFile, "utf8")) as { metrics: { id: string }[] };
const newIds = new Map(written.metrics.map(({ id }, index) => [id, `Q${String(index).padStart(3, "0")}`]));
const oldIds = new Map([...newIds].map(([id, made]) => [made, id]));

/** Every text of some JSON changed. */
function withTexts(json: unknown, change: (text: string) => string): unknown {
  if (typeof json === "string") return change(json);
  if (Array.isArray(json)) return json.map((each) => withTexts(each, change));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withTexts(value, change)]));
}

const renamed = readPack(withTexts(written, (text) => newIds.get(text) ?? text));
const choices: Choices = { asOf: null, today: "2025-04-30", period: null, organisations: [] };

type Said = Record<string, unknown>;

/** What a return gives, as the terminal's JSON has it; totals in no order, since they are sorted by metric id. */
function said(snapshot: Snapshot, pack: Pack): Said {
  const cost = { requests: 0, bytesSent: 0, bytesReceived: 0, sheetsWritten: [] };
  const json = JSON.parse(JSON.stringify(outcomeJson(outcomeOf(snapshot, pack, choices), "return.xlsx", cost))) as Said;
  const old = withTexts(json, (text) => text.replace(/\bQ\d{3}\b/g, (id) => oldIds.get(id) ?? id)) as Said;
  return { ...old, totals: (old["totals"] as object[]).map((each) => JSON.stringify(each)).sort() };
}

function expectTheSame(snapshot: Snapshot): Said {
  const answer = said(snapshot, renamed);
  expect(answer).toEqual(said(snapshot, llrPack));
  return answer;
}

const valueOf = (answer: Said, organisation: string, period: string): unknown => {
  const totals = (answer["totals"] as string[]).map((each) => JSON.parse(each) as Said);
  return totals.find(
    (each) => each["metric"] === "ENERGY-C" && each["organisation"] === organisation && each["period"] === period,
  )?.["value"];
};

describe("the LLR plan with other metric ids", () => {
  it("gives the same on the sample: UHL's energy emissions of 2019/20 are 32,286 t", async () => {
    const file = path.resolve(__dirname, "../../assets/sample-return.xlsx");
    const excel = await openExcel(new Uint8Array(readFileSync(file)), { fileName: file });
    const answer = expectTheSame(await read(excel));
    await excel.close();
    expect(Math.round(valueOf(answer, "RWE", "2019/20") as number)).toBe(32_286);
  });

  const eric = withShared("eric/ERIC_2016-17.xlsx");
  eric.run("gives the same on ERIC 2016/17: 44,400 t in LLR", async () => {
    const answer = expectTheSame(await snapshotOfFile(eric.file));
    expect(Math.round((valueOf(answer, "LLR", "2016/17") as number) / 100)).toBe(444);
  });
});
