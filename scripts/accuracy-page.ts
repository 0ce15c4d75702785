import type { Accuracy } from "../test/bench/validation";

/** docs/validation-accuracy.md: what the rules found of known mistakes, kind by kind. */
export function accuracyPage(accuracy: Accuracy): string {
  const { seed, made, healthy, found, reported, reportedTrue, healthyFindings, kinds, layouts } = accuracy;
  const rows = kinds.map(({ kind, code, made, found: told, others }) => {
    const other = [...others].map(([name, count]) => `${name} ${count}`).join(", ");
    return `| ${kind} | ${code} | ${made} | ${told} | ${made - told} | ${other === "" ? "none" : other} |`;
  });
  return `${[
    "# How well the rules find mistakes",
    `Each of ${made} made-up returns, in ${layouts.length} layouts (\`test/bench/healthy-return.ts\`), had one known mistake put into it (\`test/bench/mutations.ts\`, which knows nothing of the rules’ code), from seed ${seed}; ${healthy} more had none. A mistake is found when the rule that should tell it does, and names its cell. Every other error or warning on any of these returns counts as untrue.`,
    [
      "| measure | value |",
      "| --- | --- |",
      `| mistakes found (recall) | ${found} of ${made}, ${percent(found, made)} |`,
      `| errors and warnings that are true (precision) | ${reportedTrue} of ${reported}, ${percent(reportedTrue, reported)} |`,
      `| errors and warnings on the returns without mistakes | ${healthyFindings} |`,
    ].join("\n"),
    "The figures, sizes and notes differ from return to return, but the layouts and the mistakes are those we thought of: real workbooks are more various, so these figures are an upper bound. The real errors of published returns are tested one by one in `test/validation/published.test.ts`.",
    "## By layout",
    [
      "| layout | made | found | missed | errors and warnings that are true | said of returns without mistakes |",
      "| --- | --- | --- | --- | --- | --- |",
      ...layouts.map(
        (each) =>
          `| ${each.layout} | ${each.made} | ${each.found} | ${each.made - each.found} | ${each.reportedTrue} of ${each.reported}, ${percent(each.reportedTrue, each.reported)} | ${each.healthyFindings} |`,
      ),
    ].join("\n"),
    "## Confusion table",
    [
      "| mistake | should be told by | made | found | missed | told by others besides |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n"),
    "Made by `npm run docs`; `npm run bench` measures it again.",
  ].join("\n\n")}\n`;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`;
}
