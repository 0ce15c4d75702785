import { formatDate } from "../../plan/time/periods";
import { joinWords, titleWithUnit } from "../../plan/wording";
import { changesIn, type Moved } from "../changes/changes";
import { changeSentences, differenceWords, sinceWords } from "../changes/change-sentences";
import { actionMoveKinds, figureMoveKinds, type Figure, type FigureMove } from "../changes/compare";
import { whyOf } from "../changes/why";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import { ratingStates } from "../layout/states";
import type { ReportCell, ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";

/** Sentences that the page bears above its tables. */
const MOST_SENTENCES = 6;

/** What this report says that an earlier one did not: in sentences, then figure by figure and action by action. */
export function whatChanged(source: ReportSource, freshness: Freshness): ReportSheet {
  const { outcome, names, subject } = source;
  const { moved, history } = changesIn(outcome);
  const layout = new SheetLayout("changes", names.changes, `What changed: ${subject}`, "");
  layout.paragraph(freshnessLine(freshness), "headline");
  const hasTables = moved !== null && !moved.isNothing;
  if (hasTables) layout.heading(sinceWords(outcome) ?? "");
  for (const sentence of changeSentences(outcome, MOST_SENTENCES)) layout.prose(sentence, POINTS_ACROSS);
  const [unread, ...others] = [...history.unreadReports, ...history.unreadItems];
  if (unread !== undefined) {
    const rows = others.length === 0 ? "A row" : `${others.length + 1} rows`;
    layout.paragraph(
      `${rows} of ${names.history} could not be used; the first: ${unread.why.replace("not used: ", "")}.`,
    );
  }
  if (hasTables) {
    figuresTable(layout, source, moved);
    actionsTable(layout, source, moved);
    countsTable(layout, moved);
  }
  layout.describe(
    hasTables
      ? `${joinWords([...(moved.figures.length > 0 ? ["figures that moved"] : []), ...(moved.actions.length > 0 ? ["actions that moved"] : []), "what is counted"])}. As at ${source.asOf}.`
      : moved === null
        ? "there is no earlier report to set this one against."
        : "nothing has moved.",
  );
  return layout.finish(source.furniture());
}

/** How much of a sentence the page's columns hold side by side, in points. */
const POINTS_ACROSS = 950;

/** The widths of the columns, which all tables of the page share. */
const W = { name: 31, short: 13, state: 21, difference: 27, kind: 14, why: 29 } as const;

function figuresTable(layout: SheetLayout, source: ReportSource, moved: Moved): void {
  layout.heading(`Figures that moved: ${moved.figures.length}`);
  if (moved.figures.length === 0) return;
  layout.table({
    name: "GreenPlan_FiguresMoved",
    items: [...moved.figures].sort((a, b) => rank(a) - rank(b)),
    filter: true,
    columns: [
      { header: "Metric", width: W.name, cell: (move) => metricWithUnit(source, move) },
      { header: "Organisation", width: W.short, cell: ({ organisation }) => source.organisation(organisation) },
      { header: "Before", width: W.short, format: "figure", cell: ({ before }) => before?.value ?? "[x]" },
      { header: "Period and rating before", width: W.state, cell: ({ before }) => standingWords(before) },
      { header: "Now", width: W.short, format: "figure", cell: ({ now }) => now?.value ?? "[x]" },
      { header: "Period and rating now", width: W.state, cell: ({ now }) => standingWords(now) },
      { header: "Change", width: W.difference, cell: changeCell },
      { header: "What it is", width: W.kind, cell: whatItIs },
      { header: "Why", width: W.why, cell: (move) => whyOf(move, source.outcome, moved) || "[z]" },
    ],
    unit: (move) => source.metric(move.metric)?.unit ?? "count",
  });
}

/** By kind; in each what is rated worse, rated better, has a target, has none. */
function rank({ kind, rating, now, before }: FigureMove): number {
  const byRating = rating === "worse" ? 0 : rating === "better" ? 1 : (now ?? before)?.rating === null ? 3 : 2;
  return figureMoveKinds.indexOf(kind) * 4 + byRating;
}

function metricWithUnit(source: ReportSource, { metric: id, now, before }: FigureMove): string {
  return titleWithUnit(source.metric(id)?.title ?? id, (now ?? before)?.unit ?? "count");
}

function standingWords(figure: Figure | null): string {
  if (figure === null) return "[x] no figure";
  const { period, rating } = figure;
  return rating === null ? period.label : `${period.label} ${ratingStates[rating]}`;
}

function changeCell({ kind, before, now, beforeNow }: FigureMove): ReportCell {
  if (before === null || now === null || (kind !== "restated" && kind !== "new period")) return "[z]";
  if (beforeNow === null) return differenceWords(before, now);
  return `${differenceWords(beforeNow, now)}, from the restated figure`;
}

function whatItIs({ kind, now, rating, newlyMet, beforeNow }: FigureMove): string {
  return [
    now?.period.kind === "financial-year" ? kind.replace("period", "year") : kind,
    ...(beforeNow === null ? [] : [`${beforeNow.period.label} restated`]),
    ...(rating === null ? [] : [`rated ${rating}`]),
    ...(newlyMet ? ["target met"] : []),
  ].join("; ");
}

function actionsTable(layout: SheetLayout, { outcome }: ReportSource, { actions }: Moved): void {
  layout.heading(`Actions that moved: ${actions.length}`);
  if (actions.length === 0) return;
  const action = (id: string) => outcome.actions.find((each) => each.id === id);
  const due = (date: string | null): ReportCell => (date === null ? "[z]" : { date });
  layout.table({
    name: "GreenPlan_ActionsMoved",
    items: [...actions].sort((a, b) => actionMoveKinds.indexOf(a.kind) - actionMoveKinds.indexOf(b.kind)),
    filter: true,
    columns: [
      { header: "Action", width: W.name, cell: ({ action: id }) => action(id)?.title ?? id },
      { header: "Action id", width: W.short, cell: ({ action: id }) => id },
      { header: "Due before", width: W.short, format: "date", cell: ({ before }) => due(before.due) },
      { header: "Status before", width: W.state, cell: ({ before }) => before.status },
      { header: "Due now", width: W.short, format: "date", cell: ({ now }) => due(now.due) },
      { header: "Status now", width: W.state, cell: ({ now }) => now.status },
      { header: "Owner", width: W.difference, cell: ({ action: id }) => action(id)?.owner ?? "[x] no owner" },
      {
        header: "What it is",
        width: W.kind,
        cell: ({ kind, isMoved }) => (isMoved && kind !== "date moved" ? `${kind}; date moved` : kind),
      },
    ],
  });
}

function countsTable(layout: SheetLayout, { counts, since }: Moved): void {
  layout.heading(`What is counted: then, as at ${formatDate(since.asOf)}, and now`);
  layout.table({
    name: "GreenPlan_Counted",
    items: counts,
    columns: [
      { header: "What is counted", width: W.name, cell: ({ name }) => name },
      { header: "Then", width: W.short, format: "whole", cell: ({ before }) => before ?? "[x]" },
      { header: "Now", width: W.short, format: "whole", cell: ({ now }) => now },
      {
        header: "Change",
        width: W.state,
        cell: ({ before, now }) => {
          if (before === null || now === null) return "[x] not known";
          return before === now ? "the same" : `${Math.abs(now - before)} ${now > before ? "more" : "fewer"}`;
        },
      },
    ],
  });
}
