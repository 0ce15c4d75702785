import { financialYear, periodOf, type Period } from "../../src/plan/time/periods";
import type { Metric, Pack, Target } from "../../src/plan/schema";
import type { Observation, ReturnReading, Total } from "../../src/returns/observation";

/** A small system of its own, with one metric of each kind, so that these tests need no plan pack. */

const everyone = ["SYS", "AAA", "BBB"];

function metric(id: string, over: Partial<Metric>): Metric {
  return {
    id,
    area: "carbon",
    title: `Metric ${id}`,
    unit: "tCO2e",
    additive: true,
    nature: "flow",
    better: "lower",
    bounds: { min: 0, max: null },
    materiality: { percent: 5, ofOrganisationTotal: 5 },
    reportedBy: everyone,
    source: "section 1",
    ...over,
  };
}

function target(id: string, over: Partial<Target> & Pick<Target, "metric" | "goal" | "due">): Target {
  return {
    id,
    pathway: over.metric,
    appliesTo: everyone,
    ofWhat: "of the baseline",
    boundary: "all of it",
    base: null,
    path: "step",
    alternatives: [],
    firm: true,
    source: `section of ${id}`,
    ...over,
  };
}

const base = { year: "2019/20", stated: [{ organisation: "SYS", value: 88600 }] };

export const testPack: Pack = {
  id: "test",
  name: "Test plan",
  version: "1",
  issued: "October 2022",
  start: "2022-07-01",
  end: "2025-07-31",
  system: "SYS",
  organisations: [
    ["SYS", "the System", "system"],
    ["AAA", "Alpha", "member"],
    ["BBB", "Beta", "member"],
  ].map(([code, shortName, role]) => ({
    code: code as string,
    name: shortName as string,
    shortName: shortName as string,
    aliases: [],
    role: role as "system" | "member",
    source: "section 1",
  })),
  areas: [
    { prefix: "TT", name: "Travel", section: "7.4", group: "travel" },
    { prefix: "M", name: "Medicines", section: "7.6", group: "medicines" },
  ],
  metrics: [
    metric("CF", { title: "Carbon footprint" }),
    metric("MILES-C", { title: "Business-mileage emissions", area: "travel" }),
    metric("INHALER-C", { title: "Inhaler emissions", area: "medicines" }),
    metric("FLEET", {
      title: "Low-emission share of fleet",
      area: "travel",
      unit: "%",
      additive: false,
      nature: "level",
      better: "higher",
    }),
    metric("NEW", {
      title: "Low-emission share of new vehicles",
      area: "travel",
      unit: "%",
      additive: false,
      nature: "level",
      better: "higher",
    }),
    metric("DES", { title: "Desflurane share", area: "medicines", unit: "%", additive: false, nature: "ratio" }),
    metric("BAND", {
      title: "Remote appointments",
      area: "care",
      unit: "%",
      additive: false,
      nature: "ratio",
      better: "band",
    }),
    metric("CYCLE", {
      title: "Cycle scheme",
      area: "travel",
      unit: "yes/no",
      additive: false,
      nature: "answer",
      better: "yes",
    }),
    metric("LANDFILL", { title: "Waste to landfill", area: "estates", unit: "t" }),
  ],
  identities: [],
  orders: [],
  targets: [
    target("CF-INTERIM", {
      metric: "CF",
      goal: { kind: "change", percent: -80 },
      due: { kind: "window", early: "2027/28", late: "2031/32", as: "2028-32" },
      base,
      path: "linear",
      alternatives: [
        {
          id: "national",
          title: "the national rate",
          goal: { kind: "change", percent: (-100 * 2870) / 6107 },
          reason: "England's own reduction",
          source: "Table 1",
        },
      ],
    }),
    target("CF-ZERO", {
      metric: "CF",
      goal: { kind: "level", value: 0 },
      due: { kind: "date", date: "2040-03-31", as: "2040" },
      base,
      path: "linear",
    }),
    target("MILES", {
      metric: "MILES-C",
      goal: { kind: "change", percent: -20 },
      due: { kind: "date", date: "2025-01-31", as: "January 2025" },
      path: "linear",
    }),
    target("INHALER-13", {
      metric: "INHALER-C",
      goal: { kind: "change", percent: -13 },
      due: { kind: "date", date: "2023-03-31", as: "2022/23" },
      base: { year: "2019/20", stated: [] },
      path: "linear",
    }),
    target("INHALER-50", {
      metric: "INHALER-C",
      goal: { kind: "change", percent: -50 },
      due: { kind: "date", date: "2028-03-31", as: "2028" },
      base: { year: "2019/20", stated: [] },
      path: "linear",
    }),
    target("FLEET-90", {
      metric: "FLEET",
      goal: { kind: "level", value: 90 },
      due: { kind: "date", date: "2024-03-31", as: "March 2024" },
    }),
    target("NEW-100", {
      metric: "NEW",
      goal: { kind: "level", value: 100 },
      due: { kind: "inForce", from: "2022-04-01", as: "1 April 2022" },
    }),
    target("DES-10", {
      metric: "DES",
      goal: { kind: "level", value: 10, strict: true },
      due: { kind: "date", date: "2022-04-30", as: "April 2022" },
      history: true,
    }),
    target("DES-5", {
      metric: "DES",
      goal: { kind: "level", value: 5, strict: true },
      due: { kind: "date", date: "2023-04-30", as: "April 2023" },
    }),
    target("BAND-25-40", {
      metric: "BAND",
      goal: { kind: "band", low: 25, high: 40 },
      due: { kind: "inForce", from: "2022-04-01", as: "2022/23" },
    }),
    target("CYCLE-YES", {
      metric: "CYCLE",
      goal: { kind: "yes" },
      due: { kind: "inForce", from: "2022-04-01", as: "2022/23" },
    }),
    target("LANDFILL-0", {
      metric: "LANDFILL",
      goal: { kind: "level", value: 0 },
      due: { kind: "date", date: "2025-09-30", as: "Q3 2025" },
    }),
  ],
  regional: [],
  actions: [
    {
      id: "TT1",
      area: "TT",
      title: "Travel plan",
      completion: "Q1 2024",
      metrics: ["MILES-C"],
      twins: [],
      source: "section 7.4",
    },
    {
      id: "M1",
      area: "M",
      title: "Inhaler recycling",
      completion: "Q4 2022",
      metrics: ["INHALER-C"],
      twins: [],
      source: "section 7.6",
    },
  ],
  conventions: [],
  objectives: [],
  supplierRoadmap: [],
  priorities: [],
  commitments: [],
  contradictions: [],
  notes: [],
  changes: [],
  thresholds: {
    estimatedSharePercent: 30,
    outlierMad: 3.5,
    outlierMinimumLines: 8,
    dominantSharePercent: 50,
    shareTolerance: 0.5,
    staleLines: 5,
    stalePeriods: 3,
    unitSlipTolerancePercent: 10,
    factorDifferencePercent: 5,
    denominatorPercent: 5,
    priceRatio: 3,
    rebaselinePercent: 5,
    amberPercent: 5,
    dueSoonDays: 90,
    explanationMinimumCharacters: 30,
    roundingTolerance: 0.5,
  },
} as Pack;

export const emptyReading: ReturnReading = {
  tables: [],
  observations: [],
  statedTotals: [],
  actions: [],
  notUnderstood: [],
  mapping: [],
  leftOut: { organisations: 0, rows: 0 },
  census: { read: 0, leftOut: 0, asked: 0, byRule: [] },
  cellsScanned: 0,
} as ReturnReading;

/** A period by its canonical label. */
export function period(label: string): Period {
  const found = periodOf(label);
  if (found === null) throw new Error(`No period is written "${label}".`);
  return found;
}

let row = 0;

/** One figure of a return, in a cell of its own. */
export function observation(
  metric: string,
  organisation: string,
  label: string,
  value: number,
  over: Partial<Observation> = {},
): Observation {
  row += 1;
  const place = { sheet: "Return", row, column: 2, cell: `Return!C${row + 1}` };
  return {
    metric,
    organisation,
    site: null,
    period: period(label),
    kind: "actual",
    value,
    unit: testPack.metrics.find((each) => each.id === metric)?.unit ?? "tCO2e",
    raw: value,
    givenUnit: null,
    place,
    label: metric,
    parts: null,
    note: null,
    hidden: false,
    confidence: 1,
    table: 0,
    ...over,
  };
}

/** A total made from one figure. */
export function total(
  metric: string,
  organisation: string,
  label: string,
  value: number | null,
  over: Partial<Total> = {},
): Total {
  const observations = value === null ? [] : [observation(metric, organisation, label, value)];
  return {
    metric,
    organisation,
    period: period(label),
    value,
    unit: testPack.metrics.find((each) => each.id === metric)?.unit ?? "tCO2e",
    from: observations.length,
    observations,
    partial: false,
    missing: [],
    why: null,
    ...over,
  };
}

/** Totals of consecutive financial years. */
export function yearly(
  metric: string,
  organisation: string,
  firstYear: number,
  values: readonly (number | null)[],
): Total[] {
  return values.map((value, index) => total(metric, organisation, financialYear(firstYear + index).label, value));
}

/** A reading that holds the totals' own figures, so that their organisations are in the return. */
export function readingOf(totals: readonly Total[], more: readonly Observation[] = []): ReturnReading {
  return { ...emptyReading, observations: [...totals.flatMap((each) => each.observations), ...more] };
}
