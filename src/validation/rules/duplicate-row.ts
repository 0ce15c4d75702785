import { plural } from "../../plan/wording";
import { cellPlace } from "../../returns/addresses";
import type { Observation } from "../../returns/observation";
import type { CheckContext } from "../context";
import { groupBy } from "../groups";
import type { Claims } from "../lines";
import { addressOf } from "../places";
import { quoted, whose } from "../phrases";
import type { Candidate, Rule } from "../rule";
import { noThresholds } from "../rule";
import { differ } from "../rivals";

/** A row of a table that is there twice with the same figures (frictionless-py's duplicate-row). */
export const duplicateRow: Rule = {
  code: "duplicate-row",
  name: "duplicate-row",
  severity: "warning",
  looksFor: "The same metric, organisation, site and period twice in one table, with the same figures.",
  why: "A row copied down is counted twice by every sum over the table.",
  thresholds: noThresholds,
  mends: "keep the first and empty the second",
  check(context) {
    const twins = context.rivals.filter((claims) => !differ(claims)).flatMap(pairsInOneTable);
    const rows = groupBy(twins, ([first, second]) => `${first.place.sheet}|${first.place.row}|${second.place.row}`);
    return [...rows.values()].map((pairs) => candidate(context, pairs));
  },
};

type Pair = readonly [Observation, Observation];

function pairsInOneTable(claims: Claims): Pair[] {
  const [first, ...rest] = claims as readonly [Observation, ...Observation[]];
  // The same figure again in another table (a summary, a copy of last year) is how workbooks are made.
  return rest.flatMap((second) =>
    second.table === first.table && second.place.sheet === first.place.sheet && second.place.row !== first.place.row
      ? [[first, second] as const]
      : [],
  );
}

function candidate(context: CheckContext, pairs: readonly Pair[]): Candidate {
  const [[first, second]] = pairs as [Pair];
  const { sheet, row } = second.place;
  const typed = pairs.map((pair) => pair[1]).filter((each) => context.formulaAt(each.place) === null);
  const rows = `row ${row + 1} of ${sheet} (${quoted(second.label)})`;
  return {
    severity: "warning",
    cells: pairs.map((pair) => pair[1].place),
    involves: pairs.flatMap((pair) => [pair[0].place, pair[1].place]),
    label: second.label,
    metric: pairs.length === 1 ? first.metric : null,
    organisation: first.organisation,
    site: first.site,
    period: first.period.label,
    message: `${whose(context, first)}: ${rows} repeats row ${first.place.row + 1} in ${plural(pairs.length, "figure")}, from ${cellPlace(sheet, row, second.place.column).cell}. Each was expected once; keep one.`,
    mend:
      typed.length === 0
        ? null
        : {
            label: `Empty ${plural(typed.length, "repeated cell")}`,
            kind: "keep one",
            changes: typed.map(({ place, raw }) => ({ sheet, address: addressOf(place), before: raw, after: null })),
          },
    figure: pairs.length === 1 ? second.value : pairs.length,
    effect: 0.5,
    subject: `row of ${first.label}`,
  };
}
