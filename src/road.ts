import { assessActions } from "./actions/assess";
import type { Choices, Outcome } from "./outcome";
import type { IsoDate } from "./plan/periods";
import type { Pack } from "./plan/schema";
import type { ReportedAction, ReturnReading } from "./returns/observation";
import { carriedIn, decisionsIn } from "./report/state";
import { readReturns } from "./returns/read";
import type { Snapshot } from "./returns/snapshot";
import { totals as totalsOf } from "./returns/totals";
import { assess } from "./trajectory/assess";
import { checkReturn } from "./validation/check";
import { readiness } from "./validation/readiness";

/**
 * The road from a workbook's snapshot to everything the report says of it: observations, totals,
 * findings, assessments. Pure: the same snapshot and choices always give the same outcome.
 */
export function follow(snapshot: Snapshot, pack: Pack, choices: Choices): Outcome {
  const carried = carriedIn(snapshot);
  const everything = readReturns(snapshot, pack, {
    period: choices.period,
    organisations: choices.organisations,
    mapping: carried.mapping,
  });
  const allTotals = totalsOf(everything, pack);
  const reading = onlyOrganisations(everything, choices.organisations, pack);
  const totals = allTotals.filter((total) => wanted(total.organisation, choices.organisations));
  const asOf = reportingDate(reading, { asOf: choices.asOf ?? carried.settings.asOf, today: choices.today });
  // The checks see the whole workbook: a total is only understood beside all that it adds up.
  const findings = checkReturn({ snapshot, reading: everything, totals: allTotals, pack, asOf }).filter(
    (finding) => finding.organisation === null || wanted(finding.organisation, choices.organisations),
  );
  const ready = readiness(findings, carried.explanations, pack);
  const basis = basisIn(pack, carried.settings.basis);
  const decisions = decisionsIn(snapshot, pack).flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
  return {
    pack,
    snapshot,
    asOf,
    reading,
    totals,
    findings,
    explanations: carried.explanations,
    readiness: ready.readiness,
    basis,
    decisions,
    assessments: assess({
      totals,
      reading,
      pack,
      asOf,
      findings,
      leaveOutPandemic: carried.settings.leaveOutPandemic,
      matchMdcTool: carried.settings.matchMdcTool,
      decisions,
      ...(basis === null ? {} : { basis }),
    }),
    actions: assessActions({ reported: reading.actions, pack, asOf, dateSystem: snapshot.dateSystem }),
  };
}

/**
 * The date everything is judged at (cli-contract "As-of"): the one chosen, else the one on the settings
 * sheet, else the end of the
 * latest period that holds an actual, never after today.
 */
export function reportingDate(reading: ReturnReading, choices: Pick<Choices, "asOf" | "today">): IsoDate {
  if (choices.asOf !== null) return choices.asOf;
  let latest: IsoDate | null = null;
  for (const { kind, value, period } of reading.observations) {
    if (kind !== "actual" || value === null) continue;
    if (latest === null || period.last > latest) latest = period.last;
  }
  return latest === null || latest > choices.today ? choices.today : latest;
}

/** Another reading of the targets, if the plan has one by that name; else the plan's own. */
function basisIn(pack: Pack, wanted: string | null): string | null {
  const known = pack.targets.some(({ alternatives }) => alternatives.some(({ id }) => id === wanted));
  return known ? wanted : null;
}

function wanted(organisation: string, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(organisation);
}

/** The chosen organisations' figures and action rows. The system's actions are all its members', and a row that names nobody is everybody's. */
function onlyOrganisations(reading: ReturnReading, chosen: readonly string[], { system }: Pack): ReturnReading {
  if (chosen.length === 0) return reading;
  const ofChosen = ({ organisation }: ReportedAction) =>
    organisation === null || chosen.includes(system) || wanted(organisation, chosen);
  return {
    ...reading,
    observations: reading.observations.filter((each) => wanted(each.organisation, chosen)),
    actions: reading.actions.filter(ofChosen),
  };
}
