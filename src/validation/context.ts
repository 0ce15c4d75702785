import type { IsoDate } from "../plan/periods";
import type { Metric, MetricId, Organisation, OrganisationCode, Pack } from "../plan/schema";
import { inSentence } from "../plan/wording";
import { cellPlace } from "../returns/addresses";
import type { CellPlace, Observation, ReturnReading, Total } from "../returns/observation";
import type { CellValue, SheetSnapshot, Snapshot } from "../returns/snapshot";
import { scanGrid } from "./grid-scan";
import type { GridScan } from "./grid-scan";
import { regionNames } from "./regional-tables";
import { getOrMake, linesOf } from "./lines";
import type { Claims, Line, Point } from "./lines";

/** What a check is given. */
export interface CheckInput {
  readonly snapshot: Snapshot;
  readonly reading: ReturnReading;
  readonly totals: readonly Total[];
  readonly pack: Pack;
  readonly asOf: IsoDate;
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
  private byCell: ReadonlyMap<string, Observation> | null = null;
  private scanned: readonly GridScan[] | null = null;
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly totalsBy = new Map<MetricId, Map<OrganisationCode, Map<string, Total>>>();
  private readonly linesBy = new Map<string, Map<string | null, Line[]>>();

  constructor(readonly input: CheckInput) {
    const { pack, snapshot, reading, totals } = input;
    this.metrics = new Map(pack.metrics.map((each) => [each.id, each]));
    this.organisations = new Map(pack.organisations.map((each) => [each.code, each]));
    this.sheets = new Map(snapshot.sheets.map((each) => [each.name, each]));
    for (const total of totals) {
      const ofMetric = getOrMake(this.totalsBy, total.metric, () => new Map<OrganisationCode, Map<string, Total>>());
      getOrMake(ofMetric, total.organisation, () => new Map<string, Total>()).set(total.period.label, total);
    }
    this.observations = reading.observations.filter((each) => !isDerived(each));
    const { lines, rivals } = linesOf(this.observations, totals, this.metrics);
    this.lines = lines;
    this.rivals = rivals;
    for (const line of this.lines) {
      const sites = getOrMake(
        this.linesBy,
        `${line.metric.id}|${line.organisation}`,
        () => new Map<string | null, Line[]>(),
      );
      getOrMake(sites, line.site, () => []).push(line);
    }
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

  /** The user's own sheets: ours are never checked. */
  get userSheets(): readonly SheetSnapshot[] {
    return this.input.snapshot.sheets.filter((each) => each.own === null);
  }

  /** The user's sheets, each walked once, when first asked for. */
  get scans(): readonly GridScan[] {
    if (this.scanned === null) {
      const names = regionNames(this.pack);
      this.scanned = this.userSheets.map((sheet) => scanGrid(sheet, names));
    }
    return this.scanned;
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
    const lines = this.linesBy.get(`${metric}|${like.organisation}`)?.get(like.site);
    return lines?.find((each) => each.points[0]?.period.kind === like.points[0]?.period.kind);
  }

  /** All lines of one metric of one organisation: its own and its sites'. */
  linesOf(metric: MetricId, organisation: OrganisationCode): readonly Line[] {
    return [...(this.linesBy.get(`${metric}|${organisation}`)?.values() ?? [])].flat();
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
