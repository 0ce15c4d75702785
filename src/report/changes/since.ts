import { formatDate } from "../../plan/time/periods";
import { plural } from "../../plan/wording";
import { itemsOf, type History, type ReportKept } from "./history";
import { ownReport } from "./keeping";
import type { ReportedNow } from "./reported";

/** What a report is set against, or in one sentence why there is nothing. */
export type Since = { readonly report: ReportKept } | { readonly report: null; readonly why: string };

/**
 * The report that this one is set against: the last that a person marked as having gone to a board, else the last that
 * says anything else. Only reports of the same series count, and none that was judged at a later day; the last is that of
 * the latest reporting date, of two of one date the one made later.
 */
export function sinceOf(history: History, now: ReportedNow): Since {
  const own = ownReport(history, now);
  const series = history.reports.filter((each) => each.series === now.series);
  const before = series
    .filter(({ asOf }) => asOf <= now.asOf)
    .sort((a, b) => a.asOf.localeCompare(b.asOf) || a.number - b.number);
  const marked = before.filter(({ wentToBoard }) => wentToBoard).at(-1);
  const other = before.filter((each) => each !== own && itemsOf(history, each).size > 0).at(-1);
  const report = marked ?? other;
  if (report !== undefined) return { report };
  const none = "There is no earlier report to set this one against";
  if (series.some((each) => each !== own))
    return {
      report: null,
      why: `${none}: those that are kept are as at a later date, or nothing is left of what they said.`,
    };
  const others = history.reports.length - series.length;
  if (others === 0)
    return { report: null, why: "This is the first report that is kept: there is nothing to set it against yet." };
  const are = others === 1 ? "is kept, but it is" : "are kept, but they are";
  return { report: null, why: `${none}: ${plural(others, "report")} ${are} of another plan, organisation or basis.` };
}

/** What a label begins with that says where the report went: "Board, 12 December 2026", "Green Board of March". */
const BODY = /^(?:[A-Z][\w’'&-]* ){0,4}(?:board|committee|group|council|forum)(?=$|[,:]| (?:\d|of|on|in))/i;

/** "the report to the Board, 12 December 2026 (figures as at 31 March 2025)". */
export function reportName({ label, number, madeOn, asOf }: ReportKept): string {
  const at = `(figures as at ${formatDate(asOf)})`;
  if (label === null) return `report ${number}${madeOn === null ? "" : `, made on ${formatDate(madeOn)}`} ${at}`;
  const body = label.replace(/^the /i, "");
  return BODY.test(body) ? `the report to the ${body} ${at}` : `the report “${label}” ${at}`;
}
