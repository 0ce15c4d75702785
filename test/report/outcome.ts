import { assessActions } from "../../src/assessment/actions/assess-actions";
import { signOffOf } from "../../src/assessment/approval/sign-off";
import { settingsIn } from "../../src/decisions/settings";
import type { Outcome } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import { financialYear } from "../../src/plan/time/periods";
import type { UnitId } from "../../src/plan/schema";
import { UNITS } from "../../src/plan/quantity/units";
import { cellPlace } from "../../src/snapshot/addresses";
import type { Observation, ReportedAction, ReturnReading, Total } from "../../src/returns/observation";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/snapshot/snapshot";
import { seriesInError } from "../../src/validation/checking/series-in-error";
import { assess } from "../../src/assessment/targets/assess-targets";
import type { Finding } from "../../src/validation/finding";

/**
 * An outcome made by hand: the figures of two trusts, primary care and the ICB over six years,
 * and an action tracker. The reading is given, so that these tests stand without `returns/`.
 */

const years = [2019, 2020, 2021, 2022, 2023, 2024];

interface Line {
  readonly metric: string;
  readonly label: string;
  /** As the sheet gives it. */
  readonly unit: UnitId | "MWh";
  readonly figures: readonly (number | null)[];
}

const figures: Readonly<Record<string, readonly Line[]>> = {
  UHL: [
    {
      metric: "CF",
      label: "NHS Carbon Footprint (tCO2e)",
      unit: "tCO2e",
      figures: [61200, 58400, 59700, 57100, 55600, 54300],
    },
    {
      metric: "CFP",
      label: "NHS Carbon Footprint Plus (tCO2e)",
      unit: "tCO2e",
      figures: [300100, 288000, 281000, 276000, 268500, 262000],
    },
    {
      metric: "ELEC",
      label: "Electricity (kWh)",
      unit: "kWh",
      figures: [41200000, 40100000, 40900000, 40300000, 39950000, 39738742],
    },
    { metric: "GAS", label: "Gas (MWh)", unit: "MWh", figures: [109800, 107400, 104300, 101200, 98050, 95045.415] },
    { metric: "WATER", label: "Water (m³)", unit: "m³", figures: [402100, 371000, 366200, 361900, 357885, 531772] },
    { metric: "LANDFILL", label: "Landfill (t)", unit: "t", figures: [310, 240, 160, 92, 41, 12.5] },
    { metric: "RENEWABLE-E", label: "Renewable electricity (%)", unit: "%", figures: [null, null, null, 82, 96, 100] },
    { metric: "DESFLURANE", label: "Desflurane share (%)", unit: "%", figures: [null, null, 11.8, 6.1, 2.2, 0.4] },
    { metric: "CYCLE", label: "Cycle to work in place", unit: "yes/no", figures: [null, null, null, 1, 1, 1] },
  ],
  LPT: [
    {
      metric: "CF",
      label: "NHS Carbon Footprint (tCO2e)",
      unit: "tCO2e",
      figures: [12400, 11900, 11700, 11100, 10600, 4700],
    },
    {
      metric: "ELEC",
      label: "Electricity (kWh)",
      unit: "kWh",
      figures: [11900000, 11500000, 11300000, 11200000, 11050000, 10980000],
    },
    { metric: "GAS", label: "Gas (MWh)", unit: "MWh", figures: [22900, 22100, 21700, 21200, 20815.187, 2137.097] },
    { metric: "RENEWABLE-E", label: "Renewable electricity (%)", unit: "%", figures: [null, null, null, 60, 71, 88] },
  ],
  LLR: [
    {
      metric: "CF",
      label: "NHS Carbon Footprint (tCO2e)",
      unit: "tCO2e",
      figures: [88600, 84100, 86000, 83200, 80900, 79000],
    },
    {
      metric: "CFP",
      label: "NHS Carbon Footprint Plus (tCO2e)",
      unit: "tCO2e",
      figures: [426820, 415000, 409000, 401000, 392000, 384000],
    },
  ],
};
const codes: Readonly<Record<string, string>> = { UHL: "RWE", LPT: "RT5", LLR: "LLR" };

function sheet(name: string, values: readonly (readonly CellValue[])[]): SheetSnapshot {
  const width = Math.max(...values.map((row) => row.length));
  const full = values.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
  return {
    name,
    visibility: "visible",
    used: { top: 0, left: 0, bottom: values.length - 1, right: width - 1 },
    values: full,
    formulas: full.map((row) => row.map(() => null)),
    numberFormats: full.map((row) => row.map(() => "General")),
    hiddenRows: [],
    hiddenColumns: [],
    tables: [],
    own: null,
  };
}

function figureSheet(name: string): SheetSnapshot {
  const lines = figures[name] ?? [];
  return sheet(name, [
    [`${name} green plan return`],
    ["Metric", ...years.map((year) => financialYear(year).label)],
    ...lines.map(({ label, figures }) => [label, ...figures]),
  ]);
}

function observationsOf(name: string): Observation[] {
  return (figures[name] ?? []).flatMap((line, row) =>
    line.figures.flatMap((raw, column): Observation[] => {
      if (raw === null) return [];
      const metric = llrPack.metrics.find(({ id }) => id === line.metric)!;
      return [
        {
          metric: line.metric,
          organisation: codes[name]!,
          site: null,
          period: financialYear(years[column]!),
          kind: "actual",
          value: line.unit === "MWh" ? raw * 1000 : raw,
          unit: metric.unit,
          raw,
          givenUnit: UNITS[line.unit as keyof typeof UNITS] ?? null,
          place: cellPlace(name, row + 2, column + 1),
          label: line.label,
          parts: null,
          note: null,
          hidden: false,
          confidence: 1,
          table: 0,
        },
      ];
    }),
  );
}

function totalOf(observation: Observation): Total {
  const { metric, organisation, period, value, unit } = observation;
  return {
    metric,
    organisation,
    period,
    value,
    unit,
    from: 1,
    observations: [observation],
    partial: false,
    missing: [],
    why: null,
  };
}

const tracker: readonly (readonly [string, string, string | null])[] = [
  ["WFL1", "In progress", "Green plan lead"],
  ["WFL2", "Complete", "Director of people"],
  ["SMC1", "WIP", null],
  ["TT1", "Not started", "Travel manager"],
  ["TT2", "Amber", "Travel manager"],
  ["EF1", "Done", "Head of estates"],
  ["EF2", "In progress", "Head of estates"],
  ["M3", "Complete", "Chief pharmacist"],
  ["P2", "Closed", "Head of procurement"],
  ["FN5", "On hold", '=HYPERLINK("https://example.org")'],
];

const trackerSheet = sheet("Actions", [["Action", "Status", "Owner"], ...tracker]);

const reported: ReportedAction[] = tracker.map(([action, status, owner], row) => ({
  action,
  rawId: action,
  title: null,
  status,
  owner,
  due: null,
  started: null,
  completed: null,
  lastUpdate: null,
  percent: null,
  comment: null,
  organisation: "LLR",
  place: cellPlace("Actions", row + 1, 0),
  cells: { status: `Actions!B${row + 2}` },
}));

const findings: Finding[] = [
  {
    code: "DQ04",
    rule: "unit-slip",
    severity: "error",
    cells: ["LPT!G5"],
    label: "Gas (MWh)",
    metric: "GAS",
    organisation: "RT5",
    period: "2024/25",
    message:
      "LPT’s gas at LPT!G5 is 2,137,097 kWh, about a tenth of the 20,815,187 kWh of 2023/24. Check the meter readings; 21,370,970 would fit.",
    why: "A slipped decimal makes emissions look a tenth of what they are.",
    mend: {
      label: "Write 21,370.97 in G5",
      kind: "unit-slip",
      changes: [{ sheet: "LPT", address: "G5", before: 2137.097, after: 21370.97 }],
    },
    key: "DQ04|GAS|RT5||2024/25",
    figure: 2137097,
  },
  {
    code: "DQ03",
    rule: "year-on-year",
    severity: "warning",
    cells: ["UHL!G7", "UHL!F7"],
    label: "Water (m³)",
    metric: "WATER",
    organisation: "RWE",
    period: "2024/25",
    message: "=UHL’s water at UHL!G7 rose by 48.6% on 2023/24, to 531,772 m³. Say why, or mend the figure.",
    why: "A rise of this size is a leak, a new building or a slip.",
    mend: null,
    key: "DQ03|WATER|RWE||2024/25",
    figure: 531772,
  },
];

/** The sheets of the return as a person keeps them. */
export const returnSheets: readonly SheetSnapshot[] = [...Object.keys(figures).map(figureSheet), trackerSheet];

export function snapshotOf(sheets: readonly SheetSnapshot[] = returnSheets): Snapshot {
  return { fileName: "LLR return 2024-25.xlsx", dateSystem: 1900, calculation: "automatic", sheets, names: [] };
}

export function exampleOutcome(changes: Partial<Outcome> = {}): Outcome {
  const observations = Object.keys(figures).flatMap(observationsOf);
  const reading: ReturnReading = {
    tables: Object.keys(figures).map((name) => ({
      sheet: name,
      range: "A2:G11",
      shape: "metrics-down",
      title: null,
      headerRows: 1,
    })),
    observations,
    statedTotals: [],
    actions: reported,
    notUnderstood: [
      {
        place: cellPlace("UHL", 20, 1),
        range: "B21",
        cells: 1,
        suggestion: null,
        asks: "metric",
        raw: "+44",
        label: "Helpdesk",
        reason: "No metric of the plan is called “Helpdesk”. Name it on the mapping sheet, or leave it out.",
      },
    ],
    mapping: [],
    leftOut: { organisations: 2, rows: 14 },
    census: { read: observations.length, leftOut: 28, asked: 1, byRule: [{ rule: "another body's row", cells: 28 }] },
    cellsScanned: 200,
  };
  const totals = observations.map(totalOf);
  const asOf = "2025-03-31";
  const snapshot = snapshotOf();
  const outcome = {
    pack: llrPack,
    snapshot,
    settings: settingsIn(changes.snapshot ?? snapshot),
    tolerances: [],
    asOf,
    reading,
    totals,
    findings,
    explanations: [],
    readiness: "not ready" as const,
    basis: null,
    decisions: [],
    assessments: assess({ totals, reading, pack: llrPack, asOf, seriesInError: seriesInError(findings) }),
    actions: assessActions({ reported, pack: llrPack, asOf, dateSystem: 1900 }),
    ...changes,
  };
  return { ...outcome, signOff: signOffOf(outcome, "2026-01-01"), ...changes };
}
