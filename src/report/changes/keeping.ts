import { groupBy } from "../../collections/groups";
import { isIn, isSameSeries, itemsOf, type History, type ItemKept, type ReportKept } from "./history";
import { isSameReported, countNames, type Reported, type ReportedNow } from "./reported";

/** Reports without a label or a mark that are kept beside the last one. */
export const MOST_UNLABELLED = 12;

/** The report that is being made, as a row of the history, and the history with it. */
export interface Kept {
  readonly report: ReportKept;
  readonly reports: readonly ReportKept[];
  readonly items: readonly ItemKept[];
}

/**
 * The history with this report in it. A report that says the same as at the same day takes its own row again; any other
 * is a new row. What earlier reports said stays as it stands.
 */
export function historyWith(history: History, now: ReportedNow): Kept {
  const own = ownReport(history, now);
  const report: ReportKept = {
    ...{ plan: now.plan, whose: now.whose, basis: now.basis, asOf: now.asOf, counts: now.counts, size: now.items.size },
    number: own?.number ?? history.next,
    madeOn: own?.madeOn ?? now.madeOn,
    label: own?.label ?? null,
    mark: own?.mark ?? null,
    wentToBoard: own?.wentToBoard ?? false,
    isTheirs: own?.isTheirs ?? false,
  };
  const items = own === null ? withNew(history, now, report) : withMissing(history, now, own);
  return pruned({ ...history, reports: [...history.reports.filter((each) => each !== own), report], items }, report);
}

/** The row that this report has already: the last of the same day that says nothing else. */
export function ownReport(history: History, now: ReportedNow): ReportKept | null {
  const last = lastOf(history.reports.filter((each) => isSameSeries(each, now) && each.asOf === now.asOf));
  if (last === null || last.basis !== now.basis) return null;
  const known = itemsOf(history, last);
  const agrees = [...known].every(([key, item]) => {
    const other = now.items.get(key);
    return other !== undefined && isSameReported(item, other);
  });
  const counted = countNames.every((name) => last.counts[name] === null || last.counts[name] === now.counts[name]);
  if (!agrees || !counted) return null;
  if (known.size === now.items.size && last.size === now.items.size) return last;
  // Left by a writing that did not end: its rows are filled in, but never those of a report that a person vouches for.
  return last.size === now.items.size && !isVouchedFor(last) ? last : null;
}

/** The last made of some reports. */
export function lastOf(reports: readonly ReportKept[]): ReportKept | null {
  return reports.reduce<ReportKept | null>((last, each) => (last && last.number > each.number ? last : each), null);
}

/** A report that a person labelled, marked or wrote beside. */
function isVouchedFor({ label, wentToBoard, isTheirs }: ReportKept): boolean {
  return label !== null || wentToBoard || isTheirs;
}

/** A thing that stands as in the report before goes on in its row; any other has a row of its own. */
function withNew(history: History, now: ReportedNow, { number }: ReportKept): ItemKept[] {
  const before = lastOf(history.reports.filter((each) => isSameSeries(each, now)));
  const standing = before === null ? new Map<string, Reported>() : itemsOf(history, before);
  const goesOn = new Set<Reported>();
  const added: ItemKept[] = [];
  for (const [key, item] of now.items) {
    const last = standing.get(key);
    if (last !== undefined && isSameReported(last, item)) goesOn.add(last);
    else added.push({ item, from: number, to: number });
  }
  return [...history.items.map((row) => (goesOn.has(row.item) ? { ...row, to: number } : row)), ...added];
}

function withMissing(history: History, now: ReportedNow, own: ReportKept): ItemKept[] {
  const known = itemsOf(history, own);
  const missing = [...now.items].filter(([key]) => !known.has(key));
  return [...history.items, ...missing.map(([, item]) => ({ item, from: own.number, to: own.number }))];
}

/** Without the oldest reports that nobody labelled, and without the rows that stood in those alone. */
function pruned(history: History, report: ReportKept): Kept {
  const dropped = [...groupBy(history.reports, ({ plan, whose }) => `${plan}\n${whose}`).values()].flatMap((series) => {
    const last = lastOf(series);
    const unlabelled = series.filter((each) => each !== last && each !== report && !isVouchedFor(each));
    return unlabelled.sort((a, b) => b.number - a.number).slice(MOST_UNLABELLED);
  });
  const reports = history.reports.filter((each) => !dropped.includes(each));
  const items = history.items.flatMap((row): ItemKept[] => {
    const last = lastOf(reports.filter((each) => isIn(history, row, each)));
    return last === null ? [] : [{ ...row, to: last.number }];
  });
  return { report, reports, items };
}

/** True where the history has a row for everything that a report said. */
export function isComplete(report: ReportKept, known: ReadonlyMap<string, Reported>): boolean {
  return known.size >= report.size && report.size > 0;
}
