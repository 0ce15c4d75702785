import { assessActions } from "../../src/assessment/actions/assess-actions";
import { assess } from "../../src/assessment/targets/assess-targets";
import { signOffOf } from "../../src/assessment/approval/sign-off";
import { keptIn } from "../../src/decisions/kept";
import type { Outcome } from "../../src/outcome";
import { llrPack as pack } from "../../src/plan/llr";
import { readReturns } from "../../src/returns/reading/read";
import { totals as totalsOf } from "../../src/returns/totals/totals";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { checkReturn } from "../../src/validation/checking/check";
import { readiness } from "../../src/validation/checking/readiness";
import { seriesInError } from "../../src/validation/checking/series-in-error";
import { AS_OF as asOf } from "./facts";

/** The steps between reading and writing, each as `outcomeOf` (src/road.ts) takes it, so that each can be timed. */
export type Timed = <T>(step: "understanding" | "checking" | "assessing", work: () => T) => T;

/** What `outcomeOf` makes of a workbook on which nobody decided anything. */
export function outcomeInSteps(snapshot: Snapshot, timed: Timed): Outcome {
  const { reading, totals } = timed("understanding", () => {
    const read = readReturns(snapshot, pack, { period: null, organisations: [], mapping: [] });
    return { reading: read, totals: totalsOf(read, pack) };
  });
  const checked = timed("checking", () => {
    const findings = checkReturn({ snapshot, reading, totals, pack, asOf });
    return { findings, readiness: readiness({ findings, explanations: [], pack, reading }).readiness };
  });
  const assessed = timed("assessing", () => ({
    assessments: assess({ totals, reading, pack, asOf, seriesInError: seriesInError(checked.findings) }),
    actions: assessActions({ reported: reading.actions, pack, asOf, dateSystem: snapshot.dateSystem }),
  }));
  const { settings, explanations } = keptIn(snapshot);
  const nothingDecided = { settings, explanations, tolerances: [], decisions: [], basis: null };
  const reported = { pack, snapshot, asOf, reading, totals, ...checked, ...assessed, ...nothingDecided };
  return { ...reported, signOff: signOffOf(reported, asOf) };
}
