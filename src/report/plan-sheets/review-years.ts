import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import { isDone } from "../../assessment/actions/urgency";
import { areaRollUps } from "../../assessment/targets/areas";
import { isLateAction } from "../words/sentences";
import type { ActionAssessment, Assessment } from "../../assessment/assessment";
import type { Outcome } from "../../outcome";
import { financialYearOf, next, type Period } from "../../plan/time/periods";
import type { Pack } from "../../plan/schema";

/** How one area stood in one financial year of the plan: the actions that fell due in it, and its figures of that year. */
export interface AreaYear {
  readonly area: string;
  readonly year: string;
  readonly due: number;
  readonly complete: number;
  readonly late: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
}

/** The financial years that a plan runs through, from the one it starts in to the one it ends in. */
export function planYears({ start, end }: Pick<Pack, "start" | "end">): Period[] {
  const years: Period[] = [];
  for (let year = financialYearOf(start); year.first <= end; year = next(year)) years.push(year);
  return years;
}

/** Every area in every year of the plan, area by area; the figures that are in no area stand last. */
export function areaYears({ pack, assessments, actions }: Outcome): AreaYear[] {
  const years = planYears(pack);
  const byYear = new Map(years.map((year) => [year.label, lastOfYear(assessments, year)]));
  const placed = new Map(years.map(({ label }) => [label, areaRollUps(pack, byYear.get(label) ?? [], actions)]));
  const inAreas = pack.areas.flatMap(({ name, prefix }) =>
    years.map((year) => {
      const own = placed.get(year.label)?.find((each) => each.prefix === prefix);
      return areaYear(name, year, own?.actions ?? [], own?.latest ?? []);
    }),
  );
  const elsewhere = years.map((year) => {
    const known = new Set((placed.get(year.label) ?? []).flatMap(({ latest }) => latest));
    const rest = (byYear.get(year.label) ?? []).filter((row) => !known.has(row));
    return areaYear("In no area: the footprints", year, [], rest);
  });
  return elsewhere.some(({ green, amber, red }) => green + amber + red > 0) ? [...inAreas, ...elsewhere] : inAreas;
}

function areaYear(
  area: string,
  year: Period,
  actions: readonly ActionAssessment[],
  rows: readonly Assessment[],
): AreaYear {
  const due = actions.filter((action) => fallsIn(action, year));
  const count = (wanted: Assessment["rag"]) => rows.filter(({ rag }) => rag === wanted).length;
  return {
    area,
    year: year.label,
    due: due.length,
    complete: due.filter(isDone).length,
    late: due.filter(isLateAction).length,
    green: count("green"),
    amber: count("amber"),
    red: count("red"),
  };
}

/** The last figure of each target and organisation in a year, as if no later one were known. */
function lastOfYear(assessments: readonly Assessment[], { first, last }: Period): Assessment[] {
  const inYear = assessments.filter(
    ({ actual, period }) => actual !== null && period.last >= first && period.last <= last,
  );
  const series = groupBy(inYear, ({ metric, organisation }) => keyOf(metric, organisation));
  return [...series.values()].map((rows) => ({
    ...rows.reduce((latest, row) => (row.period.last >= latest.period.last ? row : latest)),
    latest: true,
  }));
}

/** Whether an action is to be done by a day of a year: what goes on is due on none. */
export function fallsIn({ due, goesOn }: ActionAssessment, { first, last }: Pick<Period, "first" | "last">): boolean {
  return due !== null && goesOn !== true && due >= first && due <= last;
}
