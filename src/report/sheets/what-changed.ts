import { formatDate } from "../../plan/time/periods";
import { unitWords } from "../../plan/wording";
import { changesIn, isUnchanged, unreadSentences } from "../changes/changes";
import { allChangeSentences, differenceWords, sinceWords } from "../changes/change-sentences";
import type { ActionMove, Comparison, Figure, FigureMove, FigureMoveKind } from "../changes/compare";
import type { ReportKept } from "../changes/history";
import { whyOf } from "../changes/why";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import { ragShapes, ragWords } from "../layout/palette";
import type { ReportCell, ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";

/** Sentences that a page of tables bears above them. */
const MOST_SENTENCES = 6;

/** What this report says that an earlier one did not: in sentences, then figure by figure and action by action. */
export function whatChanged(source: ReportSource, freshness: Freshness): ReportSheet {
  const { outcome, names, subject } = source;
  const changes = changesIn(outcome);
  const { moved } = changes;
  const layout = new SheetLayout("changes", names.changes, `What changed: ${subject}`, "");
  layout.paragraph(freshnessLine(freshness), "headline");
  const since = sinceWords(outcome);
  if (since !== null && moved !== null && !isUnchanged(moved)) layout.paragraph(since, "heading");
  const said = allChangeSentences(outcome).slice(0, MOST_SENTENCES);
  for (const sentence of [...said, ...unreadSentences(changes, names.history)]) layout.prose(sentence, LETTERS_ACROSS);
  if (moved === null || isUnchanged(moved)) {
    layout.describe(moved === null ? "there is no earlier report." : "nothing has moved.");
    return layout.finish(source.furniture());
  }
  figuresTable(layout, source, moved);
  actionsTable(layout, source, moved.actions);
  countsTable(layout, moved, moved.since);
  layout.describe("the figures that moved, the actions that moved, and what is counted then and now.");
  return layout.finish(source.furniture());
}

/** Letters of a sentence that the page's columns hold side by side. */
const LETTERS_ACROSS = 190;

const W = { name: 34, short: 13, state: 19, difference: 26, what: 20, why: 42 } as const;

const moveOrder: readonly FigureMoveKind[] = [
  "new period",
  "restated",
  "baseline",
  "rating only",
  "withdrawn",
  "first figure",
];

function figuresTable(
  layout: SheetLayout,
  source: ReportSource,
  { figures, since }: Comparison & { since: ReportKept },
) {
  layout.heading(`Figures that moved: ${figures.length}`);
  if (figures.length === 0) {
    layout.paragraph("None.");
    return;
  }
  layout.table({
    name: "GreenPlan_FiguresMoved",
    items: [...figures].sort(byKind),
    filter: true,
    columns: [
      { header: "Metric", width: W.name, cell: (move) => metricWithUnit(source, move) },
      { header: "Organisation", width: W.short, cell: ({ organisation }) => source.organisation(organisation) },
      { header: "Before", width: W.short, format: "figure", cell: ({ before }) => before?.value ?? "[z]" },
      { header: "Period and rating before", width: W.state, cell: ({ before }) => standingWords(before) },
      { header: "Now", width: W.short, format: "figure", cell: ({ now }) => now?.value ?? "[x]" },
      { header: "Period and rating now", width: W.state, cell: ({ now }) => standingWords(now) },
      { header: "Change", width: W.difference, cell: changeCell },
      { header: "What it is", width: W.what, cell: whatItIs },
      { header: "Why", width: W.why, cell: (move) => whyOf(move, source.outcome, since) || "[z]" },
    ],
    unit: (move) => source.metric(move.metric)?.unit ?? "count",
  });
}

/** New periods first, those rated worse before those rated better; figures without a target last in each. */
function byKind(a: FigureMove, b: FigureMove): number {
  const rank = ({ kind, rating, now, before }: FigureMove) =>
    moveOrder.indexOf(kind) * 10 +
    (rating === "worse" ? 0 : rating === "better" ? 1 : (now ?? before)?.rating === null ? 3 : 2);
  return rank(a) - rank(b);
}

function metricWithUnit(source: ReportSource, { metric: id, now, before }: FigureMove): string {
  const title = source.metric(id)?.title ?? id;
  const unit = now?.unit ?? before?.unit;
  const words = unit === undefined ? "" : unitWords(unit);
  return words === "" || title.includes(words) ? title : `${title} (${words})`;
}

function standingWords(figure: Figure | null): string {
  if (figure === null) return "[x] no figure";
  const { period, rating } = figure;
  return rating === null ? period.label : `${period.label} ${ragShapes[rating]} ${ragWords[rating]}`;
}

function changeCell({ kind, before, now, beforeNow }: FigureMove): ReportCell {
  if (before === null || now === null) return "[z]";
  if (kind === "restated") return `${differenceWords(before, now)} as restated`;
  if (kind !== "new period") return "[z]";
  return beforeNow === null
    ? differenceWords(before, now)
    : `${differenceWords(beforeNow, now)} than ${beforeNow.period.label} as restated`.replace(
        "the same than",
        "the same as",
      );
}

function whatItIs({ kind, now, rating, newlyMet, beforeNow }: FigureMove): string {
  const isYear = now?.period.kind === "financial-year";
  const words: Readonly<Record<FigureMoveKind, string>> = {
    "new period": isYear ? "new year" : "new period",
    restated: "restated, no progress",
    baseline: "new baseline",
    "rating only": "rating only",
    withdrawn: "withdrawn",
    "first figure": "first figure",
  };
  const more = [
    ...(beforeNow === null ? [] : ["the last restated"]),
    ...(rating === null ? [] : [`rated ${rating}`]),
    ...(newlyMet ? ["target met"] : []),
  ];
  return [words[kind], ...more].join("; ");
}

const actionWords: Readonly<Record<ActionMove["kind"], string>> = {
  completed: "completed",
  reopened: "reopened",
  ended: "ended, not done",
  "newly overdue": "newly overdue",
  "no longer overdue": "no longer overdue",
  "date moved": "date moved",
  "first return": "first reported",
  "no longer returned": "no longer reported",
};

function actionsTable(layout: SheetLayout, { outcome }: ReportSource, moves: readonly ActionMove[]): void {
  layout.heading(`Actions that moved: ${moves.length}`);
  if (moves.length === 0) {
    layout.paragraph("None.");
    return;
  }
  const kinds = Object.keys(actionWords);
  const action = (id: string) => outcome.actions.find((each) => each.id === id);
  const due = (date: string | null): ReportCell => (date === null ? "[z]" : { date });
  layout.table({
    name: "GreenPlan_ActionsMoved",
    items: [...moves].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
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
        width: W.what,
        cell: ({ kind, isMoved }) => `${actionWords[kind]}${isMoved && kind !== "date moved" ? "; date moved" : ""}`,
      },
    ],
  });
}

function countsTable(layout: SheetLayout, { counts }: Comparison, since: ReportKept): void {
  layout.heading(`What is counted: then, as at ${formatDate(since.asOf)}, and now`);
  const changed = (before: number | null, now: number | null) => {
    if (before === null || now === null) return "[x] not known";
    return now === before ? "the same" : `${Math.abs(now - before)} ${now > before ? "more" : "fewer"}`;
  };
  layout.table({
    name: "GreenPlan_Counted",
    items: counts,
    columns: [
      { header: "What is counted", width: W.name, cell: ({ name }) => countWords[name] },
      { header: "Then", width: W.short, format: "whole", cell: ({ before }) => before ?? "[x]" },
      { header: "Now", width: W.short, format: "whole", cell: ({ now }) => now ?? "[x]" },
      { header: "Change", width: W.state, cell: ({ before, now }) => changed(before, now) },
    ],
  });
}

const countWords: Readonly<Record<Comparison["counts"][number]["name"], string>> = {
  Red: "Targets rated red",
  Amber: "Targets rated amber",
  Green: "Targets rated green",
  Grey: "Targets that cannot be rated",
  "Actions complete": "Actions complete",
  "Actions overdue": "Actions overdue",
  Errors: "Open errors",
  "Warnings to explain": "Warnings to explain",
};
