import { joinWords, metricName, organisationName, plural, someOf } from "../../plan/wording";
import { changeSentences } from "../changes/change-sentences";
import { deliveredSince } from "../changes/delivered";
import type { ReportSource } from "../source/source";

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
