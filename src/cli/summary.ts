import type { Outcome } from "../outcome";
import { formatDate } from "../plan/time/periods";
import { plural } from "../plan/wording";
import { readiness } from "../validation/checking/readiness";

/** What a person reads after a run: whose figures, how they stand, where the report is. */
export function summary(outcome: Outcome, sheetsWritten: readonly string[], output: string): string {
  const { reading, actions } = outcome;
  const latest = outcome.assessments.filter((each) => each.latest);
  const whose = [...new Set(reading.observations.map((each) => each.organisation))];
  const lines = [
    `${outcome.pack.name}, as at ${formatDate(outcome.asOf)}`,
    `Read: ${plural(reading.observations.length, "figure")} for ${whose.join(", ") || "no organisation"} from ${plural(reading.tables.length, "table")}.`,
    ...(reading.notUnderstood.length > 0
      ? [`Not understood: ${plural(reading.census.asked, "figure")}, each listed on the Findings sheet.`]
      : []),
    ...(reading.leftOut.rows > 0
      ? [
          `Left out: ${plural(reading.leftOut.rows, "row")} of ${plural(reading.leftOut.organisations, "organisation")} outside the plan.`,
        ]
      : []),
    `Check: ${readiness(outcome).statement}`,
    `Targets: ${count(latest, (each) => each.rag)}.`,
    `Actions: ${count(actions, (each) => each.status)}.`,
    `Wrote ${sheetsWritten.join(", ")} to ${output}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** "3 red, 2 green": each word with its number, most first. */
function count<T>(items: readonly T[], word: (item: T) => string): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(word(item), (counts.get(word(item)) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, number]) => `${number} ${name}`).join(", ") || "none";
}
