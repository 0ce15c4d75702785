import { comparePeriods, type Period } from "../../../plan/time/periods";
import type { Observation } from "../../../returns/observation";
import type { CheckContext } from "../../context/check-context";
import { groupBy } from "../../../collections/groups";
import { isOutturn } from "../../context/figures";
import { getOrMake } from "../../../collections/collect";

/** One organisation's figures of one period that stand in a table of their own, as ERIC's yearly sheets do. */
interface YearSheet {
  readonly organisation: string;
  readonly period: Period;
  readonly table: number;
  /** Each metric's first figure. */
  readonly metrics: ReadonlyMap<string, Observation>;
}

/** Two such tables of one organisation, one period after the other. */
export interface YearPair {
  readonly before: YearSheet;
  readonly after: YearSheet;
}

/** How much of the earlier table the later one must have to be its successor and not another kind of table [ours]. */
const SAME_KIND = 0.5;

/** Pairs of yearly tables of one layout: where a column is in one and not in the other, the layout has moved. */
export function yearPairs(context: CheckContext): YearPair[] {
  const sheets = [...groupBy(yearSheets(context), ({ organisation }) => organisation).values()];
  return sheets.flatMap((ofOne) => {
    const inOrder = [...ofOne].sort((a, b) => comparePeriods(a.period, b.period));
    return inOrder.flatMap((after, index) => {
      const before = inOrder[index - 1];
      return before !== undefined && before.period.label !== after.period.label && isSameKind(before, after)
        ? [{ before, after }]
        : [];
    });
  });
}

function isSameKind(before: YearSheet, after: YearSheet): boolean {
  const shared = [...before.metrics.keys()].filter((metric) => after.metrics.has(metric)).length;
  return shared >= 3 && shared >= SAME_KIND * before.metrics.size;
}

function yearSheets(context: CheckContext): YearSheet[] {
  const { tables } = context.input.reading;
  return [...context.figuresByTable].flatMap(([table, figures]) =>
    tables[table]?.shape === "row-per-site" ? yearSheetsIn(figures) : [],
  );
}

/** A table's yearly sheets, one for each organisation whose figures are all of one period. */
function yearSheetsIn(figures: readonly Observation[]): YearSheet[] {
  const sheets = new Map<string, { first: Observation; isOneYear: boolean; metrics: Map<string, Observation> }>();
  for (const each of figures) {
    if (each.value === null || !isOutturn(each)) continue;
    const sheet = getOrMake(sheets, each.organisation, () => ({ first: each, isOneYear: true, metrics: new Map() }));
    if (each.period.label !== sheet.first.period.label) sheet.isOneYear = false;
    if (!sheet.metrics.has(each.metric)) sheet.metrics.set(each.metric, each);
  }
  return [...sheets.values()].flatMap(({ first, isOneYear, metrics }) => {
    const { organisation, period, table } = first;
    return isOneYear ? [{ organisation, period, table, metrics }] : [];
  });
}

/** A metric that one year's table makes of other columns than the next year's. */
export interface PartsDrift extends YearPair {
  readonly metric: string;
  /** The metric's first figure in the later table. */
  readonly later: Observation;
  readonly then: readonly string[];
  readonly now: readonly string[];
}

/** Metrics whose columns changed between yearly tables: electricity by source in one, by tariff in the next. */
export function partsDrifts(pairs: readonly YearPair[]): PartsDrift[] {
  return pairs.flatMap(({ before, after }) =>
    [...before.metrics].flatMap(([metric, earlier]) => {
      const later = after.metrics.get(metric);
      if (later === undefined || (earlier.parts === null && later.parts === null)) return [];
      const [then, now] = [columnsOf(earlier), columnsOf(later)];
      return then.map(bare).join("|") === now.map(bare).join("|") ? [] : [{ before, after, metric, later, then, now }];
    }),
  );
}

function columnsOf({ parts, label }: Observation): string[] {
  return parts === null ? [label] : parts.map((part) => part.label);
}

function bare(label: string): string {
  return label.toLowerCase().replace(/[^a-z]+/g, "");
}
