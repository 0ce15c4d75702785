import { financialYear } from "../../src/plan/time/periods";
import type { Metric, Organisation, Pack, Target } from "../../src/plan/schema";
import type { ReturnReading, Total } from "../../src/returns/observation";
import { assess } from "../../src/assessment/targets/assess-targets";
import { testPack } from "../assessment/targets/test-pack";

/** One line of the benchmark's table. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

interface Size {
  readonly organisations: number;
  readonly metrics: number;
  readonly periods: number;
}

const FULL: Size = { organisations: 500, metrics: 60, periods: 40 };
/** What growth is measured on: large enough to be steady, small enough not to be waited for. */
const GROWTH: Size = { ...FULL, organisations: 100 };
const FIRST_YEAR = 1985;
const AS_OF = financialYear(FIRST_YEAR + FULL.periods - 1).last;

/** Runs of each size that growth is measured on; the quickest counts: what slows the others is the machine's. */
const RUNS = 7;

/**
 * 500 organisations by 60 metrics by 40 periods assessed, in one call, and how time grows: a fifth of
 * that against half its organisations, half its metrics and half its periods. A ratio of 2 is proportion.
 * Processor time, so that what else the machine does counts little. A row's sentence is made when it
 * is read, so it is timed by itself.
 */
export async function benchTrajectory(): Promise<BenchRow[]> {
  timed({ ...FULL, organisations: 25 });
  const whole = quickestOf(GROWTH);
  const half = (of: keyof Size): number => whole / quickestOf({ ...GROWTH, [of]: GROWTH[of] / 2 });
  const [organisations, metrics, periods] = [half("organisations"), half("metrics"), half("periods")];
  const full = timed(FULL);
  return [
    { name: "trajectories: assessments made", value: full.assessments, unit: "rows" },
    {
      name: "trajectories: 500 organisations x 60 metrics x 40 periods",
      value: full.milliseconds,
      unit: "ms of processor time",
    },
    { name: "trajectories: time per assessment", value: (full.milliseconds / full.assessments) * 1000, unit: "µs" },
    { name: "trajectories: a row's sentence put into words", value: sentences(), unit: "µs" },
    { name: "trajectories: twice the organisations", value: organisations, unit: "times as long" },
    { name: "trajectories: twice the metrics", value: metrics, unit: "times as long" },
    { name: "trajectories: twice the periods", value: periods, unit: "times as long" },
  ];
}

function quickestOf(size: Size): number {
  return Math.min(...Array.from({ length: RUNS }, () => timed(size).milliseconds));
}

function timed(size: Size): { milliseconds: number; assessments: number } {
  const pack = packOf(size);
  const totals = totalsOf(size);
  const start = process.cpuUsage();
  const assessments = assess({ totals, reading: emptyReading, pack, asOf: AS_OF }).length;
  return { milliseconds: since(start), assessments };
}

/** Microseconds for one sentence, over every row of a small return. */
function sentences(): number {
  const size = { ...FULL, organisations: 25 };
  const rows = assess({ totals: totalsOf(size), reading: emptyReading, pack: packOf(size), asOf: AS_OF });
  const start = process.cpuUsage();
  const letters = rows.reduce((sum, { working }) => sum + working.length, 0);
  if (letters === 0) throw new Error("No row says how it was worked out.");
  return (since(start) / rows.length) * 1000;
}

/** Milliseconds of processor time. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const emptyReading = { observations: [], actions: [] } as unknown as ReturnReading;

const code = (index: number) => `ORG${index}`;
const metricId = (index: number) => `METRIC${index}`;

/** Half of the metrics on a windowed path to net zero, half levels from a date. */
function packOf({ organisations, metrics }: Size): Pack {
  const codes = Array.from({ length: organisations }, (_, index) => code(index));
  const [path, zero] = testPack.targets as [Target, Target];
  const level = testPack.targets.find(({ id }) => id === "FLEET-90") as Target;
  const [emission] = testPack.metrics as [Metric];
  const share = testPack.metrics.find(({ id }) => id === "FLEET") as Metric;
  const year = financialYear(FIRST_YEAR).label;
  const own = Array.from({ length: metrics }, (_, index) => index);
  const onPath = (index: number) => index % 2 === 0;
  return {
    ...testPack,
    system: "NONE",
    organisations: codes.map((each): Organisation => ({
      ...(testPack.organisations[1] as Organisation),
      code: each,
      shortName: each,
    })),
    metrics: own.map((index) => ({ ...(onPath(index) ? emission : share), id: metricId(index) })),
    targets: own.flatMap((index) => {
      const common = { metric: metricId(index), pathway: metricId(index), appliesTo: codes };
      const base = { year, stated: [] };
      return onPath(index)
        ? [path, zero].map((each) => ({ ...each, ...common, base, id: `${each.id}-${index}` }))
        : [{ ...level, ...common, id: `${level.id}-${index}` }];
    }),
  };
}

/** Falling figures with a wave in them, so that no line is a perfect fit. */
function totalsOf({ organisations, metrics, periods }: Size): Total[] {
  const last = FIRST_YEAR + FULL.periods - periods;
  const years = Array.from({ length: periods }, (_, index) => financialYear(last + index));
  const totals: Total[] = [];
  for (let organisation = 0; organisation < organisations; organisation++) {
    for (let metric = 0; metric < metrics; metric++) {
      years.forEach((period, index) => {
        const value = metric % 2 === 0 ? 10000 - 90 * index + 200 * Math.sin(index + organisation) : 20 + index;
        totals.push({
          metric: metricId(metric),
          organisation: code(organisation),
          period,
          value,
          unit: metric % 2 === 0 ? "tCO2e" : "%",
          from: 1,
          observations: [],
          partial: false,
          missing: [],
          why: null,
        });
      });
    }
  }
  return totals;
}
