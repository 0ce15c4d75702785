import { financialYear, financialYearOf } from "../../plan/time/periods";
import type { Assessment } from "../assessment";
import { assuranceOf } from "./assurance";
import { budgetTotal, budgetUsed, exhaustion, monthLabel, overshootOf } from "./budget";
import { gapOf } from "../paths/gap";
import type { SeriesCase } from "../cases/series-cases";
import { isJudged } from "../paths/due";
import { neededPercentPerYear, neededPerYear } from "./needed";
import { pathValue } from "../paths/paths";
import type { ReadyTarget, ReadyPathway } from "../paths/ready-pathway";
import { attainment, lineValue, project, type TrendLine } from "./projection";
import type { SeriesPoint } from "../../series/series";
import type { History } from "./history";
import { monthsOf, yearOfEndAt } from "../../series/axis";

/** What is said of the years ahead of a figure. */
export type Outlook = Pick<Assessment, "projection" | "assurance" | "neededPerYear" | "attains" | "budget"> &
  Required<Pick<Assessment, "neededPercentPerYear">>;

/** The outlook from a figure that cannot be set against a path. */
export const NO_OUTLOOK: Outlook = {
  projection: null,
  assurance: null,
  neededPerYear: null,
  neededPercentPerYear: null,
  attains: null,
  budget: null,
};

/** A trend that takes longer than this to arrive is no trend towards the target [ours]. */
const LAST_YEAR_LOOKED_AT = 2100;

/**
 * The outlook from one figure: needed per year, trend with its 95% band at the next milestone,
 * assurance, year of attainment and cumulative budget (calculations.md sections 2 and 3). Only
 * figures up to that one are looked at.
 */
export function outlookFrom(
  each: SeriesCase,
  path: ReadyPathway,
  point: SeriesPoint,
  judged: ReadyTarget,
  history: History,
): Outlook {
  const { better } = path.metric;
  if ((better !== "lower" && better !== "higher") || judged.level === null) return NO_OUTLOOK;
  const next = nextMilestone(path, point);
  const goal = next ?? judged;
  const level = goal.level ?? judged.level;
  const line = history.trends.get(point) ?? null;
  const at = next?.late ?? Math.floor(point.at + 1e-9) + 1;
  const band = line === null ? null : project(line, at);
  return {
    projection:
      line === null || band === null ? null : { slope: line.slope, points: line.points, at: yearOfEndAt(at), ...band },
    assurance:
      band === null ? null : assuranceOf(band, level, { better, errorStands: each.errorStands, strict: goal.strict }),
    neededPerYear: next === null ? null : neededPerYear(point.value, level, next.late - point.at, better),
    neededPercentPerYear: next === null ? null : percentNeeded(point.value, level, next.late - point.at, better),
    attains: attainsIn(line, point, level, better, goal.strict),
    budget: budgetFrom(each, path, point, judged, line, history.yearly),
  };
}

/** Of falls only; 0 where the target is met. */
function percentNeeded(actual: number, level: number, years: number, better: "lower" | "higher"): number | null {
  const percent = better === "lower" ? neededPercentPerYear(actual, level, years) : null;
  return percent === null ? null : Math.max(0, percent);
}

/** The first target still ahead of a figure; null where all are behind it. */
function nextMilestone(path: ReadyPathway, point: SeriesPoint): ReadyTarget | null {
  if (path.moving) return path.targets.find((target) => target.late > point.at) ?? null;
  const window = { first: point.first, last: point.period.last };
  return path.targets.find((target) => !isJudged(target.plan.due, window)) ?? null;
}

/** The first financial year whose figure is at the level or better on the trend (calculations.md section 3). */
function attainsIn(
  line: TrendLine | null,
  point: SeriesPoint,
  level: number,
  better: "lower" | "higher",
  strict: boolean,
): string | null {
  const gap = gapOf(point.value, level, better);
  if (gap < 0 || (gap === 0 && !strict)) return financialYearOf(point.period.last).label;
  if (line === null) return null;
  const at = attainment(line, level, better);
  if (at === null || at >= LAST_YEAR_LOOKED_AT) return "not on current trend";
  return yearOfEndAt(Math.max(at, point.at + monthsOf(point.rhythm) / 12)).label;
}

/** Budgets are for yearly emissions on a path; anything else has none. */
function budgetFrom(
  { baseline }: SeriesCase,
  path: ReadyPathway,
  point: SeriesPoint,
  judged: ReadyTarget,
  line: TrendLine | null,
  actuals: ReadonlyMap<number, number>,
): Assessment["budget"] {
  const { unit, nature, better } = path.metric;
  const emissions = nature === "flow" && better === "lower" && (unit === "tCO2e" || unit === "kgCO2e");
  const years = baseline !== null && [baseline.at, judged.late, point.at].every(Number.isInteger);
  if (!emissions || !years || path.late === null || judged.late <= baseline.at) return null;
  const { late } = path;
  const total = budgetTotal((year) => pathValue(late, year), baseline.at, judged.late);
  if (total === null) return null;
  const used = budgetUsed(actuals, baseline.at, Math.min(point.at, judged.late));
  const known = (year: number): number | null =>
    year <= point.at ? (actuals.get(year) ?? null) : line === null ? null : Math.max(0, lineValue(line, year));
  const passed = exhaustion(total, baseline.at, judged.late, known);
  return {
    from: financialYear(baseline.at + 1),
    to: financialYear(judged.late),
    total,
    used,
    exhausted: passed === null ? null : monthLabel(passed),
    overshoot: overshootOf(total, baseline.at, judged.late, known),
  };
}
