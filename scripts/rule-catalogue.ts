import { llrPack } from "../src/plan/llr";
import { catalogue, type CatalogueEntry } from "../src/validation/checking/catalogue";

/** docs/validation-rules.md: the catalogue of rules as a page, with the thresholds of the plan that ships. */
export function ruleCatalogue(): string {
  const entries = catalogue(llrPack.thresholds);
  const table = entries.map(
    ({ code, name, rules }) =>
      `| [${code}](#${code.toLowerCase()}) | ${name} | ${severitiesOf(rules)} | ${cell(rules.map((each) => each.looksFor).join(" "))} |`,
  );
  return `${[
    "# The rules a return is checked against",
    "Made from the rules themselves (`src/validation/rules`) by `scripts/write-docs.ts`; a test holds it to them.",
    "An **error** blocks submission. A **warning** is mended, or explained with a name and a date. An **info** never blocks. What says the same is one finding with many cells, and one cause is reported once, at its root. Thresholds are the plan pack’s and can be changed there; those that are ours and fixed say so in the code.",
    ["| code | rule | severity | looks for |", "| --- | --- | --- | --- |", ...table].join("\n"),
    "## Each rule",
    ...entries.map(section),
  ].join("\n\n")}\n`;
}

function section({ code, name, why, rules }: CatalogueEntry): string {
  const thresholds = [...new Set(rules.flatMap((each) => each.thresholds))];
  const mends = [...new Set(rules.flatMap((each) => each.mends ?? []))];
  const [first, ...others] = rules;
  const looksFor =
    others.length === 0
      ? (first?.looksFor ?? "")
      : rules.map((each) => `- ${each.severity}: ${each.looksFor}`).join("\n");
  return [
    `### ${code}`,
    `${name} · ${severitiesOf(rules)}`,
    looksFor,
    `Why it matters: ${why}`,
    ...(thresholds.length > 0 ? [`Thresholds:\n\n${thresholds.map((each) => `- ${each}`).join("\n")}`] : []),
    ...(mends.length === 0 ? [] : [`Mend offered: ${mends.join("; ")}.`]),
  ].join("\n\n");
}

/** "error or warning" */
function severitiesOf(rules: CatalogueEntry["rules"]): string {
  return [...new Set(rules.map((each) => cell(each.severity)))].join(" or ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
