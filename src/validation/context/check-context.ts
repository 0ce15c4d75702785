import { keyOf } from "../../collections/keys";
import type { IsoDate } from "../../plan/time/periods";
import type { CountedIn } from "../../plan/members";
import type { Metric, MetricId, Organisation, OrganisationCode, Pack } from "../../plan/schema";
import { inSentence } from "../../plan/wording";
import { cellPlace } from "../../snapshot/addresses";
import type { Observation, ReturnReading, Total } from "../../returns/observation";
import type { CellPlace, CellValue, SheetSnapshot, Snapshot } from "../../snapshot/snapshot";
import { scanGrid, type GridScan } from "./grid-scan";
import { regionNames } from "../../plan/region-names";
import { groupBy } from "../../collections/groups";
import { isDerived } from "./figures";
import { seriesOf, type Conflict, type FigureSeries } from "./figure-series";

/** Input of a check: the snapshot, what was read from it, its totals, the plan and the reporting date. */
export interface CheckInput {
  readonly snapshot: Snapshot;
  readonly reading: ReturnReading;
  readonly totals: readonly Total[];
  readonly pack: Pack;
  readonly asOf: IsoDate;
  /** Members that people decided to count in the system's totals. */
  readonly countedIn?: readonly CountedIn[];
}

/**
 * A return as the rules see it: the input, its series, and look-ups that are made on first use.
 */
export class CheckContext {
  readonly metrics: ReadonlyMap<MetricId, Metric>;
  readonly organisations: ReadonlyMap<OrganisationCode, Organisation>;
  readonly allSeries: readonly FigureSeries[];
  /** Conflicting figures: two or more stated for the same metric, organisation, site and period. */
  readonly conflicts: readonly Conflict[];
  /** The figures the return states; those worked out from them are not the return's to correct. */
  readonly observations: readonly Observation[];
  private readonly kept = new Map<unknown, unknown>();
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly totals: ReadonlyMap<string, Total>;

  constructor(readonly input: CheckInput) {
    const { pack, snapshot, reading, totals } = input;
    this.metrics = new Map(pack.metrics.map((each) => [each.id, each]));
    this.organisations = new Map(pack.organisations.map((each) => [each.code, each]));
    this.sheets = new Map(snapshot.sheets.map((each) => [each.name, each]));
    this.totals = new Map(totals.map((each) => [totalKey(each.metric, each.organisation, each.period.label), each]));
    this.observations = reading.observations.filter((each) => !isDerived(each));
    ({ allSeries: this.allSeries, conflicts: this.conflicts } = seriesOf(this.observations, totals, this.metrics));
  }

  get pack(): Pack {
    return this.input.pack;
  }

  get thresholds(): Pack["thresholds"] {
    return this.input.pack.thresholds;
  }

  /** Value shared by several rules, computed on first use; `make` itself is its key. */
  once<T>(make: (context: CheckContext) => T): T {
    if (!this.kept.has(make)) this.kept.set(make, make(this));
    return this.kept.get(make) as T;
  }

  /** The stated figures of each table that has any, by the table's index in the reading. */
  get figuresByTable(): ReadonlyMap<number, readonly Observation[]> {
    return this.once(groupByTable);
  }

  /** The series of one metric: organisations', then sites'. */
  seriesOfMetric(metric: MetricId): readonly FigureSeries[] {
    return this.once(groupByMetric).get(metric) ?? [];
  }

  /** The user's own sheets: ours are never checked. */
  get userSheets(): readonly SheetSnapshot[] {
    return this.input.snapshot.sheets.filter((each) => each.own === null);
  }

  /** The user's sheets, each walked once. */
  get scans(): readonly GridScan[] {
    return this.once(scanSheets);
  }

  /** An organisation's total of a metric for a period, or undefined where there is none. */
  total(metric: MetricId, organisation: OrganisationCode, period: string): Total | undefined {
    return this.totals.get(totalKey(metric, organisation, period));
  }

  /** The value of an organisation's total of a metric for a period; null where it is unknown or partial. */
  knownTotal(metric: MetricId, organisation: OrganisationCode, period: string): number | null {
    const total = this.total(metric, organisation, period);
    return total === undefined || total.partial ? null : total.value;
  }

  /** Another metric's series of the same organisation (or of the same site) by the same kind of period. */
  seriesBeside(metric: MetricId, like: FigureSeries): FigureSeries | undefined {
    return this.once(indexSeries).get(seriesKey(metric, like));
  }

  /** All series of one metric of one organisation: its own and its sites'. */
  seriesOf(metric: MetricId, organisation: OrganisationCode): readonly FigureSeries[] {
    return this.seriesOfMetric(metric).filter((each) => each.organisation === organisation);
  }

  sheet(name: string): SheetSnapshot | undefined {
    return this.sheets.get(name);
  }

  /** The figure that stands in a cell, or undefined where the cell holds none. */
  observationAt(place: CellPlace): Observation | undefined {
    return this.once(indexByCell).get(place.cell);
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

function totalKey(metric: MetricId, organisation: OrganisationCode, period: string): string {
  return keyOf(metric, organisation, period);
}

function seriesKey(metric: MetricId, { organisation, site, points }: FigureSeries): string {
  return keyOf(metric, organisation, points[0].period.kind, site);
}

function indexSeries({ allSeries }: CheckContext): ReadonlyMap<string, FigureSeries> {
  return new Map(allSeries.map((each) => [seriesKey(each.metric.id, each), each]));
}

function indexByCell({ observations }: CheckContext): ReadonlyMap<string, Observation> {
  return new Map(observations.map((each) => [each.place.cell, each]));
}

function groupByTable({ observations }: CheckContext): ReadonlyMap<number, readonly Observation[]> {
  return groupBy(observations, ({ table }) => table);
}

function groupByMetric({ allSeries }: CheckContext): ReadonlyMap<MetricId, readonly FigureSeries[]> {
  return groupBy(allSeries, ({ metric }) => metric.id);
}

function scanSheets({ pack, userSheets }: CheckContext): readonly GridScan[] {
  const names = regionNames(pack);
  return userSheets.map((sheet) => scanGrid(sheet, names));
}
