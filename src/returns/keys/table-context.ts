import { periodOf, readPeriod, type PeriodReading } from "../../plan/time/periods";
import type { Organisation, Pack } from "../../plan/schema";
import { readUnit, type Unit } from "../../plan/quantity/units";
import type { LabelReader } from "../words/labels";
import type { MetricMatch } from "../words/metric-names";
import type { ObservationKind, ReadingChoices } from "../observation";
import type { Caption, RawTable } from "../tables/raw-table";
import { fold } from "../words/text";
import { clausesOf } from "../words/clauses";
import type { NamedSite } from "../words/site-directory";
import { isNoteLine, keyRole, partialCover } from "../words/heading-words";
import { kindOfTitle, multiplier, ofSeveral, periodIn, periodUnder, subjectOf, unitsIn } from "./title-words";

/** What stands around a table and speaks for every figure in it that does not speak for itself. */
export interface TableContext {
  /** In the order of the contract: title, sheet name, file name, a cover sheet's statement, the choice made. */
  readonly periods: readonly PeriodReading[];
  /** In the same order. */
  readonly organisations: readonly Organisation[];
  /** The one listed site of that organisation that its title or sheet names ("Glenfield Hospital utilities"), or null. */
  readonly site: string | null;
  /** Why there is none where a title speaks of several together; null otherwise. */
  readonly organisationAsked: string | null;
  /** The units that the nearest caption naming any names: of several, each may speak for some figures. */
  readonly units: readonly Unit[];
  /** A caption that multiplies figures without saying what they are counted in ("Figures in thousands"), or null. */
  readonly multiplied: string | null;
  readonly kind: ObservationKind | null;
  readonly metric: MetricMatch | null;
  readonly metricText: string | null;
  readonly title: string | null;
  /** The words by which the table covers only a part of its organisations ("PFI"), or null. */
  readonly covers: string | null;
}

export interface TableInContext {
  readonly table: RawTable;
  readonly context: TableContext;
}

/** What one caption above a table says. */
interface CaptionReading {
  readonly text: string;
  /** True for a heading word with its value beside it. */
  readonly isPair: boolean;
  readonly period: PeriodReading | null;
  readonly organisation: Organisation | null;
  /** The title speaks of several organisations together. */
  readonly isOfSeveral: boolean;
  readonly site: NamedSite | null;
  readonly units: readonly Unit[];
  readonly kind: ObservationKind | null;
  readonly metric: MetricMatch | null;
}

/** Reads the surroundings of tables: titles, the names of sheet and file, a cover sheet, the choices made. */
export class ContextReader {
  private readonly chosenOrganisation: Organisation | null;
  private readonly chosenPeriod: PeriodReading | null;
  private readonly filePeriod: PeriodReading | null;
  private readonly fileOrganisation: Organisation | null;
  private coverPeriod: PeriodReading | null = null;
  private coverOrganisation: Organisation | null = null;

  constructor(
    private readonly labels: LabelReader,
    pack: Pack,
    fileName: string | null,
    choices: ReadingChoices,
  ) {
    const stem = (fileName ?? "").replace(/\.[a-z0-9]{2,5}$/i, "").replace(/_/g, " ");
    this.filePeriod = periodIn(fileName?.replace(/\.[a-z0-9]{2,5}$/i, "") ?? "");
    this.fileOrganisation = organisationIn(labels, stem);
    const [only, ...others] = choices.organisations;
    this.chosenOrganisation = (others.length === 0 && pack.organisations.find(({ code }) => code === only)) || null;
    this.chosenPeriod = choices.period === null ? null : chosenPeriod(choices.period);
  }

  /** A sheet without figures that says "Reporting organisation | UHL" or "Period | 2023/24" speaks for the workbook. */
  useCover(captions: readonly Caption[]): void {
    const pairs = captions.filter(({ heading }) => heading !== null).map((caption) => this.readCaption(caption));
    const periods = pairs.flatMap(({ period }) => (period?.kind === "period" ? [period] : []));
    const organisations = pairs.flatMap(({ organisation }) => organisation ?? []);
    this.coverPeriod = onlyOne(periods, ({ period }) => period.label);
    this.coverOrganisation = onlyOne(organisations, ({ code }) => code);
  }

  /** The tables of one sheet, in the order given, each with its surroundings. */
  ofSheet(sheet: string, tables: readonly RawTable[]): TableInContext[] {
    const readings = tables.map((table) => ({
      table,
      own: table.captions.map((caption) => this.readCaption(caption)),
    }));
    const first = readings[0]?.own ?? [];
    const inherited = this.inherited(
      first,
      readings.map(({ own }) => own),
    );
    return readings.map(({ table, own }) => ({
      table,
      context: this.context(sheet, own, own === first ? [] : inherited),
    }));
  }

  /** The first table's captions speak for the whole sheet too, in what no other table's title says otherwise. */
  private inherited(
    first: readonly CaptionReading[],
    all: readonly (readonly CaptionReading[])[],
  ): readonly CaptionReading[] {
    const isOne = (labelOf: (caption: CaptionReading) => string | null) =>
      new Set(all.flat().flatMap((caption) => labelOf(caption) ?? [])).size <= 1;
    const onePeriod = isOne(({ period }) => (period?.kind === "period" ? period.period.label : null));
    const oneOrganisation = isOne(({ organisation }) => organisation?.code ?? null);
    const oneUnit = isOne(({ units }) => (units.length === 0 ? null : units.map(({ symbol }) => symbol).join()));
    return first.map((caption) => ({
      ...caption,
      period: onePeriod ? caption.period : null,
      organisation: oneOrganisation ? caption.organisation : null,
      units: oneUnit ? caption.units : [],
      kind: null,
      metric: null,
    }));
  }

  private context(sheet: string, own: readonly CaptionReading[], inherited: readonly CaptionReading[]): TableContext {
    const captions = [...own, ...inherited];
    const sheetWords = sheet.replace(/_/g, " ");
    const metricCaption = own.find(({ metric }) => metric !== null);
    const sheetMetric = this.labels.read(sheetWords).metric;
    const covers = [...own.map(({ text }) => text), sheet]
      .map((text) => partialCover.exec(fold(text))?.[0])
      .find(Boolean);
    return {
      periods: this.periods(sheet, captions),
      ...this.organisations(sheetWords, captions),
      units: captions.find(({ units }) => units.length > 0)?.units ?? (sheetMetric ? unitsIn(sheetWords) : []),
      multiplied:
        captions.map(({ text }) => text).find((text) => multiplier.test(text) && readUnit(text) === null) ?? null,
      kind: own.find(({ kind }) => kind !== null)?.kind ?? kindOfTitle(sheetWords),
      metric: metricCaption?.metric ?? sheetMetric,
      metricText: metricCaption?.text ?? (sheetMetric ? sheet : null),
      title: titleOf(own),
      covers: covers ?? null,
    };
  }

  private periods(sheet: string, captions: readonly CaptionReading[]): PeriodReading[] {
    const around = [periodIn(sheet), this.filePeriod, this.coverPeriod, this.chosenPeriod];
    return [...captions.map(({ period }) => period), ...around].filter((period) => period !== null);
  }

  /**
   * A member named by the sheet is meant rather than the system named in a title, which is often the receiver's. A
   * title of several together is no one's: only the sheet says whose of them.
   */
  private organisations(
    sheetWords: string,
    captions: readonly CaptionReading[],
  ): Pick<TableContext, "organisations" | "organisationAsked" | "site"> {
    const naming = captions.filter(({ organisation, isOfSeveral }) => organisation !== null || isOfSeveral);
    const named = organisationIn(this.labels, sheetWords);
    if (naming[0]?.isOfSeveral === true)
      return named !== null
        ? { organisations: [named], organisationAsked: null, site: null }
        : { organisations: [], organisationAsked: ofSeveral(naming[0].text), site: null };
    const titles = naming.flatMap(({ organisation }) => organisation ?? []);
    const { system } = this.labels.organisations;
    const isReceiver = titles[0]?.code === system && named !== null && named.code !== system;
    const nearest = isReceiver ? [named, ...titles] : [...titles, named];
    const around = [this.fileOrganisation, this.coverOrganisation, this.chosenOrganisation];
    const organisations = [...nearest, ...around].filter((organisation) => organisation !== null);
    const site = [...captions.map(({ site: ofCaption }) => ofCaption), siteOf(this.labels, sheetWords)].find(
      (each) =>
        each !== null &&
        (organisations[0] === undefined || each.organisation === organisations[0] || organisations[0].code === system),
    );
    if (site === null || site === undefined) return { organisations, organisationAsked: null, site: null };
    return { organisations: [site.organisation, ...organisations], organisationAsked: null, site: site.site };
  }

  private readCaption({ text, heading }: Caption): CaptionReading {
    const role = heading === null ? null : keyRole(fold(heading));
    const label = this.labels.read(text);
    const isPair = heading !== null;
    const nothing = {
      text,
      isPair,
      period: null,
      organisation: null,
      isOfSeveral: false,
      site: null,
      units: [],
      kind: null,
      metric: null,
    };
    if (!isPair && isNoteLine(text)) return nothing;
    if (role === "period") return { ...nothing, period: periodUnder(heading ?? "", label.period) };
    if (role === "organisation" || role === "organisationCode")
      return { ...nothing, organisation: this.labels.organisations.whole(text) };
    if (role === "metric") return { ...nothing, metric: label.metric };
    if (role === "unit") return { ...nothing, units: unitsIn(text) };
    if (role === "kind") return { ...nothing, kind: label.kind };
    return {
      text,
      isPair,
      period: periodIn(text),
      organisation: organisationIn(this.labels, text),
      isOfSeveral: this.labels.organisations.inside(text).kind === "several",
      site: siteOf(this.labels, text),
      units: unitsIn(text),
      kind: kindOfTitle(text),
      metric: label.metric ?? this.labels.read(subjectOf(text)).metric,
    };
  }
}

/** The first of several that are all the same by their key; null for none, or where two differ. */
function onlyOne<T>(items: readonly T[], keyOf: (item: T) => string): T | null {
  return new Set(items.map(keyOf)).size === 1 ? (items[0] ?? null) : null;
}

function chosenPeriod(text: string): PeriodReading {
  const period = periodOf(text);
  return period ? { kind: "period", period, text: period.label } : readPeriod(text);
}

/** The nearest title that says whose, when or what; else the topmost. */
function titleOf(captions: readonly CaptionReading[]): string | null {
  const titles = captions.filter(({ isPair }) => !isPair);
  const telling = titles.find(
    ({ organisation, period, metric }) => organisation !== null || period !== null || metric !== null,
  );
  return (telling ?? titles.at(-1))?.text ?? null;
}

function organisationIn(labels: LabelReader, text: string): Organisation | null {
  const found = labels.organisations.inside(text);
  return found.kind === "one" ? found.organisation : null;
}

/** The site whose figures a title gives; sites that it leaves out or compares with are not looked at. */
function siteOf(labels: LabelReader, text: string): NamedSite | null {
  const { subject, excluded, included } = clausesOf(text);
  return excluded.length + included.length > 0 ? null : labels.organisations.siteIn(subject);
}
