import { assessActions } from "./assessment/actions/assess-actions";
import type { Choices, Outcome } from "./outcome";
import type { IsoDate } from "./plan/time/periods";
import type { Pack } from "./plan/schema";
import type { ReportedAction, ReturnReading } from "./returns/observation";
import { carriedIn, decisionsIn } from "./report/kept/state";
import type { KeptState } from "./report/kept/state";
import { readEdited } from "./returns/figures/edited";
import { newNumbers } from "./returns/figures/new-numbers";
import { readWithTrail } from "./returns/reading/read";
import type { ReadingTrail } from "./returns/reading/read";
import type { Snapshot } from "./snapshot/snapshot";
import { totalsEdited, totalsWithTrail } from "./returns/totals/totals";
import type { TotalsTrail } from "./returns/totals/totals";
import { assess } from "./assessment/targets/assess-targets";
import { checkEdited, checkWithTrail } from "./validation/checking/check";
import type { Checked, CheckInput } from "./validation/checking/check";
import { readiness } from "./validation/checking/readiness";

/**
 * The road from a workbook's snapshot to everything the report says of it: observations, totals,
 * findings, assessments. Pure: the same snapshot and choices always give the same outcome.
 */
export function follow(snapshot: Snapshot, pack: Pack, choices: Choices): Outcome {
  return walk(snapshot, pack, choices).outcome;
}

/** An outcome with what it was made from on the way, so that an edit need not go all of it again. */
export interface Trail {
  readonly outcome: Outcome;
  readonly choices: Choices;
  readonly carried: KeptState;
  readonly reading: ReadingTrail;
  readonly totals: TotalsTrail;
  readonly checked: Checked;
}

/** The same road, and its trail. */
export function walk(snapshot: Snapshot, pack: Pack, choices: Choices): Trail {
  const carried = carriedIn(snapshot);
  const reading = readWithTrail(snapshot, pack, {
    period: choices.period,
    organisations: choices.organisations,
    mapping: carried.mapping,
  });
  const totals = totalsWithTrail(reading.reading, pack);
  const asOf = reportingDate(onlyOrganisations(reading.reading, choices.organisations, pack), {
    asOf: choices.asOf ?? carried.settings.asOf,
    today: choices.today,
  });
  return conclude({ snapshot, pack, choices, carried, asOf, reading, totals, check: checkWithTrail });
}

/**
 * The road after an edit: the same outcome as `walk` gives, of a snapshot that shares with the
 * trail's whatever stayed as it was. Where the edit changed plain numbers alone, only what rests on them is made
 * again; else the whole road is gone.
 */
export function walkEdited(before: Trail, snapshot: Snapshot, choices: Choices): Trail {
  const { pack, snapshot: old } = before.outcome;
  const carried = carriedIn(snapshot);
  const isSame = (now: unknown, then: unknown) => JSON.stringify(now) === JSON.stringify(then);
  const sameTerms = isSame(choices, before.choices) && isSame(carried, before.carried);
  if (sameTerms && snapshot === old) return before;
  const numbers = sameTerms ? newNumbers(old, snapshot) : null;
  const edited = numbers === null ? null : readEdited(before.reading, numbers, pack);
  if (edited === null) return walk(snapshot, pack, choices);
  const replaced = edited.observations;
  const totals = totalsEdited(before.totals, replaced, pack);
  const check = (input: CheckInput): Checked => checkEdited(before.checked, input, replaced);
  return conclude({
    snapshot,
    pack,
    choices,
    carried,
    asOf: before.outcome.asOf,
    reading: edited.trail,
    totals,
    check,
  });
}

/** The rest of the road, from figures and totals on. */
function conclude(
  way: Omit<Trail, "outcome" | "checked"> & {
    readonly snapshot: Snapshot;
    readonly pack: Pack;
    readonly asOf: IsoDate;
    readonly check: (input: CheckInput) => Checked;
  },
): Trail {
  const { snapshot, pack, choices, carried, asOf, check } = way;
  const everything = way.reading.reading;
  const allTotals = way.totals.totals;
  const reading = onlyOrganisations(everything, choices.organisations, pack);
  const totals = allTotals.filter((total) => wanted(total.organisation, choices.organisations));
  // The checks see the whole workbook: a total is only understood beside all that it adds up.
  const checked = check({ snapshot, reading: everything, totals: allTotals, pack, asOf });
  const findings = checked.findings.filter(
    (finding) => finding.organisation === null || wanted(finding.organisation, choices.organisations),
  );
  const ready = readiness(findings, carried.explanations, pack);
  const basis = basisIn(pack, carried.settings.basis);
  const decisions = decisionsIn(snapshot, pack).flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
  const outcome: Outcome = {
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
  return { outcome, choices, carried, reading: way.reading, totals: way.totals, checked };
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

function wanted(organisation: string, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(organisation);
}

/** The chosen organisations' figures and action rows. The system's actions are all its members', and a row that names nobody is everybody's. */
function onlyOrganisations(reading: ReturnReading, chosen: readonly string[], { system }: Pack): ReturnReading {
  if (chosen.length === 0) return reading;
  const ofChosen = ({ organisation }: ReportedAction) =>
    organisation === null || (system !== null && chosen.includes(system)) || wanted(organisation, chosen);
  return {
    ...reading,
    observations: reading.observations.filter((each) => wanted(each.organisation, chosen)),
    actions: reading.actions.filter(ofChosen),
  };
}
