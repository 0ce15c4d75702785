import { readPack } from "../../src/plan/pack";
import type { Pack } from "../../src/plan/schema";
import { outcomeOf } from "../../src/road";
import { sheet, workbook } from "../returns/grids";
import { line } from "../returns/reading";
import fenland from "./fixtures/fenland.pack.json";

/** Words that every object of the language answers to, and what begins a formula, a path or a pattern. */
const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "=1+1", "../x", "(a+)+$", "$&"];

/** The small pack with one name for its first metric, its first trust, its area, its action and its sites. */
function packCalled(name: string): Pack {
  let text = JSON.stringify(fenland);
  for (const id of ["TOTAL-C", "XA1", "E", "E1"]) text = text.replaceAll(`"${id}"`, () => JSON.stringify(name));
  const { organisations, metrics, ...rest } = JSON.parse(text) as typeof fenland;
  return readPack({
    ...rest,
    metrics: metrics.map((each, index) => (index === 1 ? { ...each, names: [`${name} power`] } : each)),
    organisations: organisations.map((each, index) => ({
      ...each,
      aliases: index === 2 ? [`${name} Community`] : each.aliases,
      sites: index === 2 ? [{ code: name, name: `${name} House`, aliases: [`${name} Lodge`] }] : [],
    })),
  });
}

describe("a pack whose names are words of the language", () => {
  it.each(NAMES)("%s: its figures are read and judged", (name) => {
    const pack = packCalled(name);
    const book = workbook([
      sheet("Return", [
        ["Fenland Hospitals NHS Foundation Trust"],
        ["Metric", "Unit", "2024/25", "2025/26"],
        [name, "tCO2e", 1000, 900],
        ["Electricity", "kWh", 5000, 4500],
        [`${name} power`, "kWh", null, null],
      ]),
    ]);
    const outcome = outcomeOf(book, pack, { asOf: null, today: "2026-11-28", period: null, organisations: [] });
    expect(outcome.reading.observations.map(line)).toContain(`POWER ${name} 2025/26 4500`);
    expect(outcome.assessments.map(({ organisation }) => organisation)).toContain(name);
    expect(JSON.stringify(outcome)).not.toContain("[native code]");
  });
});

const refusal = (json: unknown): string => {
  try {
    readPack(json);
    return "accepted";
  } catch (error) {
    return (error as Error).message;
  }
};
const threshold = (name: string, value: number) =>
  refusal({ ...fenland, thresholds: { ...fenland.thresholds, [name]: value } });

describe("a pack with what no plan holds", () => {
  it.each([
    ["amberPercent", -5, "from 0 to 100"],
    ["dueSoonDays", 1e308, "from 0 to 3660"],
    ["stalePeriods", 0, "from 2 to 1000"],
    ["estimatedSharePercent", 101, "from 0 to 100"],
  ])("the threshold %s of %p is refused by its name, with the range and what it is", (name, value, range) => {
    expect(threshold(name, value)).toContain(`“thresholds.${name}” should be ${range}, for it is `);
  });

  it.each(["estimatedSharePercent", "amberPercent", "dueSoonDays"])("the threshold %s may be 0", (name) =>
    expect(threshold(name, 0)).toBe("accepted"),
  );

  it("figures without an end are refused", () => {
    const [metric, ...others] = fenland.metrics;
    const json = { ...fenland, metrics: [{ ...metric, bounds: { min: -1e308, max: null } }, ...others] };
    expect(refusal(json)).toContain("metric TOTAL-C: “bounds.min” should be from -1000000000000000");
  });

  it.each([
    ["a completion text", { actions: [{ ...fenland.actions[0], completion: "soon ".repeat(10_000) }] }],
    [
      "a completion text that cannot be read",
      { actions: [{ ...fenland.actions[0], completion: "soon ".repeat(300) }] },
    ],
    ["an id", { actions: [{ ...fenland.actions[0], id: "A".repeat(50_000) }] }],
    ["keys it does not know", Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${i}`.repeat(500), 1]))],
    ["a list of wrong entries", { actions: Array.from({ length: 5000 }, () => ({ id: "x".repeat(5000) })) }],
  ])("%s of 50,000 letters is cut in the message", (_, change) => {
    const message = refusal({ ...fenland, ...change });
    expect(message).toMatch(/^The plan pack cannot be used: /);
    expect(message.length).toBeLessThan(1500);
  });

  it("fifty thousand names of one trust cost little more than ten", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [`Electricity of ward ${index}`, "kWh", index]);
    const book = workbook([
      sheet("Fen place 9 hospital", [["Metric", "Unit", "2025/26"], ["Electricity", "kWh", 7], ...rows]),
    ]);
    const seconds = (names: number): number => {
      const aliases = Array.from({ length: names }, (_, index) => `Fen place ${index} hospital`);
      const organisations = fenland.organisations.map((each, index) => (index === 1 ? { ...each, aliases } : each));
      const pack = readPack({ ...fenland, organisations });
      const before = process.cpuUsage().user;
      const outcome = outcomeOf(book, pack, { asOf: null, today: "2026-11-28", period: null, organisations: [] });
      expect(outcome.reading.observations.map(line)).toContain("POWER XA1 2025/26 7");
      return (process.cpuUsage().user - before) / 1e6;
    };
    expect(seconds(50_000)).toBeLessThan(seconds(10) + 2);
  });
});
