import type { IsoDate } from "../../plan/time/periods";
import type { Metric, MetricId, Organisation, OrganisationCode, Pack } from "../../plan/schema";
import { inSentence } from "../../plan/wording";
import { cellPlace } from "../../snapshot/addresses";
import type { Observation, ReturnReading, Total } from "../../returns/observation";
import type { CellPlace } from "../../snapshot/snapshot";
import type { CellValue, SheetSnapshot, Snapshot } from "../../snapshot/snapshot";
import { scanGrid } from "./grid-scan";
import type { GridScan } from "./grid-scan";
import { regionNames } from "./regional-tables";
import { Keeper } from "./kept";
import { flat, linesEdited, linesOf } from "./lines";
import { getOrMake } from "../../collections/collect";
import type { Claims, Line, LineBlock, Lines, Point } from "./lines";

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
  private readonly keeper: Keeper;
  private readonly scan: (sheet: SheetSnapshot) => GridScan;
  private readonly ofStated: Lines;
  /** The stated figures of each table that has any: an edit lets the very same list stand where it changed nothing. */
  readonly tables: readonly (readonly Observation[])[];
  private byCell: ReadonlyMap<string, Observation> | null = null;
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly totalsBy = new Map<MetricId, Map<OrganisationCode, Map<string, Total>>>();

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
    this.tables = edit === null ? blocksOf(reading.observations) : blocksEdited(edit.before.tables, edit.replaced);
    this.observations = flat(this.tables);
    this.keeper = edit?.before.keeper ?? new Keeper();
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

  /** What several rules need, worked out once for this return, when first asked for. */
  once<T>(make: (context: CheckContext) => T): T {
    if (!this.kept.has(make)) this.kept.set(make, make(this));
    return this.kept.get(make) as T;
  }

  /**
   * What can be told of one thing alone, of others where they are given, and of the plan: worked out
   * once for as long as they are the same, through all edits.
   */
  of<T, Thing extends object>(
    thing: Thing,
    make: (thing: Thing, context: CheckContext) => T,
    others: readonly object[] = [],
  ): T {
    return this.keeper.keep(thing, make, () => make(thing, this), others);
  }

  /** Stated figures that a test picks out, by each alone and the plan. */
  figuresThat(test: (context: CheckContext, each: Observation) => boolean): readonly Observation[] {
    return this.tables.flatMap((block) =>
      this.keeper.keep(block, test, () => block.filter((each) => test(this, each))),
    );
  }

  /** Lines that a test picks out, by each alone and the plan. */
  linesThat(test: (line: Line) => boolean): readonly Line[] {
    return this.lineBlocks.flatMap((block) => this.keeper.keep(block, test, () => block.filter(test)));
  }

  /** All lines in their order, metric by metric: first organisations', then sites'. */
  get lineBlocks(): readonly LineBlock[] {
    return this.ofStated.blocks;
  }

  /** The lines of one metric: organisations', sites'. */
  lineBlocksOf(metric: MetricId): readonly LineBlock[] {
    const { ofTotals, ofSites } = this.ofStated;
    return [ofTotals.get(metric), ofSites.get(metric)].filter((block) => block !== undefined);
  }

  /** The user's own sheets: ours are never checked. */
  get userSheets(): readonly SheetSnapshot[] {
    return this.input.snapshot.sheets.filter((each) => each.own === null);
  }

  /** The user's sheets, each walked once, when first asked for. */
  get scans(): readonly GridScan[] {
    return this.userSheets.map((sheet) => this.of(sheet, this.scan));
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
    const { places, stated, ofTotals } = this.ofStated;
    const { organisation, site } = like;
    const lines =
      site === null
        ? ofTotals.get(metric)?.filter((each) => each.organisation === organisation)
        : stated[places.get({ metric, organisation, site }) ?? -1]?.lines;
    return lines?.find((each) => each.points[0]?.period.kind === like.points[0]?.period.kind);
  }

  /** All lines of one metric of one organisation: its own and its sites'. */
  linesOf(metric: MetricId, organisation: OrganisationCode): readonly Line[] {
    const { ofTotals, ofSites } = this.ofStated;
    const all = [...(ofTotals.get(metric) ?? []), ...(ofSites.get(metric) ?? [])];
    return all.filter((each) => each.organisation === organisation);
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

/** The stated figures of a reading, which stand in the order of their tables. */
function blocksOf(observations: readonly Observation[]): Observation[][] {
  const blocks: Observation[][] = [];
  let table = -1;
  for (const each of observations) {
    if (isDerived(each)) continue;
    if (each.table !== table || blocks.length === 0) blocks.push([]);
    table = each.table;
    blocks[blocks.length - 1]!.push(each);
  }
  return blocks;
}

function blocksEdited(
  blocks: readonly (readonly Observation[])[],
  replaced: ReadonlyMap<Observation, Observation>,
): readonly (readonly Observation[])[] {
  const tables = new Set([...replaced.keys()].map(({ table }) => table));
  return blocks.map((block) => (tables.has(block[0]!.table) ? block.map((each) => replaced.get(each) ?? each) : block));
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
