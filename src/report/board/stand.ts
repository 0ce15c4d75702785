import { UNRELIABLE } from "../words/doubts";
import type { Assessment } from "../../assessment/assessment";
import { changeSentences } from "../changes/change-sentences";
import { deliveredSince } from "../changes/delivered";
import { joinWords, plural, someOf, metricName, organisationName } from "../../plan/wording";
import type { Placed, SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { endedSentence, standingTitle, notRatedTitle } from "../words/sentences";
import { keptAsks } from "./asked";
import { actionSentences, headlineSentences } from "./brief";
import { footprintSeries } from "../source/chart-data";
import { headlineChart } from "../charts/footprint";
import { CHART_COLUMNS, POINTS_BESIDE_CHART, type BoardCells } from "./columns";
import { headlineRows, headlineTable, targetCounts } from "./headline";

interface Standing {
  /** The tables whose states are counted. */
  readonly counted: readonly (Placed | null)[];
  /** How many targets have no figure. */
  readonly silent: number;
  /** What else is said beside the chart. */
  readonly beside?: readonly string[];
}

/** Sentences on what changed since an earlier report; What Changed has them all. */
const MOST_CHANGES = 2;

/** Rows that the chart of page one is at least high, in lines of text. */
const CHART_ROWS = 12;

/** The headline figures with what they mean, left of the chart. */
export function whereWeStand(
  layout: SheetLayout,
  source: ReportSource,
  cells: BoardCells,
  { counted, silent, beside = [] }: Standing,
): void {
  const { outcome } = source;
  const rows = headlineRows(source);
  layout.heading(headline(source, rows));
  const top = layout.next;
  const say = (sentence: string) => layout.prose(sentence, POINTS_BESIDE_CHART);
  headlineTable(layout, source, cells, rows);
  for (const sentence of headlineSentences(outcome, rows)) say(sentence);
  layout.paragraph(targetCounts(counted, silent));
  for (const sentence of actionSentences(outcome)) say(sentence);
  const ended = endedSentence(outcome);
  if (ended !== "") say(ended);
  for (const sentence of beside) say(sentence);
  const [series] = footprintSeries(source);
  if (!series) return;
  layout.gap(Math.max(0, top + CHART_ROWS - layout.next));
  layout.chart(headlineChart(source, series, { top, bottom: layout.next - 1, ...CHART_COLUMNS }));
}

/** What was done and what moved since an earlier report, most to be said first; none on the first report. */
export function deliveredSentences({ outcome }: ReportSource, most: number): string[] {
  const delivered = deliveredSince(outcome);
  if (delivered === null) return [];
  const { since, actions, targets } = delivered;
  const done = [
    ...(actions.length > 0
      ? [`${plural(actions.length, "action")} complete (${someOf(actions.map(({ title }) => title))})`]
      : []),
    ...(targets.length > 0
      ? [
          `${plural(targets.length, "target")} newly met (${someOf(targets.map(({ metric, organisation }) => `${metricName(outcome.pack, metric)}, ${organisationName(outcome.pack, organisation)}`))})`,
        ]
      : []),
  ];
  const said = done.length === 0 ? [] : [`Delivered since ${since}: ${joinWords(done)}.`];
  return [...said, ...changeSentences(outcome, most - said.length)];
}

/** What was delivered and changed since an earlier report, and what people are proud of. */
export function newsBeside(source: ReportSource): string[] {
  const highlights = keptAsks(source).highlights.map((each) => `Highlight: ${each}`);
  return [...deliveredSentences(source, MOST_CHANGES), ...highlights];
}

/** The finding as a heading: "Where we stand: LLR’s NHS Carbon Footprint is 33.7% behind its trajectory in 2024/25". */
function headline({ outcome, doubts }: ReportSource, [first]: readonly Assessment[]): string {
  if (first === undefined) return "Where we stand";
  const said = first.rag === "grey" ? notRatedTitle(first, outcome.pack) : standingTitle(first, outcome.pack);
  return `Where we stand: ${said}${doubts.of(first) === "" ? "" : UNRELIABLE}`;
}
