import type { UnitId } from "../../../plan/schema";
import { formatNumber, formatQuantity, periodWords, someOf } from "../../../plan/wording";
import type { Observation } from "../../../returns/observation";
import type { CellPlace } from "../../../snapshot/snapshot";
import type { CellValue } from "../../../snapshot/snapshot";
import type { CheckContext } from "../../context/check-context";
import type { Mend } from "../../finding";
import { common } from "../../../collections/groups";
import { isOutturn } from "../../context/figures";
import { references } from "../../findings/references";
import { addressOf } from "../../../snapshot/addresses";
import { quoted, whose } from "../../findings/phrases";
import { regionalSums } from "../../context/regional-tables";
import type { RegionalSum } from "../../context/regional-tables";
import { cleanText, numberOf } from "../../context/cell-text";
import type { Repair } from "../../context/repair";
import { findRepair, MUST_STAND_OUT } from "../../context/repair";
import { roundingUnit } from "../../context/rounding";
import type { Candidate } from "../../findings/candidate";
import type { Rule } from "../rule";
import { checkSum, sumRows } from "../../context/sums";
import type { SheetSum, SumCheck } from "../../context/sums";

/** Parts and totals that differ beyond rounding (validation-rules.md DQ06). */
export const crossFoot: Rule = {
  code: "DQ06",
  name: "cross-foot",
  severity: "error",
  looksFor:
    "A total that its parts do not add up to, beyond rounding; and the one cell whose repair mends both the sum and its row’s ratio.",
  why: "When parts and total disagree, one of them is wrong, and the reader cannot tell which.",
  thresholds: ({ roundingTolerance }) => [
    `${roundingTolerance} of the last digit for each part and for the total; the plan’s own tolerance for its regional tables`,
    `a repair is named only where one row’s ratio is ${MUST_STAND_OUT} times as odd as any other’s`,
  ],
  mends: "write the repaired figure",
  check(context) {
    return [...totalsOnSheets(context), ...regionalTables(context), ...statedAgainstParts(context)];
  },
};

/** What a failing sum is about, for its finding. */
interface Subject {
  readonly metric: string | null;
  readonly organisation: string | null;
  readonly period: string | null;
  /** What the cells are in, where that is the metric's own unit. */
  readonly unit: UnitId | null;
}

function totalsOnSheets(context: CheckContext): Candidate[] {
  return context.input.reading.statedTotals.flatMap((total) => {
    // Shares do not add up like amounts: DQ07 looks at those.
    if (total.of.length === 0 || total.unit === "%") return [];
    const sum: SheetSum = { total: total.place, label: total.label, parts: total.of };
    const organisation =
      total.organisation ?? common(total.of, (place) => context.observationAt(place)?.organisation ?? null);
    const unit = total.value === context.valueAt(total.place) ? total.unit : null;
    const subject = { unit, metric: total.metric, organisation, period: total.period.label };
    const check = checkSum((place) => context.valueAt(place), sum, context.thresholds.roundingTolerance);
    return check === null || Math.abs(check.missing) <= check.tolerance ? [] : [sheetSum(context, sum, check, subject)];
  });
}

function regionalTables(context: CheckContext): Candidate[] {
  const totals = new Set(context.input.reading.statedTotals.map(({ place }) => place.cell));
  return context.scans.flatMap(({ sheet, regions }) =>
    regionalSums(context.pack, sheet, regions).flatMap((sum) => {
      const number = (place: CellPlace): CellValue => numberOf(context.valueAt(place));
      const check = checkSum(number, sum, context.thresholds.roundingTolerance);
      const known = totals.has(sum.total.cell);
      if (check === null || known || Math.abs(check.missing) <= Math.max(sum.tolerance, check.tolerance)) return [];
      return [sheetSum(context, sum, check, { unit: null, metric: null, organisation: null, period: null })];
    }),
  );
}

function sheetSum(context: CheckContext, sum: SheetSum | RegionalSum, check: SumCheck, subject: Subject): Candidate {
  const sheet = context.sheet(sum.total.sheet);
  const known = "beside" in sum ? sum.beside : [];
  const repair = sheet === undefined ? null : findRepair(sumRows(sheet, sum, check.values, known), check.missing);
  const wrong = repair === null ? undefined : sum.parts[repair.index];
  return {
    severity: "error",
    cells: [wrong ?? sum.total],
    also: wrong === undefined ? sum.parts : [sum.total],
    causes: wrong === undefined ? [sum.total, ...sum.parts] : [wrong],
    involves: [sum.total, ...sum.parts],
    label: wrong === undefined ? sum.label : labelOf(context, wrong, runsAcross(sum)),
    metric: subject.metric,
    organisation: subject.organisation,
    period: subject.period,
    site: null,
    message: sheetMessage(context, sum, check, repair, subject),
    mend: repair === null || wrong === undefined ? null : write(context, wrong, repair.value),
    figure: check.stated,
    effect: check.stated === 0 ? 1 : Math.min(1, Math.abs(check.missing / check.stated)),
    subject: sum.label,
  };
}

function sheetMessage(
  context: CheckContext,
  sum: SheetSum,
  check: SumCheck,
  repair: Repair | null,
  subject: Subject,
): string {
  const about =
    subject.metric === null
      ? ""
      : ` of ${context.titleOf(subject.metric)}${subject.period === null ? "" : ` for ${subject.period}`}`;
  const said = (value: number): string =>
    subject.unit === null ? formatNumber(value, 6) : formatQuantity(value, subject.unit, 6);
  const head = `The figures${about} (${someOf(references(sum.parts))}) add up to ${said(check.sum)}, where ${quoted(labelOf(context, sum.total, runsAcross(sum)))} in ${sum.total.cell} says ${said(check.stated)}, a difference of ${said(Math.abs(check.missing))}.`;
  const wrong = repair === null ? undefined : sum.parts[repair.index];
  if (repair === null || wrong === undefined)
    return `${head} Find the figure that is wrong or left out, and correct it.`;
  const stands = check.values[repair.index] ?? 0;
  return `${head} ${said(repair.value)} in ${wrong.cell} (${quoted(labelOf(context, wrong, runsAcross(sum)))}), where ${said(stands)} stands, would mend both the sum and its row’s ratio; check it against the source.`;
}

/** The nearest words to the left of a cell, or above it where the sum runs across: a number typed as text is no label. */
function labelOf(context: CheckContext, place: CellPlace, across = false): string {
  for (let back = 1; back <= (across ? place.row : place.column); back++) {
    const at = across ? { ...place, row: place.row - back } : { ...place, column: place.column - back };
    const value = context.valueAt(at);
    if (typeof value === "string" && cleanText(value) !== "" && numberOf(value) === null) return value;
  }
  return addressOf(place);
}

function runsAcross({ total, parts }: SheetSum): boolean {
  return parts.every(({ row }) => row === total.row);
}

function write(context: CheckContext, place: CellPlace, after: number): Mend | null {
  const before = context.valueAt(place);
  if (context.formulaAt(place) !== null || before === null) return null;
  const address = addressOf(place);
  return {
    label: `Write ${formatNumber(after, 6)} in ${address}`,
    kind: "repair",
    changes: [{ sheet: place.sheet, address, before, after }],
  };
}

/** An organisation's stated figure against its sites', and the system's against its members'. */
function statedAgainstParts(context: CheckContext): Candidate[] {
  const sites = sitesByTotal(context);
  const { system, organisations } = context.pack;
  const members = organisations.filter((each) => each.role === "member").map((each) => each.code);
  return context.observations
    .filter((each) => isStatedWhole(context, each))
    .flatMap((stated) => {
      const parts =
        stated.organisation === system
          ? membersOf(context, stated, members)
          : sitesOf(sites.get(totalKey(stated)) ?? []);
      if (parts === null || parts.figures.length < 2) return [];
      const figures = [stated, ...parts.figures];
      const tolerance = figures.reduce((so, each) => so + context.thresholds.roundingTolerance * roundingUnit(each), 0);
      const missing = (stated.value as number) - parts.sum;
      return Math.abs(missing) <= tolerance + 1e-9 * Math.abs(parts.sum) ? [] : [against(context, stated, parts)];
    });
}

/** An organisation's own figure of what adds up. */
function isStatedWhole(context: CheckContext, each: Observation): boolean {
  return isWhole(context, each) && each.value !== null && each.kind === "actual";
}

function isWhole(context: CheckContext, { metric, site }: Observation): boolean {
  return site === null && context.metrics.get(metric)?.additive === true;
}

/** The figures a stated one should be the sum of, and their sum. */
interface Parts {
  readonly figures: readonly Observation[];
  readonly sum: number;
}

function sitesOf(figures: readonly Observation[]): Parts {
  return { figures, sum: figures.reduce((so, each) => so + (each.value ?? 0), 0) };
}

function totalKey(each: Observation): string {
  return `${each.metric}|${each.organisation}|${each.period.label}`;
}

function sitesByTotal(context: CheckContext): Map<string, Observation[]> {
  const stated = new Set(context.observations.filter((each) => isWhole(context, each)).map(totalKey));
  const sites = new Map<string, Observation[]>();
  if (stated.size === 0) return sites;
  for (const each of context.observations) {
    if (each.site === null || each.value === null || !isOutturn(each)) continue;
    const key = totalKey(each);
    if (!stated.has(key)) continue;
    const known = sites.get(key);
    if (known === undefined) sites.set(key, [each]);
    else known.push(each);
  }
  return sites;
}

/** The members' figures, where every member has one: a part of the system is never set against the whole. */
function membersOf(context: CheckContext, stated: Observation, members: readonly string[]): Parts | null {
  let sum = 0;
  const figures: Observation[] = [];
  for (const member of members) {
    const total = context.total(stated.metric, member, stated.period.label);
    if (total === undefined || total.value === null || total.partial) return null;
    sum += total.value;
    figures.push(...total.observations);
  }
  return { figures, sum };
}

function against(context: CheckContext, stated: Observation, { figures: parts, sum }: Parts): Candidate {
  const value = stated.value as number;
  const unit = stated.unit;
  const kind = stated.organisation === context.pack.system ? "members’ figures" : "sites";
  return {
    severity: "error",
    cells: [stated.place],
    also: parts.map(({ place }) => place),
    label: stated.label,
    metric: stated.metric,
    organisation: stated.organisation,
    site: null,
    period: stated.period.label,
    message: `${whose(context, stated)} in ${periodWords(stated.period)} (${stated.place.cell}) is stated as ${formatQuantity(value, unit)}, but its ${kind} (${someOf(references(parts.map(({ place }) => place)))}) add up to ${formatQuantity(sum, unit)}, a difference of ${formatQuantity(Math.abs(value - sum), unit)}. Correct whichever is wrong.`,
    mend: null,
    figure: value,
    effect: value === 0 ? 1 : Math.min(1, Math.abs(1 - sum / value)),
  };
}
