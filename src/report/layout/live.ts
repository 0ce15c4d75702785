import { isSameFigure } from "../../plan/quantity/same-figure";
import type { Outcome } from "../../outcome";
import { groupBy } from "../../collections/groups";
import { isNonEmpty, type NonEmpty } from "../../collections/non-empty";
import { formatNumber, unitWords } from "../../plan/wording";
import { sheetReference } from "../../snapshot/addresses";
import type { Observation, Total } from "../../returns/observation";
import type { CellPlace, SheetSnapshot } from "../../snapshot/snapshot";
import type { Assessment } from "../../assessment/assessment";
import type { Assumptions } from "./assumptions";

/** Excel takes a formula of at most 8,192 characters. */
export const LONGEST_FORMULA = 8000;

/** A cell of the return that holds a number, and what that number is worth in the metric's unit. */
interface Source {
  readonly place: CellPlace;
  readonly raw: number;
  readonly value: number;
  readonly given: string;
}

/**
 * Formulas over the return's own cells, so that a reader can follow a figure to where it was
 * typed and sees it move when the return is corrected. A formula is given only where it answers
 * the very figure that was assessed; otherwise the figure itself is written and said to be copied.
 */
export class LiveFigures {
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly observations: ReadonlyMap<string, Observation>;
  private readonly totals: ReadonlyMap<string, Total>;

  constructor(
    private readonly outcome: Outcome,
    private readonly assumptions: Assumptions,
  ) {
    this.sheets = new Map(outcome.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    this.totals = new Map(outcome.totals.map((total) => [totalKey(total), total]));
    this.observations = new Map(outcome.reading.observations.map((each) => [each.place.cell, each]));
  }

  /** The formula of an assessment's actual, or null. */
  actual(assessment: Assessment): string | null {
    if (assessment.actual === null) return null;
    const formula = this.sum(assessment.places, assessment.actual) ?? this.ratio(assessment);
    return formula === null || formula.length > LONGEST_FORMULA ? null : `=${formula}`;
  }

  /** The formula of its baseline, or null where the baseline is the plan's own or made of several cells. */
  baseline({ baseline }: Assessment): string | null {
    if (!baseline?.place) return null;
    return this.sumOf([baseline.place], baseline.value);
  }

  /** The formula that adds up these cells to an expected sum, or null. */
  sumOf(places: readonly CellPlace[], expected: number): string | null {
    const formula = this.sum(places, expected);
    return formula === null || formula.length > LONGEST_FORMULA ? null : `=${formula}`;
  }

  private sum(places: readonly CellPlace[], expected: number): string | null {
    const sources = places.flatMap((place) => this.sourcesAt(place));
    const known = sources.filter((each) => each !== null);
    if (!isNonEmpty(known) || known.length < sources.length) return null;
    const groups = byFactor(known);
    const total = groups.reduce((sum, { factor, sources }) => sum + factor * sumOf(sources), 0);
    if (!isSameFigure(total, expected)) return null;
    return groups.map((group) => this.product(group)).join("+");
  }

  private product({ factor, sources }: Group): string {
    const [first, ...rest] = sources;
    const sum =
      rest.length === 0 ? reference(first.place) : `SUM(${ranges(sources.map(({ place }) => place)).join(",")})`;
    return factor === 1 ? sum : `${sum}*${this.factorCell(factor, first.given)}`;
  }

  private factorCell(factor: number, given: string): string {
    return this.assumptions.cell({
      name: `${given} times ${formatNumber(factor)}`,
      value: factor,
      format: "figure",
      why: "The return gives these figures in another unit than the plan asks for.",
    });
  }

  /** A share or intensity made again from its two totals. */
  private ratio({ metric: id, organisation, period, actual }: Assessment): string | null {
    const { pack } = this.outcome;
    const ratio = pack.metrics.find((each) => each.id === id)?.ratio;
    if (!ratio || actual === null) return null;
    const [numerator, denominator] = [ratio.numerator, ratio.denominator].map((metric) => {
      const total = this.totals.get(totalKey({ metric, organisation, period }));
      if (total === undefined || total.value === null) return null;
      const formula = this.sum(
        total.observations.map(({ place }) => place),
        total.value,
      );
      return formula === null ? null : { formula, value: total.value };
    });
    if (!numerator || !denominator || !isSameFigure((numerator.value / denominator.value) * ratio.times, actual))
      return null;
    const quotient = `(${numerator.formula})/(${denominator.formula})`;
    return ratio.times === 1 ? quotient : `${quotient}*${this.timesCell(ratio.times)}`;
  }

  private timesCell(times: number): string {
    return this.assumptions.cell({
      name: `A ratio times ${formatNumber(times)}`,
      value: times,
      format: "figure",
      why: "Shares are written from 0 to 100, as the plan writes them.",
    });
  }

  /** The cells behind one place: those of its parts where it was added up from several. A null where a cell holds no number. */
  private sourcesAt(place: CellPlace): (Source | null)[] {
    const observation = this.observations.get(place.cell);
    if (!observation) return [null];
    const given = observation.givenUnit?.symbol ?? (unitWords(observation.unit) || observation.unit);
    const named = `${given} in ${unitWords(observation.unit) || observation.unit}`;
    const cells = observation.parts ?? [{ place: observation.place, value: observation.value }];
    return cells.map(({ place, value }) => {
      const raw = this.numberAt(place);
      return raw === null || value === null ? null : { place, raw, value, given: named };
    });
  }

  private numberAt({ sheet: name, row, column }: CellPlace): number | null {
    const sheet = this.sheets.get(name);
    if (!sheet?.used) return null;
    const value = sheet.values[row - sheet.used.top]?.[column - sheet.used.left];
    return typeof value === "number" ? value : null;
  }
}

function totalKey({ metric, organisation, period }: Pick<Total, "metric" | "organisation" | "period">): string {
  return `${metric}|${organisation}|${period.label}`;
}

interface Group {
  readonly factor: number;
  readonly sources: NonEmpty<Source>;
}

/** Cells by what one of them is worth. A zero may be in any unit: it joins the first group. */
function byFactor(sources: NonEmpty<Source>): Group[] {
  const zeros = sources.filter(({ raw }) => raw === 0);
  const others = sources.filter(({ raw }) => raw !== 0);
  const [[factor, first] = [1, []], ...rest] = groupBy(others, ({ value, raw }) =>
    Number((value / raw).toPrecision(12)),
  );
  const groups: [number, readonly Source[]][] = [[factor, [...first, ...zeros]], ...rest];
  return groups.flatMap(([factor, sources]) => (isNonEmpty(sources) ? [{ factor, sources }] : []));
}

function sumOf(sources: readonly Source[]): number {
  return sources.reduce((sum, { raw }) => sum + raw, 0);
}

function reference(first: CellPlace, last: CellPlace = first): string {
  return sheetReference(first.sheet, { top: first.row, left: first.column, bottom: last.row, right: last.column });
}

/** Cells under each other written as one range: 'Site Data'!BF812:BF815. */
function ranges(places: readonly CellPlace[]): string[] {
  const sorted = [...places].sort((a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row);
  const runs: { first: CellPlace; last: CellPlace }[] = [];
  for (const place of sorted) {
    const run = runs[runs.length - 1];
    if (run && run.last.sheet === place.sheet && run.last.column === place.column && run.last.row + 1 === place.row) {
      run.last = place;
    } else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => reference(first, last));
}
