import { groupBy } from "../../collections/groups";
import { isIn, itemsOf, type History, type ItemKept, type ReportKept } from "./history";
import { isSameReported, type Reported, type ReportedNow } from "./reported";

/** Reports without a label or a mark that are kept beside the last one. */
export const MOST_UNLABELLED = 12;

/** The history with the report that is being made in it. */
export interface Kept extends Pick<History, "reports" | "items"> {
  readonly report: ReportKept;
}

/**
 * The history with this report in it. A report that says the same as at the same day takes its own row again; any other
 * is a new row. What earlier reports said stays as it stands.
 */
export function historyWith(history: History, now: ReportedNow): Kept {
  const own = ownReport(history, now);
  const fresh = {
    number: history.next,
    madeOn: now.madeOn,
    label: null,
    mark: null,
    wentToBoard: false,
    isTheirs: false,
  };
  const { series, asOf, counts, items } = now;
  const report: ReportKept = { ...(own ?? fresh), series, asOf, counts, size: items.size };
  const reports = [...history.reports.filter((each) => each !== own), report];
  return pruned({ ...history, reports, items: withReported(history, now, report, own) }, report);
}

/** The row that this report has already: the last of the same day, where it says nothing else. */
export function ownReport(history: History, { series, asOf, items, counts }: ReportedNow): ReportKept | null {
  const last = lastOf(history.reports.filter((each) => each.series === series && each.asOf === asOf));
  if (last === null || last.size !== items.size) return null;
  const known = itemsOf(history, last);
  const agrees = [...known].every(([key, item]) => {
    const other = items.get(key);
    return other !== undefined && isSameReported(item, other);
  });
  const counted = [...last.counts].every(([name, count]) => count === null || count === counts.get(name));
  // A writing that did not end may have left it in part: it is filled in, but never where a person vouches for it.
  return agrees && counted && (known.size === items.size || !isVouchedFor(last)) ? last : null;
}

function lastOf(reports: readonly ReportKept[]): ReportKept | null {
  return reports.reduce<ReportKept | null>((last, each) => (last && last.number > each.number ? last : each), null);
}

/** A report that a person labelled, marked or wrote beside. */
function isVouchedFor({ label, wentToBoard, isTheirs }: ReportKept): boolean {
  return label !== null || wentToBoard || isTheirs;
}

/**
 * The rows with what a report says: a thing that stands as in the report before goes on in its row, any other has a row
 * of its own. What the rows say of this report already, where a writing of it did not end, stands.
 */
function withReported(history: History, now: ReportedNow, { number }: ReportKept, own: ReportKept | null): ItemKept[] {
  const before = lastOf(history.reports.filter((each) => each.series === now.series && each.number < number));
  const standing = before === null ? new Map<string, Reported>() : itemsOf(history, before);
  const known = own === null ? new Map<string, Reported>() : itemsOf(history, own);
  const goesOn = new Set<Reported>();
  const added: ItemKept[] = [];
  for (const [key, item] of now.items) {
    const last = standing.get(key);
    if (known.has(key)) continue;
    if (last !== undefined && isSameReported(last, item)) goesOn.add(last);
    else added.push({ item, from: number, to: number });
  }
  return [...history.items.map((row) => (goesOn.has(row.item) ? { ...row, to: number } : row)), ...added];
}

/** Without the oldest reports that nobody labelled, and without the rows that stood in those alone. */
function pruned(history: History, report: ReportKept): Kept {
  const dropped = [...groupBy(history.reports, ({ series }) => series).values()].flatMap((series) => {
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
