import { findPeriod, readPeriod, withMarks, withoutMarks, type PeriodReading } from "../../plan/time/periods";
import type { Organisation, Pack } from "../../plan/schema";
import { convertible, packUnit, readUnit, type Unit, type UnitReading } from "../../plan/quantity/units";
import { oncePer } from "../../collections/once-per";
import { MetricNamesOf, type MetricMatch } from "./metric-names";
import type { ObservationKind } from "../observation";
import { withoutQualifiers } from "./named-words";
import { OrganisationNames } from "./organisation-names";
import { regionNames, type RegionNames } from "../../plan/region-names";
import { fold, tidy, withoutEnumeration, withoutFootnotes } from "./text";
import { isTotalHeading, keyRole, readKind, withoutLeftovers, type KeyRole } from "./heading-words";

/** A heading taken apart: what it measures, in which unit, when, for whom, and what kind of figure. */
export interface Label {
  /** As a person reads it. */
  readonly text: string;
  readonly folded: string;
  /** What is left to name a metric: no unit, period, organisation, kind; "" where nothing is. */
  readonly name: string;
  /** The metric of exactly that name, or null. */
  readonly metric: MetricMatch | null;
  readonly unit: Unit | null;
  /** Null where the heading names no period. */
  readonly period: PeriodReading | null;
  readonly organisation: Organisation | null;
  /** A site, or another part of its organisation, that the whole heading names; null for none. */
  readonly site: string | null;
  readonly kind: ObservationKind | null;
  readonly role: KeyRole | null;
  /** A total or subtotal of others. */
  readonly total: boolean;
}

const longestLabel = 250;
const quantity = /^(quantity|quantities|qty)$/;
/** "2023/24 value" and "UHL figure" name no metric by those words. */
const generalHeading: ReadonlySet<KeyRole> = new Set<KeyRole>(["value", "metric", "unit", "period", "organisation"]);

/** A plan's names are sorted out once: for most returns that takes longer than reading all their headings. */
const metricNames = oncePer((pack: Pack) => new MetricNamesOf(pack));
const organisationNames = oncePer((pack: Pack) => new OrganisationNames(pack));

/** Reads headings against one pack, each text once. */
export class LabelReader {
  readonly metrics: MetricNamesOf;
  readonly organisations: OrganisationNames;
  /** England's regions, as the plan's own tables name them. */
  readonly regions: RegionNames;
  private readonly cache = new Map<string, Label>();

  constructor(pack: Pack) {
    this.metrics = metricNames(pack);
    this.organisations = organisationNames(pack);
    this.regions = regionNames(pack);
  }

  read(text: string): Label {
    let label = this.cache.get(text);
    if (label === undefined) {
      label = this.take(text);
      this.cache.set(text, label);
    }
    return label;
  }

  private take(raw: string): Label {
    const text = tidy(raw);
    const body = withoutEnumeration(withoutFootnotes(text) || text);
    const folded = fold(body);
    const plain: Label = {
      text,
      folded,
      name: folded,
      metric: null,
      unit: null,
      period: null,
      organisation: null,
      site: null,
      kind: null,
      role: null,
      total: false,
    };
    if (folded === "" || text.length > longestLabel) return { ...plain, name: "" };
    const marked = markedPeriod(body);
    if (marked !== null) return { ...plain, name: "", period: marked.period, kind: marked.kind };
    const given = readUnit(body);
    const unitless = given === null ? body : given.label;
    const role = keyRole(folded) ?? (given === null ? null : keyRole(fold(unitless)));
    if (role !== null)
      return {
        ...plain,
        name: role === "value" || role === "metric" ? "" : folded,
        role,
        // "Quantity" over figures says that they are figures, not that they are counted.
        unit: role === "value" && quantity.test(folded) ? null : (given?.unit ?? null),
        // "ICB" heads a column of names, or the ICB's own figures: its cells tell which.
        organisation: this.organisations.whole(unitless),
        kind: readKind(folded)?.kind ?? null,
      };
    // "Patient contacts" is a unit as well as the metric counted in it.
    const whole = given === null || this.metrics.exact(unitless) !== null ? unitless : body;
    const metric = this.metrics.exact(whole);
    // "m3" over a column is cubic metres; "M3" is a month.
    if (metric === null && given !== null && unitless === "" && !/^M\d{1,2}$/.test(body))
      return { ...plain, name: "", unit: given.unit };
    if (metric !== null) return { ...plain, name: fold(whole), metric, unit: unitFor(metric, given, whole === body) };
    return this.takeApart(plain, body, unitless, given?.unit ?? null);
  }

  private takeApart(plain: Label, body: string, unitless: string, unit: Unit | null): Label {
    const own = readPeriod(body);
    const isYear = /[a-z/]|^(?:19|20)\d\d/i.test(unitless);
    const whole = own.kind === "none" && isYear ? readPeriod(unitless) : own;
    if (whole.kind !== "none") {
      const kind = readKind(plain.folded)?.kind ?? null;
      return {
        ...plain,
        name: "",
        period: withMarks(plain.text, whole),
        kind,
        unit,
        total: isTotalHeading(plain.folded, ""),
      };
    }
    const { period, rest } = withoutPeriod(unitless);
    const owner = this.organisations.heading(rest);
    if (owner !== null && owner.part !== null)
      return { ...plain, name: "", unit, period, organisation: owner.organisation, site: owner.part };
    const organisation = this.organisations.inside(rest);
    const folded = fold(rest);
    const named = organisation.kind === "one" ? withoutQualifiers(organisation.rest) : folded;
    const kind = this.metrics.exact(named) === null ? readKind(named) : null;
    const unread = kind?.rest ?? named;
    const left = withoutLeftovers(period === null ? unread : withoutMarks(unread));
    const name = generalHeading.has(keyRole(left) ?? "note") ? "" : left;
    const metric = name === "" ? null : this.metrics.exact(name);
    const total = metric === null && isTotalHeading(named, name);
    return {
      ...plain,
      name: total ? "" : name,
      metric,
      unit,
      period: withMarks(plain.text, period),
      organisation: organisation.kind === "one" ? organisation.organisation : null,
      kind: kind?.kind ?? null,
      role: null,
      total,
    };
  }
}

/** "Gas per m²" is counted in kWh/m², "Carbon of business miles" in tonnes: a unit that is a part of the name is not the figure's own. */
function unitFor({ entries }: MetricMatch, given: UnitReading | null, isInName: boolean): Unit | null {
  if (given === null) return null;
  const units = entries.map(({ metric }) => packUnit(metric.unit));
  const isRatio = units.every(({ dimension }) => dimension.includes("/")) && !given.unit.dimension.includes("/");
  const isSubject = isInName && !units.some((unit) => convertible(given.unit, unit));
  return isRatio || isSubject ? null : given.unit;
}

const periodMarks: Readonly<Record<string, ObservationKind>> = {
  e: "estimate",
  est: "estimate",
  p: "estimate",
  prov: "estimate",
  f: "forecast",
  a: "actual",
};

/** A year with its mark: "2023/24 (p)" is provisional, "2025/26F" a forecast. A bare "P" may be provisional or planned, and is not read. */
function markedPeriod(body: string): { period: PeriodReading; kind: ObservationKind } | null {
  const match = /^(.*\d)\s?(?:[([](e|est|p|prov|f|a)\.?[)\]]|(E|F|A|est\.?))$/.exec(body);
  const kind = match ? periodMarks[(match[2] ?? match[3] ?? "").toLowerCase().replace(".", "")] : undefined;
  if (!match || kind === undefined) return null;
  const period = readPeriod(match[1]!);
  return period.kind === "none" ? null : { period, kind };
}

/** The period inside a heading ("Gas 2022/23", "Target by March 2024"), and the heading without it. */
function withoutPeriod(text: string): { period: PeriodReading | null; rest: string } {
  const found = findPeriod(text);
  if (found.kind === "none") return { period: null, rest: text };
  const rest = found.text === text ? text : text.replace(found.text, " ");
  return { period: found, rest };
}
