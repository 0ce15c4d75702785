import { financialYear } from "../../src/plan/time/periods";
import type { Metric, Organisation, Pack, Target } from "../../src/plan/schema";
import type { Total } from "../../src/returns/observation";
import { assess } from "../../src/assessment/targets/assess-targets";
import { emptyReading, testPack } from "../assessment/test-pack";

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

/** What a system's plan could have: eleven organisations, the 84 metrics of the LLR plan, and fifteen years of figures. */
const PLAN: Size = { organisations: 11, metrics: 84, periods: 15 };
const FIRST_YEAR = 2005;

/** Runs of each size; the quickest counts: what slows the others is the machine's. */
const RUNS = 7;

/**
 * All the figures a plan could have assessed in one call, each with its sentence, and how time grows
 * with twice its organisations, metrics or years: a ratio of 2 is proportion. Processor time, so
 * that what else the machine does counts little.
 */
export async function benchTrajectory(): Promise<BenchRow[]> {
  const { milliseconds, assessments } = quickestOf(PLAN);
  const twice = (of: keyof Size): number => quickestOf({ ...PLAN, [of]: PLAN[of] * 2 }).milliseconds / milliseconds;
  const { organisations, metrics, periods } = PLAN;
  return [
    { name: "trajectories: assessments made", value: assessments, unit: "rows" },
    {
      name: `trajectories: ${organisations} organisations x ${metrics} metrics x ${periods} years`,
      value: milliseconds,
      unit: "ms of processor time",
    },
    { name: "trajectories: time per assessment", value: (milliseconds / assessments) * 1000, unit: "µs" },
    { name: "trajectories: twice the organisations", value: twice("organisations"), unit: "times as long" },
    { name: "trajectories: twice the metrics", value: twice("metrics"), unit: "times as long" },
    { name: "trajectories: twice the years", value: twice("periods"), unit: "times as long" },
  ];
}

interface Timing {
  readonly milliseconds: number;
  readonly assessments: number;
}

function quickestOf(size: Size): Timing {
  const runs = Array.from({ length: RUNS }, () => timed(size));
  return runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));
}

function timed(size: Size): Timing {
  const pack = packOf(size);
  const totals = totalsOf(size);
  const asOf = financialYear(FIRST_YEAR + size.periods - 1).last;
  const start = process.cpuUsage();
  const assessments = assess({ totals, reading: emptyReading, pack, asOf }).length;
  const { user, system } = process.cpuUsage(start);
  return { milliseconds: (user + system) / 1000, assessments };
}

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
  const years = Array.from({ length: periods }, (_, index) => financialYear(FIRST_YEAR + index));
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
