import type { IsoDate } from "../plan/periods";
import type { Metric, MetricId, Organisation, OrganisationCode, Pack } from "../plan/schema";
import { inSentence } from "../plan/wording";
import { cellPlace } from "../returns/addresses";
import type { CellPlace, Observation, ReturnReading, Total } from "../returns/observation";
import type { CellValue, SheetSnapshot, Snapshot } from "../returns/snapshot";
import { scanGrid } from "./grid-scan";
import type { GridScan } from "./grid-scan";
import { regionNames } from "./regional";
import { getOrMake, linesEdited, linesOf } from "./lines";
import type { Claims, Line, Lines, Point } from "./lines";

/** What a check is given. */
export interface CheckInput {
  readonly snapshot: Snapshot;
  readonly reading: ReturnReading;
  readonly totals: readonly Total[];
  readonly pack: Pack;
  readonly asOf: IsoDate;
}

/** What an edit leaves to be made again: the context before it, and the figures that gave way to others. */
export interface Edit {
  readonly before: CheckContext;
  readonly replaced: ReadonlyMap<Observation, Observation>;
}

/**
 * A return as the rules look at it: the input, and the indexes that every rule needs, made once.
 * Lines are what a rule walks; look-ups always see the whole return.
 */
export class CheckContext {
  readonly metrics: ReadonlyMap<MetricId, Metric>;
  readonly organisations: ReadonlyMap<OrganisationCode, Organisation>;
  readonly lines: readonly Line[];
  /** Sets of figures that claim one metric, organisation, site and period. */
  readonly rivals: readonly Claims[];
  private readonly kept = new Map<unknown, unknown>();
  /** What was worked out of each sheet's cells alone: it holds as long as the sheet does. */
  private readonly keptOfSheets: WeakMap<SheetSnapshot, Map<unknown, unknown>>;
  private readonly scan: (sheet: SheetSnapshot) => GridScan;
  private readonly ofStated: Lines;
  private byCell: ReadonlyMap<string, Observation> | null = null;
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly totalsBy = new Map<MetricId, Map<OrganisationCode, Map<string, Total>>>();
  private linesBy: LineIndex | null = null;

  /** @param edit where only figures have changed since another context of the same workbook. */
  constructor(
    readonly input: CheckInput,
    edit: Edit | null = null,
  ) {
    const { pack, snapshot, reading, totals } = input;
    this.metrics = new Map(pack.metrics.map((each) => [each.id, each]));
    this.organisations = new Map(pack.organisations.map((each) => [each.code, each]));
    this.sheets = new Map(snapshot.sheets.map((each) => [each.name, each]));
    for (const total of totals) {
      const ofMetric = getOrMake(this.totalsBy, total.metric, () => new Map<OrganisationCode, Map<string, Total>>());
      getOrMake(ofMetric, total.organisation, () => new Map<string, Total>()).set(total.period.label, total);
    }
    this.observations = reading.observations.filter((each) => !isDerived(each));
    this.keptOfSheets = edit?.before.keptOfSheets ?? new WeakMap();
    this.scan = edit?.before.scan ?? scanner(pack);
    this.ofStated =
      edit === null
        ? linesOf(this.observations, totals, this.metrics)
        : linesEdited(edit.before.ofStated, edit.replaced, totals, this.metrics);
    this.lines = this.ofStated.lines;
    this.rivals = this.ofStated.rivals;
  }

  get pack(): Pack {
    return this.input.pack;
  }

  get thresholds(): Pack["thresholds"] {
    return this.input.pack.thresholds;
  }

  /** The figures the return states; those worked out from them are not the return's to mend. */
  readonly observations: readonly Observation[];

  /** Stated figures that have a value. */
  get figures(): readonly Observation[] {
    return this.observations.filter(({ value }) => value !== null);
  }

  /** What several rules need, worked out once for this return, when first asked for. */
  once<T>(make: (context: CheckContext) => T): T {
    if (!this.kept.has(make)) this.kept.set(make, make(this));
    return this.kept.get(make) as T;
  }

  /** The same of one sheet's cells alone: an edit of another sheet lets it stand. */
  ofSheet<T>(sheet: SheetSnapshot, make: (sheet: SheetSnapshot) => T): T {
    const kept = getOrMake(this.keptOfSheets, sheet, () => new Map<unknown, unknown>());
    return getOrMake(kept, make, () => make(sheet)) as T;
  }

  /** The user's own sheets: ours are never checked. */
  get userSheets(): readonly SheetSnapshot[] {
    return this.input.snapshot.sheets.filter((each) => each.own === null);
  }

  /** The user's sheets, each walked once, when first asked for. */
  get scans(): readonly GridScan[] {
    return this.userSheets.map((sheet) => this.ofSheet(sheet, this.scan));
  }

  /**
   * Whether this return, of which only figures have changed since another, has the same totals and
   * lines, each of the same cells, whatever their numbers: figures can contradict one another, and
   * then there is no total.
   */
  hasLayoutOf(before: CheckContext): boolean {
    const [now, then] = [this.input, before.input];
    return (
      now.asOf === then.asOf && alike(now.totals, then.totals, sameTotal) && alike(this.lines, before.lines, sameLine)
    );
  }

  /** An organisation's total of a metric for a period, or undefined where there is none. */
  total(metric: MetricId, organisation: OrganisationCode, period: string): Total | undefined {
    return this.totalsBy.get(metric)?.get(organisation)?.get(period);
  }

  /** The same, where it is known and whole. */
  knownTotal(metric: MetricId, organisation: OrganisationCode, period: string): number | null {
    const total = this.total(metric, organisation, period);
    return total === undefined || total.partial ? null : total.value;
  }

  /** A metric's line of an organisation (site null) or of one of its sites, of the same kind of period. */
  line(metric: MetricId, like: Line): Line | undefined {
    const lines = this.lineIndex.get(metric)?.get(like.organisation)?.get(like.site);
    return lines?.find((each) => each.points[0]?.period.kind === like.points[0]?.period.kind);
  }

  /** All lines of one metric of one organisation: its own and its sites'. */
  linesOf(metric: MetricId, organisation: OrganisationCode): readonly Line[] {
    return [...(this.lineIndex.get(metric)?.get(organisation)?.values() ?? [])].flat();
  }

  private get lineIndex(): LineIndex {
    this.linesBy ??= indexOf(this.lines);
    return this.linesBy;
  }

  sheet(name: string): SheetSnapshot | undefined {
    return this.sheets.get(name);
  }

  /** The figure that stands in a cell, or undefined where the cell holds none. */
  observationAt(place: CellPlace): Observation | undefined {
    this.byCell ??= new Map(this.observations.map((each) => [each.place.cell, each]));
    return this.byCell.get(place.cell);
  }

  /** A cell's formula, or null where it holds a typed value or nothing. */
  formulaAt({ sheet, row, column }: CellPlace): string | null {
    const found = this.sheets.get(sheet);
    if (found === undefined || found.used === null) return null;
    return found.formulas[row - found.used.top]?.[column - found.used.left] ?? null;
  }

  valueAt({ sheet, row, column }: CellPlace): CellValue {
    const found = this.sheets.get(sheet);
    if (found === undefined || found.used === null) return null;
    return found.values[row - found.used.top]?.[column - found.used.left] ?? null;
  }

  /** The cell a number of columns to the right of one. */
  placeBeside({ sheet, row, column }: CellPlace, by: number): CellPlace {
    return cellPlace(sheet, row, column + by);
  }

  /** "UHL" */
  nameOf(organisation: OrganisationCode): string {
    return this.organisations.get(organisation)?.shortName ?? organisation;
  }

  /** "water used", as it stands inside a sentence. */
  titleOf(metric: MetricId): string {
    const found = this.metrics.get(metric);
    return found === undefined ? metric : inSentence(found.title.replace(/^of which /i, ""));
  }
}

type LineIndex = ReadonlyMap<MetricId, ReadonlyMap<OrganisationCode, ReadonlyMap<string | null, readonly Line[]>>>;

function indexOf(lines: readonly Line[]): LineIndex {
  const index = new Map<MetricId, Map<OrganisationCode, Map<string | null, Line[]>>>();
  for (const line of lines) {
    const organisations = getOrMake(
      index,
      line.metric.id,
      () => new Map<OrganisationCode, Map<string | null, Line[]>>(),
    );
    const sites = getOrMake(organisations, line.organisation, () => new Map<string | null, Line[]>());
    getOrMake(sites, line.site, () => []).push(line);
  }
  return index;
}

function alike<T>(now: readonly T[], then: readonly T[], areAlike: (a: T, b: T) => boolean): boolean {
  return now.length === then.length && now.every((each, index) => areAlike(each, then[index] as T));
}

function sameTotal(a: Total, b: Total): boolean {
  return (
    a.metric === b.metric &&
    a.organisation === b.organisation &&
    a.period.label === b.period.label &&
    (a.value === null) === (b.value === null) &&
    a.partial === b.partial
  );
}

function sameLine(a: Line, b: Line): boolean {
  if (a === b) return true;
  const isSame = a.metric === b.metric && a.organisation === b.organisation && a.site === b.site;
  return isSame && alike(a.points, b.points, samePoint);
}

function samePoint(a: Point, b: Point): boolean {
  return (
    a.period.label === b.period.label &&
    placeOf(a).cell === placeOf(b).cell &&
    (a.stated === null) === (b.stated === null) &&
    a.observations.length === b.observations.length
  );
}

function scanner(pack: Pack): (sheet: SheetSnapshot) => GridScan {
  const names = regionNames(pack);
  return (sheet) => scanGrid(sheet, names);
}

/** Worked out from other figures by the reader (emissions of energy by factor): it has no cell of its own. */
export function isDerived({ raw, parts }: Observation): boolean {
  return raw === null && parts !== null;
}

/** Where a line's point stands: a finding's first cell. */
export function placeOf(point: Point): CellPlace {
  return (point.stated ?? (point.observations[0] as Observation)).place;
}

/** Every cell a point was made from. */
export function placesOf(point: Point): CellPlace[] {
  const all = point.stated === null ? point.observations : [point.stated, ...point.observations];
  return all.flatMap((each) => [each.place, ...(each.parts?.map((part) => part.place) ?? [])]);
}
