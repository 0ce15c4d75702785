import { findPeriod, periodOf, readPeriod } from "../../plan/time/periods";
import type { PeriodReading } from "../../plan/time/periods";
import type { Organisation, Pack } from "../../plan/schema";
import { readUnit } from "../../plan/quantity/units";
import type { Unit } from "../../plan/quantity/units";
import type { LabelReader } from "../words/labels";
import type { MetricMatch } from "../words/metric-names";
import type { ObservationKind } from "../observation";
import type { Line, RawTable } from "../tables/raw-table";
import type { ReadingChoices } from "../observation";
import { fold } from "../words/text";
import { isNoteLine, keyRole, partialCover, readKind } from "../words/heading-words";

/** A period with where it was found: "the title “Return 2023/24”". */
export interface PeriodEvidence {
  readonly reading: PeriodReading;
  readonly from: string;
}

export interface OrganisationEvidence {
  readonly organisation: Organisation;
  readonly from: string;
}

/** What stands around a table and speaks for every figure in it that does not speak for itself. */
export interface TableContext {
  /** In the order of the contract: title, sheet name, file name, a cover sheet's statement, the choice made. */
  readonly periods: readonly PeriodEvidence[];
  readonly organisations: readonly OrganisationEvidence[];
  /** The units that the nearest line naming any names: of several, each may speak for some figures. */
  readonly units: readonly Unit[];
  /** A line that multiplies figures without saying what they are counted in ("Figures in thousands"), or null. */
  readonly multiplied: string | null;
  readonly kind: ObservationKind | null;
  readonly metric: MetricMatch | null;
  readonly metricText: string | null;
  readonly title: string | null;
  /** The words by which the table covers only a part of its organisations ("PFI"), or null. */
  readonly covers: string | null;
}

/** What one line above a table says. */
interface LineReading {
  readonly line: Line;
  readonly period: PeriodReading | null;
  readonly organisation: Organisation | null;
  readonly units: readonly Unit[];
  readonly kind: ObservationKind | null;
  readonly metric: MetricMatch | null;
}

/** Reads the surroundings of tables: titles, the names of sheet and file, a cover sheet, the choices made. */
export class ContextReader {
  private readonly chosenOrganisation: OrganisationEvidence | null;
  private readonly chosenPeriod: PeriodEvidence | null;
  private readonly filePeriod: PeriodReading | null;
  private readonly fileOrganisation: Organisation | null;
  private cover: { period: PeriodEvidence | null; organisation: OrganisationEvidence | null } = {
    period: null,
    organisation: null,
  };

  constructor(
    private readonly labels: LabelReader,
    pack: Pack,
    fileName: string | null,
    choices: ReadingChoices,
  ) {
    const stem = (fileName ?? "").replace(/\.[a-z0-9]{2,5}$/i, "").replace(/_/g, " ");
    this.filePeriod = periodIn(fileName?.replace(/\.[a-z0-9]{2,5}$/i, "") ?? "");
    this.fileOrganisation = organisationIn(labels, stem);
    const [only] = choices.organisations;
    const chosen =
      choices.organisations.length === 1 ? pack.organisations.find(({ code }) => code === only) : undefined;
    this.chosenOrganisation = chosen ? { organisation: chosen, from: "your choice of organisation" } : null;
    const period = choices.period === null ? null : (periodOf(choices.period) ?? null);
    const reading: PeriodReading | null = period
      ? { kind: "period", period, text: period.label }
      : choices.period === null
        ? null
        : readPeriod(choices.period);
    this.chosenPeriod = reading === null ? null : { reading, from: "your choice of period" };
  }

  /** A sheet without figures that says "Reporting organisation | UHL" or "Period | 2023/24" speaks for the workbook. */
  useCover(lines: readonly Line[]): void {
    const said = lines.filter(({ heading }) => heading !== null).map((line) => this.readLine(line));
    const periods = said.flatMap(({ period, line }) => (period?.kind === "period" ? [{ reading: period, line }] : []));
    const organisations = said.flatMap(({ organisation, line }) => (organisation ? [{ organisation, line }] : []));
    const onePeriod =
      new Set(periods.map(({ reading }) => (reading.kind === "period" ? reading.period.label : ""))).size === 1;
    const oneOrganisation = new Set(organisations.map(({ organisation }) => organisation.code)).size === 1;
    const [period] = periods;
    const [organisation] = organisations;
    this.cover = {
      period: onePeriod && period ? { reading: period.reading, from: `the cover sheet's “${period.line.text}”` } : null,
      organisation:
        oneOrganisation && organisation
          ? { organisation: organisation.organisation, from: `the cover sheet's “${organisation.line.text}”` }
          : null,
    };
  }

  /** The surroundings of each table of one sheet, in the order given. */
  ofSheet(sheet: string, tables: readonly RawTable[]): TableContext[] {
    const readings = tables.map(({ lines }) => lines.map((line) => this.readLine(line)));
    const first = readings[0] ?? [];
    return readings.map((own, index) => this.context(sheet, own, index === 0 ? [] : this.inherited(first, readings)));
  }

  /** The first table's lines speak for the whole sheet too, in what no other table's title says otherwise. */
  private inherited(first: readonly LineReading[], all: readonly (readonly LineReading[])[]): readonly LineReading[] {
    const labels = (wanted: (line: LineReading) => string | null) =>
      new Set(all.flatMap((lines) => lines.flatMap((line) => wanted(line) ?? []))).size;
    const onePeriod = labels(({ period }) => (period?.kind === "period" ? period.period.label : null)) <= 1;
    const oneOrganisation = labels(({ organisation }) => organisation?.code ?? null) <= 1;
    const oneUnit = labels(({ units }) => symbols(units)) <= 1;
    return first.map((line) => ({
      ...line,
      period: onePeriod ? line.period : null,
      organisation: oneOrganisation ? line.organisation : null,
      units: oneUnit ? line.units : [],
      kind: null,
      metric: null,
    }));
  }

  private context(sheet: string, own: readonly LineReading[], inherited: readonly LineReading[]): TableContext {
    const lines = [...own, ...inherited];
    const sheetWords = sheet.replace(/_/g, " ");
    const metricLine = own.find(({ metric }) => metric !== null);
    const sheetMetric = this.labels.read(sheetWords).metric;
    const covers = [...own.map(({ line }) => line.text), sheet]
      .map((text) => partialCover.exec(fold(text))?.[0])
      .find(Boolean);
    return {
      periods: this.periods(sheet, lines),
      organisations: this.organisations(sheetWords, sheet, lines),
      units: lines.find(({ units }) => units.length > 0)?.units ?? (sheetMetric ? unitsIn(sheetWords) : []),
      multiplied:
        lines.map(({ line }) => line.text).find((text) => multiplier.test(text) && readUnit(text) === null) ?? null,
      kind: own.find(({ kind }) => kind !== null)?.kind ?? kindOfTitle(sheetWords),
      metric: metricLine?.metric ?? sheetMetric,
      metricText: metricLine?.line.text ?? (sheetMetric ? sheet : null),
      title: titleOf(own),
      covers: covers ?? null,
    };
  }

  private periods(sheet: string, lines: readonly LineReading[]): PeriodEvidence[] {
    const found: PeriodEvidence[] = [];
    for (const { period, line } of lines) if (period) found.push({ reading: period, from: `the title “${line.text}”` });
    const named = periodIn(sheet);
    if (named) found.push({ reading: named, from: `the sheet's name “${sheet}”` });
    if (this.filePeriod) found.push({ reading: this.filePeriod, from: "the file's name" });
    if (this.cover.period) found.push(this.cover.period);
    if (this.chosenPeriod) found.push(this.chosenPeriod);
    return found;
  }

  /** A member named by the sheet is meant rather than the system named in a title, which is often the receiver's. */
  private organisations(words: string, sheet: string, lines: readonly LineReading[]): OrganisationEvidence[] {
    const found: OrganisationEvidence[] = [];
    for (const { organisation, line } of lines) {
      if (organisation) found.push({ organisation, from: `the title “${line.text}”` });
    }
    const named = organisationIn(this.labels, words);
    if (named) found.push({ organisation: named, from: `the sheet's name “${sheet}”` });
    const system = this.labels.organisations.system;
    if (found[0]?.organisation.code === system && named && named.code !== system) found.unshift(found.pop()!);
    if (this.fileOrganisation) found.push({ organisation: this.fileOrganisation, from: "the file's name" });
    if (this.cover.organisation) found.push(this.cover.organisation);
    if (this.chosenOrganisation) found.push(this.chosenOrganisation);
    const { only } = this.labels.organisations;
    if (only !== null) found.push({ organisation: only, from: "the plan's only organisation" });
    return found;
  }

  private readLine(line: Line): LineReading {
    const role = line.heading === null ? null : keyRole(fold(line.heading));
    const label = this.labels.read(line.text);
    const nothing = { line, period: null, organisation: null, units: [], kind: null, metric: null };
    if (line.heading === null && isNoteLine(line.text)) return nothing;
    if (role === "period") return { ...nothing, period: label.period };
    if (role === "organisation" || role === "organisationCode")
      return { ...nothing, organisation: this.labels.organisations.whole(line.text) };
    if (role === "metric") return { ...nothing, metric: label.metric };
    if (role === "unit") return { ...nothing, units: unitsIn(line.text) };
    if (role === "kind") return { ...nothing, kind: label.kind };
    return {
      line,
      period: periodIn(line.text),
      organisation: organisationIn(this.labels, line.text.replace(receiver, " ")),
      units: unitsIn(line.text),
      kind: kindOfTitle(line.text),
      metric: label.metric ?? this.labels.read(subjectOf(line.text)).metric,
    };
  }
}

const multiplier =
  /\b(?:in|figures?|values?|numbers?|all)\b[^.]*(?:\b(?:thousands?|millions?)\b|(?<![\d,.])'?000s?\b)/i;
const mostUnits = 4;

/** Every unit that a line names: "Energy in MWh, costs in £k" names two. */
function unitsIn(text: string): Unit[] {
  const found: Unit[] = [];
  let rest = text;
  for (let count = 0; count < mostUnits; count++) {
    const reading = readUnit(rest);
    if (reading === null) break;
    if (!found.some(({ symbol }) => symbol === reading.unit.symbol)) found.push(reading.unit);
    if (reading.label === rest || reading.label === "") break;
    rest = reading.label;
  }
  return found;
}

function symbols(units: readonly Unit[]): string | null {
  return units.length === 0 ? null : units.map(({ symbol }) => symbol).join();
}

/** To whom a return goes is not whose figures it gives: "Submitted to NHS LLR ICB", "Return to the LLR ICS". */
const receiver =
  /\b(?:(?:submitted|submission|sent|send|return(?:ed)?|report(?:ed|ing)?|addressed) to|(?:prepared|produced|compiled|completed) (?:for|on behalf of)|for the attention of|fao)\b.*$/i;

/** What a title is about: "Table 3: UHL electricity by month (kWh)" is about UHL electricity in kWh. */
function subjectOf(title: string): string {
  return title
    .replace(
      /^\s*(?:table|figure|chart|section|appendix|annex|part|schedule|tab|sheet)?\s*(?:\d+(?:\.\d+)*[a-z]?|[a-z])\s*[:.)–-]\s*/i,
      "",
    )
    .replace(
      /\bby (?:month|quarter|year|financial year|site|hospital|building|trust|organisation|region|practice|pcn)s?\b/gi,
      " ",
    );
}

/** The nearest line that says whose, when or what; else the topmost. */
function titleOf(lines: readonly LineReading[]): string | null {
  const titles = lines.filter(({ line }) => line.heading === null);
  const telling = titles.find(
    ({ organisation, period, metric }) => organisation !== null || period !== null || metric !== null,
  );
  return (telling ?? titles[titles.length - 1])?.line.text ?? null;
}

/** The one period a title or a name speaks of: a year, quarter or month; never a day ("Printed 12 May 2025") or a plan's span of years. */
export function periodIn(text: string): PeriodReading | null {
  if (text === "") return null;
  const cleaned = text.replace(/\bgreen[\s_-]*plan\b\s*\(?(?:19|20)\d\d\s*(?:[-–/]|to)+\s*(?:19|20)?\d\d\)?/gi, " ");
  const reading = findPeriod(cleaned);
  if (reading.kind === "none") return null;
  const usable = (kind: string) => kind !== "date" && kind !== "range";
  if (reading.kind === "period") return usable(reading.period.kind) ? reading : null;
  const readings = reading.readings.filter(({ kind }) => usable(kind));
  return readings.length > 0 ? { ...reading, readings } : null;
}

function organisationIn(labels: LabelReader, text: string): Organisation | null {
  const found = labels.organisations.inside(text);
  return found.kind === "one" ? found.organisation : null;
}

/** "Targets", "Forecast 2025/26"; not "Performance against plan" nor "Targets and actuals", which speak of both. */
function kindOfTitle(text: string): ObservationKind | null {
  const folded = fold(text);
  if (/\b(against|vs|versus|and|compared|progress|actuals?|gap|variance|change|return|performance)\b/.test(folded))
    return null;
  const reading = readKind(folded);
  return reading && reading.kind !== "actual" ? reading.kind : null;
}
