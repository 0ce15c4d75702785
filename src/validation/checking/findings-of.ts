import { sentenceCase } from "../../plan/wording";
import type { Finding, Severity } from "../finding";
import { references } from "../findings/references";
import type { Found } from "./roots";

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
      message: sentenceCase(message),
      why: rule.why,
      mend,
      key: ownKey(keyOf({ rule, candidate }), used),
      figure,
    };
  });
}

/** Code, metric, organisation, site and period, and what else the rule needs to tell two of its findings apart: no row, no column. */
function keyOf({ rule, candidate }: Found): string {
  const { metric, organisation, site, period, subject } = candidate;
  return [rule.code, metric, organisation, site, period, ...(subject === undefined ? [] : [subject])]
    .map((part) => part ?? "")
    .join("|");
}

function ownKey(key: string, used: Map<string, number>): string {
  const count = (used.get(key) ?? 0) + 1;
  used.set(key, count);
  return count === 1 ? key : `${key}|${count}`;
}
