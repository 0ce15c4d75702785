import { sentenceCase } from "../../plan/wording";
import { shortened } from "../../errors/shortened";
import type { Finding, Severity } from "../finding";
import { references } from "../findings/references";
import type { Found } from "./roots";

/** Letters of a part of a key: a heading can be one. */
const LONGEST_PART = 200;

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What the rules saw, as findings: the worst first, each with a key of its own. */
export function findingsOf(found: readonly Found[]): Finding[] {
  const ranked = found
    .map((each, index) => ({ ...each, index }))
    .sort(
      (a, b) =>
        ORDER[a.candidate.severity] - ORDER[b.candidate.severity] ||
        b.candidate.effect - a.candidate.effect ||
        a.index - b.index,
    );
  const used = new Map<string, number>();
  return ranked.map(({ rule, candidate }) => {
    const { severity, cells, also, label, metric, organisation, period, message, mend, figure } = candidate;
    return {
      code: rule.code,
      rule: rule.name,
      severity,
      cells: [...references(cells), ...references(also ?? [])],
      label,
      metric,
      organisation,
      period,
      message: readable(sentenceCase(message)),
      why: rule.why,
      mend,
      key: ownKey(keyOf({ rule, candidate }), used),
      figure,
    };
  });
}

/** Letters of a message that are still read, and how many of its last, which say what to do. */
const MOST = 600;
const LAST = 200;

/** A message with an end, whatever a workbook holds: what is too long is cut in its middle. */
function readable(message: string): string {
  return message.length <= MOST ? message : `${shortened(message, MOST - LAST - 1)} ${message.slice(-LAST)}`;
}

/** A short part stays letter for letter: keys of explanations are kept in workbooks. */
function withEnd(part: string): string {
  return part.length > LONGEST_PART ? shortened(part, LONGEST_PART) : part;
}

/** Code, metric, organisation, site and period, and what else the rule needs to tell two of its findings apart: no row, no column. */
function keyOf({ rule, candidate }: Found): string {
  const { metric, organisation, site, period, subject } = candidate;
  return [rule.code, metric, organisation, site, period, ...(subject === undefined ? [] : [subject])]
    .map((part) => (part === null || part === undefined ? "" : withEnd(part)))
    .join("|");
}

function ownKey(key: string, used: Map<string, number>): string {
  const count = (used.get(key) ?? 0) + 1;
  used.set(key, count);
  return count === 1 ? key : `${key}|${count}`;
}
