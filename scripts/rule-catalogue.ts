import { llrPack } from "../src/plan/llr";
import { catalogue } from "../src/validation/checking/catalogue";

/** docs/validation-rules.md: the catalogue of rules as a page, with the thresholds of the plan that ships. */
export function ruleCatalogue(): string {
  const rules = catalogue(llrPack.thresholds);
  const table = rules.map(
    ({ code, name, severity, looksFor }) =>
      `| [${code}](#${code.toLowerCase()}) | ${name} | ${cell(severity)} | ${cell(looksFor)} |`,
  );
  const sections = rules.map(({ code, name, severity, looksFor, why, thresholds, mends }) =>
    [
      `### ${code}`,
      `${name} · ${severity}`,
      looksFor,
      `Why it matters: ${why}`,
      ...(thresholds.length > 0 ? [`Thresholds:\n\n${thresholds.map((each) => `- ${each}`).join("\n")}`] : []),
      ...(mends === null ? [] : [`Mend offered: ${mends}.`]),
    ].join("\n\n"),
  );
  return `${[
    "# The rules a return is checked against",
    "Made from the rules themselves (`src/validation/rules`) by `scripts/write-rule-catalogue.ts`; a test holds it to them.",
    "An **error** blocks submission. A **warning** is mended, or explained with a name and a date. An **info** never blocks. What says the same is one finding with many cells, and one cause is reported once, at its root. Thresholds are the plan pack’s and can be changed there; those that are ours and fixed say so in the code.",
    ["| code | rule | severity | looks for |", "| --- | --- | --- | --- |", ...table].join("\n"),
    "## Each rule",
    ...sections,
  ].join("\n\n")}\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
