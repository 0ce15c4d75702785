import type { Metric } from "../../plan/schema";
import {
  convert,
  convertible,
  isSameUnit,
  packUnit,
  readTypedNumber,
  toShare,
  UNITS,
  type TypedNumber,
  type Unit,
} from "../../plan/quantity/units";
import { numberFormatGrain } from "../../plan/time/number-format-grain";
import type { CellValue } from "../../snapshot/snapshot";
import { dateForNumber, typedAsText } from "../observation";
import { fold, tidy } from "../words/text";
import { emptyWord, looksLikeNumber, readAnswer } from "../words/heading-words";

/** A cell's figure in its metric's unit; null with the reason in `note`. */
export interface CellFigure {
  readonly value: number | null;
  readonly note: string | null;
  /** Why a person is asked what the cell means, as the end of a sentence; null where its figure is plain, or it holds none. */
  readonly doubt: string | null;
}

export interface CellToRead {
  readonly raw: CellValue;
  readonly numberFormat: string;
  readonly unit: Unit | null;
  /** All numbers of its series: shares that all lie from 0 to 1 are fractions. */
  readonly numbersOfSeries: readonly number[];
}

/**
 * The figure a cell gives for a metric. A number typed as text counts where it can be read in one way only, and its
 * note says so. Dates are never amounts; "Not Applicable", dashes and cell errors come back null with their note.
 */
export function readFigure(cell: CellToRead, metric: Metric): CellFigure {
  const { raw } = cell;
  if (metric.unit === "yes/no") return readYesOrNo(raw);
  if (typeof raw === "string") return readText(raw, cell, metric);
  if (typeof raw !== "number") return without("yes or no where a number is expected");
  if (numberFormatGrain(cell.numberFormat) !== null)
    return without(dateForNumber, "its cell holds a date, where a number was expected");
  return { value: inUnitOf(metric, raw, cell), note: null, doubt: null };
}

function without(note: string, doubt: string | null = null): CellFigure {
  return { value: null, note, doubt };
}

function inUnitOf(metric: Metric, raw: number, { numberFormat, unit, numbersOfSeries }: CellToRead): number {
  if (metric.unit === "%") return toShare(raw, { numberFormat, unit, fellows: numbersOfSeries });
  return unit === null ? raw : convert(raw, unit, packUnit(metric.unit));
}

function readText(raw: string, { unit }: CellToRead, metric: Metric): CellFigure {
  const typed = readTypedNumber(raw);
  if (typed === null) return without(noteOfText(raw));
  const read = typedInUnitOf(metric, typed, unit);
  if (typeof read === "string") return without(`number ${typedAsText}`, `it is the text “${tidy(raw)}”, and ${read}`);
  return { value: read, note: typedAsText, doubt: null };
}

/** A number typed as text, in its metric's unit; or why it may mean another number, as the end of a sentence. */
function typedInUnitOf(metric: Metric, typed: TypedNumber, heading: Unit | null): number | string {
  if (typed.kind === "unclear") return typed.why;
  const wanted = packUnit(metric.unit);
  const { value, unit, multiple } = typed;
  if (unit === null) {
    if (multiple !== 1 && heading !== null && !isSameUnit(heading, wanted))
      return `its heading gives ${heading.symbol}`;
    if (multiple === 1e6 && /area|volume|distance/.test(wanted.dimension)) return "its “m” may be metres";
    const isFraction = heading?.symbol !== UNITS.fraction.symbol && Math.abs(value) < 1 && value !== 0;
    if (metric.unit === "%" && isFraction) return "it may be a fraction or a percentage";
    return heading === null ? value : convert(value, heading, wanted);
  }
  const own = unit.dimension === "mass" && wanted.dimension === "CO2e" ? { ...unit, dimension: "CO2e" } : unit;
  if (!convertible(own, wanted)) return `${metric.title} is counted in ${metric.unit}`;
  if (heading !== null && isCountedIn(heading, own)) return `its heading gives ${heading.symbol}`;
  return convert(value, own, wanted);
}

/** "£" beside a number under "£000", "kWh" under "'000 kWh": the unit of the heading, or of the number alone. */
function isCountedIn(heading: Unit, own: Unit): boolean {
  if (isSameUnit(heading, own)) return false;
  return heading.symbol.startsWith(own.symbol) || heading.symbol.endsWith(` ${own.symbol}`);
}

function readYesOrNo(raw: CellValue): CellFigure {
  const answer = typeof raw === "boolean" ? raw : typeof raw === "string" ? readAnswer(tidy(raw)) : null;
  if (answer !== null) return { value: answer ? 1 : 0, note: null, doubt: null };
  if (raw === 1 || raw === 0) return { value: raw, note: null, doubt: null };
  return without(
    typeof raw === "string" ? noteOfText(raw, "neither yes nor no") : "a number where yes or no is expected",
  );
}

function noteOfText(raw: string, otherwise = "text where a number is expected"): string {
  const text = tidy(raw);
  if (/^#[A-Z0-9/!?_]+[!?]?$/i.test(text)) return "cell error";
  return emptyWord(text, fold(text)) ?? (looksLikeNumber(text) ? `number ${typedAsText}` : otherwise);
}
