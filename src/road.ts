import { assessActions } from "./assessment/actions/assess-actions";
import { signOffOf } from "./assessment/approval/sign-off";
import type { Choices, Outcome } from "./outcome";
import type { IsoDate } from "./plan/time/periods";
import type { Pack } from "./plan/schema";
import type { ReportedAction, ReturnReading } from "./returns/observation";
import { decisionsIn } from "./decisions/decision-rows";
import { countedInTotals } from "./decisions/decisions";
import { footprintSourcesIn } from "./decisions/footprint-sources";
import { keptIn } from "./decisions/kept";
import { withTolerances } from "./decisions/tolerances";
import { readReturns } from "./returns/reading/read";
import type { Snapshot } from "./snapshot/snapshot";
import { totals } from "./returns/totals/totals";
import { assess } from "./assessment/targets/assess-targets";
import { checkReturn } from "./validation/checking/check";
import { readiness } from "./validation/checking/readiness";
import { seriesInError } from "./validation/checking/series-in-error";

/**
 * Everything the report says of a workbook: observations, totals, findings and assessments, made from
 * its snapshot. After an edit the same road is gone again, whole. Pure: the same snapshot and choices
 * always give the same outcome.
 */
export function outcomeOf(snapshot: Snapshot, plan: Pack, choices: Choices): Outcome {
  const { organisations } = choices;
  const { mapping, settings, explanations } = keptIn(snapshot);
  const { pack, tolerances } = withTolerances(plan, settings.tolerances);
  const everything = readReturns(snapshot, pack, { period: choices.period, organisations, mapping });
  const decisions = decisionsIn(snapshot, pack);
  const countedIn = countedInTotals(decisions);
  const allTotals = totals(everything, pack, countedIn);
  const reading = onlyOrganisations(everything, organisations, pack);
  const chosenTotals = allTotals.filter((total) => isChosen(total.organisation, organisations));
  const asOf = reportingDate(reading, { asOf: choices.asOf ?? settings.asOf, today: choices.today });
  // The checks see the whole workbook: a total is only understood beside all that it adds up.
  const findings = checkReturn({ snapshot, reading: everything, totals: allTotals, pack, asOf, countedIn }).filter(
    ({ organisation }) => organisation === null || isChosen(organisation, organisations),
  );
  const basis = basisIn(pack, settings.basis);
  const reported = {
    pack,
    snapshot,
    asOf,
    madeOn: choices.today,
    chosen: organisations,
    reading,
    totals: chosenTotals,
    findings,
    explanations,
    readiness: readiness({ findings, explanations, pack, reading }).readiness,
    basis,
    settings,
    tolerances,
    decisions,
    assessments: assess({
      totals: chosenTotals,
      reading,
      pack,
      asOf,
      seriesInError: seriesInError(findings),
      leaveOutPandemic: settings.leaveOutPandemic,
      matchMdcTool: settings.matchMdcTool,
      decisions,
      sources: footprintSourcesIn(snapshot, pack),
      ...(basis === null ? {} : { basis }),
    }),
    actions: assessActions({ reported: reading.actions, pack, asOf, dateSystem: snapshot.dateSystem }),
  };
  return { ...reported, signOff: signOffOf(reported, choices.today) };
}

/**
 * The date everything is judged at (cli-contract "As-of"): the one chosen, else the one on the settings
 * sheet, else the end of the latest period that holds an actual, never after today.
 */
function reportingDate(reading: ReturnReading, choices: Pick<Choices, "asOf" | "today">): IsoDate {
  if (choices.asOf !== null) return choices.asOf;
  let latest: IsoDate | null = null;
  for (const { kind, value, period } of reading.observations) {
    if (kind !== "actual" || value === null || period.last === latest) continue;
    if (latest === null || period.last > latest) latest = period.last;
  }
  return latest === null || latest > choices.today ? choices.today : latest;
}

/** Another reading of the targets, if the plan has one by that name; else the plan's own. */
function basisIn(pack: Pack, wanted: string | null): string | null {
  const known = pack.targets.some(({ alternatives }) => alternatives.some(({ id }) => id === wanted));
  return known ? wanted : null;
}

function isChosen(organisation: string, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(organisation);
}

/** The chosen organisations' figures and action rows. The system's actions are all its members', and a row that names nobody is everybody's. */
function onlyOrganisations(reading: ReturnReading, chosen: readonly string[], { system }: Pack): ReturnReading {
  if (chosen.length === 0) return reading;
  const ofChosen = ({ organisation }: ReportedAction) =>
    organisation === null || (system !== null && chosen.includes(system)) || isChosen(organisation, chosen);
  return {
    ...reading,
    observations: reading.observations.filter((each) => isChosen(each.organisation, chosen)),
    actions: reading.actions.filter(ofChosen),
  };
}
