import { formatDate } from "../../plan/time/periods";
import { plural } from "../../plan/wording";
import { isSameSeries, itemsOf, type History, type ReportKept } from "./history";
import { ownReport } from "./keeping";
import type { ReportedNow } from "./reported";

/** What a report is set against: the last that went to a board, else the last other one; or why there is none. */
export type Since = { readonly report: ReportKept } | { readonly report: null; readonly why: string };

/**
 * The report that this one is set against. Only reports of the same plan and the same organisation count that were not
 * judged at a later day; among them the last that a person marked as having gone to a board, else the last that says
 * anything else. The last is that of the latest reporting date, of two of one date the one made later.
 */
export function sinceOf(history: History, now: ReportedNow): Since {
  const own = ownReport(history, now);
  const series = history.reports.filter((each) => isSameSeries(each, now));
  const before = series.filter(({ asOf }) => asOf <= now.asOf).sort(byDate);
  const marked = before.filter(({ wentToBoard }) => wentToBoard).at(-1);
  const other = before.filter((each) => each !== own && itemsOf(history, each).size > 0).at(-1);
  const report = marked ?? other ?? null;
  return report === null ? { report, why: whyNone(history, series, own) } : { report };
}

function byDate(a: ReportKept, b: ReportKept): number {
  return a.asOf.localeCompare(b.asOf) || a.number - b.number;
}

function whyNone({ reports }: History, series: readonly ReportKept[], own: ReportKept | null): string {
  const later = series.filter((each) => each !== own).length;
  if (later > 0)
    return `There is no earlier report to set this one against: ${later === 1 ? "the one that is kept is" : `the ${later} that are kept are`} as at a later date, or nothing is left of what it said.`;
  const others = reports.length - series.length;
  if (others > 0)
    return `There is no earlier report to set this one against: the history holds ${plural(others, "report")} of another plan or of other organisations, kept and not compared.`;
  return "This is the first report that is kept: there is nothing to set it against yet.";
}

/** What a label begins with that says where the report went: "Board, 12 December 2026", "Green Board of March". */
const BODY = /^(?:[A-Z][\w’'&-]* ){0,4}(?:board|committee|group|council|executive|forum)\b/i;

/** "the report to the Board, 12 December 2026 (figures as at 31 March 2025)". */
export function reportName({ label, number, madeOn, asOf }: ReportKept): string {
  const at = `(figures as at ${formatDate(asOf)})`;
  if (label !== null) {
    const body = label.replace(/^the /i, "");
    return BODY.test(body) ? `the report to the ${body} ${at}` : `the report “${label}” ${at}`;
  }
  return `report ${number}${madeOn === null ? "" : `, made on ${formatDate(madeOn)}`} ${at}`;
}
