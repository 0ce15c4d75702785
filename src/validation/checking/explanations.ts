import type { Explanation } from "../../decisions/explanations";
import type { Pack } from "../../plan/schema";
import { formatNumber } from "../../plan/wording";
import type { Finding } from "../finding";
import { quoted } from "../findings/quoted";
import type { RuleEntry } from "../rules/rule";

/** The rule that judges explanations, as the catalogue shows it. */
export const EXPLANATION = {
  code: "EX01",
  name: "explanation",
  severity: "warning",
  looksFor:
    "An explanation that is too short, is an empty phrase such as “OK” or “as expected”, names no figure and no cause, has no name or no date, or whose figure has changed since.",
  why: "Whoever reads the return next year, or audits it, has only the explanation to go by.",
  thresholds: ({ explanationMinimumCharacters }) => [`at least ${explanationMinimumCharacters} characters`],
} as const satisfies RuleEntry;

/** Why an explanation does not do, in the order they are looked at. */
export type Inadequacy = "nothing said" | "empty phrase" | "too short" | "no figure or cause" | "no name" | "no date";

/** What became of a finding's explanation. */
export interface Explained {
  readonly finding: Finding;
  readonly explanation: Explanation | null;
  /** "explained" is the only state that lets a warning pass. */
  readonly state: "explained" | "inadequate" | "stale" | "unexplained";
  /** What is missing, as a sentence; null where nothing is. */
  readonly lacks: string | null;
}

/** Words that say nothing by themselves (validation-rules.md, EX01). */
const EMPTY_PHRASES = new Set([
  "ok",
  "okay",
  "correct",
  "is correct",
  "this is correct",
  "figure correct",
  "figures correct",
  "figure is correct",
  "data correct",
  "as expected",
  "expected",
  "gone up",
  "gone down",
  "increase",
  "increased",
  "decrease",
  "decreased",
  "up",
  "down",
  "fine",
  "checked",
  "confirmed",
  "yes",
  "n/a",
  "na",
  "none",
  "see above",
  "as above",
  "no change",
]);

/** Words with which people name a cause or what they did about it. */
const CAUSE_WORDS =
  /\b(because|due to|owing to|caused?|causes|following|after|since|as a result|result(?:ed|ing)? (?:of|from)|reason|opened|opening|closed|closing|closure|moved|transfer(?:red)?|acquired|acquisition|sold|disposed|disposal|replaced|replacement|installed|installation|leak|leakage|fault|faulty|failed|failure|broken|repair(?:ed)?|estimat\w*|meter\w*|re-?stat\w*|re-?classif\w*|reclassified|correct(?:ed|ion)|error|mis-?read\w*|mis-?stat\w*|mistake|boundary|scope|method(?:ology)?|definition|supplier|contractor|contract|tariff|price|weather|winter|summer|cold(?:er)?|hot(?:ter)?|mild(?:er)?|covid|pandemic|refurb\w*|extension|demolish\w*|demolition|build(?:ing)?s?|ward|theatre|switch(?:ed)?|chp|boiler|solar|led|activity|patients?|demand|staff|policy|invoice|billing|late|missing|excluded?|included?|previously|survey(?:ed)?|re-?measured?|audit(?:ed)?)\b/i;

/**
 * Whether an explanation is adequate (validation-rules.md EX01): long enough, with a figure or a
 * cause in it, not an empty phrase, and signed with a name and a date.
 *
 * @returns what is missing, or null where it will do.
 */
export function inadequacy(explanation: Explanation, pack: Pick<Pack, "thresholds">): Inadequacy | null {
  const text = explanation.text.trim().replace(/\s+/g, " ");
  if (text === "") return "nothing said";
  if (EMPTY_PHRASES.has(text.toLowerCase().replace(/[.!]+$/, ""))) return "empty phrase";
  if (text.length < pack.thresholds.explanationMinimumCharacters) return "too short";
  if (!/\d/.test(text) && !CAUSE_WORDS.test(text)) return "no figure or cause";
  if (explanation.who.trim() === "") return "no name";
  return explanation.when === null ? "no date" : null;
}

function inadequacySentence(what: Inadequacy, explanation: Explanation, pack: Pick<Pack, "thresholds">): string {
  const least = pack.thresholds.explanationMinimumCharacters;
  switch (what) {
    case "nothing said":
      return "The explanation is empty. Say what changed and why, with a figure.";
    case "empty phrase":
      return `“${explanation.text.trim()}” explains nothing. Say what changed and why, with a figure.`;
    case "too short":
      return `The explanation “${explanation.text.trim()}” is shorter than ${least} characters. Say what changed and why, with a figure.`;
    case "no figure or cause":
      return "The explanation names no cause and no figure. Say why the figure is what it is, or what it was made of.";
    case "no name":
      return "The explanation has no name. Say who gives it.";
    case "no date":
      return "The explanation has no date. Say when it was given.";
  }
}

/** Figures are the same when they would be written the same: a stored "12.50" is the figure 12.5. */
function isSameFigure(then: number | string | null, now: number | string | null): boolean {
  if (then === now || then === null) return true;
  if (now === null) return false;
  if (Number.isFinite(Number(then)) && Number.isFinite(Number(now))) {
    return Math.abs(Number(then) - Number(now)) <= 1e-9 * Math.max(1, Math.abs(Number(now)));
  }
  return String(then) === String(now);
}

/** A figure as a sentence has it; a number kept as text is still a number. */
function figureWords(figure: number | string | null): string {
  if (figure === null || figure === "") return "nothing";
  return Number.isFinite(Number(figure)) ? formatNumber(Number(figure)) : String(figure);
}

/** Each finding with its explanation, matched by key. Errors and notes for information have none to give. */
export function matchExplanations(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  pack: Pick<Pack, "thresholds">,
): Explained[] {
  const byKey = new Map(explanations.map((each) => [each.key, each]));
  return findings.map((finding) => {
    const explanation = byKey.get(finding.key) ?? null;
    if (explanation === null || finding.severity !== "warning")
      return { finding, explanation, state: "unexplained", lacks: null };
    if (!isSameFigure(explanation.figure, finding.figure)) {
      const lacks = `The figure has changed from ${figureWords(explanation.figure)} to ${figureWords(finding.figure)} since it was explained. Explain it again.`;
      return { finding, explanation, state: "stale", lacks };
    }
    const what = inadequacy(explanation, pack);
    if (what === null) return { finding, explanation, state: "explained", lacks: null };
    return { finding, explanation, state: "inadequate", lacks: inadequacySentence(what, explanation, pack) };
  });
}

/** Explanations whose finding is no longer there: mended, or of a row that is gone. They are kept, never shown as needed. */
export function spentExplanations(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
): readonly Explanation[] {
  const keys = new Set(findings.map((each) => each.key));
  return explanations.filter((each) => !keys.has(each.key));
}

/**
 * Findings as they are listed (JSON, Findings sheet): beneath a warning whose explanation will not do or has gone stale
 * stands what is wrong with it (EX01). It is the warning that counts, once, and is explained; EX01 counts nowhere.
 */
export function listed(explained: readonly Explained[]): Explained[] {
  return explained.flatMap((each) =>
    each.lacks === null
      ? [each]
      : [each, { finding: explanationFinding(each), explanation: null, state: "unexplained", lacks: null }],
  );
}

function explanationFinding({ finding, explanation, lacks }: Explained): Finding {
  const named = finding.label === null || finding.label === "" ? finding.code : quoted(finding.label);
  return {
    ...finding,
    code: EXPLANATION.code,
    rule: EXPLANATION.name,
    severity: EXPLANATION.severity,
    message: `${finding.cells[0] ?? "The workbook"} (${named}): ${lacks ?? ""}`,
    why: EXPLANATION.why,
    mend: null,
    key: `${EXPLANATION.code}|${finding.key}`,
    figure: explanation?.text ?? null,
  };
}
