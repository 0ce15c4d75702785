import type { Metric } from "../../plan/schema";
import { convert, packUnit, toShare, type Unit } from "../../plan/quantity/units";
import type { CellValue } from "../../snapshot/snapshot";
import { fold, tidy } from "../words/text";
import { emptyWord, looksLikeNumber, readAnswer } from "../words/heading-words";

/** A cell's figure in its metric's unit; null with the reason in `note`. */
export interface CellFigure {
  readonly value: number | null;
  readonly note: string | null;
}

export interface CellToRead {
  readonly raw: CellValue;
  readonly numberFormat: string;
  readonly unit: Unit | null;
  /** All numbers of its series: shares that all lie from 0 to 1 are fractions. */
  readonly numbersOfSeries: readonly number[];
}

/**
 * The figure a cell gives for a metric. A number kept as text is never used: it is a figure to
 * mend, so it comes back null with its note; so do "Not Applicable", dashes and cell errors.
 */
export function readFigure(cell: CellToRead, metric: Metric): CellFigure {
  const { raw } = cell;
  if (metric.unit === "yes/no") return readYesOrNo(raw);
  if (typeof raw === "number") return { value: inUnitOf(metric, raw, cell), note: null };
  if (typeof raw === "string") return { value: null, note: noteOfText(raw) };
  return { value: null, note: "yes or no where a number is expected" };
}

function inUnitOf(metric: Metric, raw: number, { numberFormat, unit, numbersOfSeries }: CellToRead): number | null {
  if (metric.unit === "%") return toShare(raw, { numberFormat, unit, fellows: numbersOfSeries });
  return unit === null ? raw : convert(raw, unit, packUnit(metric.unit));
}

function readYesOrNo(raw: CellValue): CellFigure {
  const answer = typeof raw === "boolean" ? raw : typeof raw === "string" ? readAnswer(fold(raw)) : null;
  if (answer !== null) return { value: answer ? 1 : 0, note: null };
  if (raw === 1 || raw === 0) return { value: raw, note: null };
  return {
    value: null,
    note: typeof raw === "string" ? noteOfText(raw, "neither yes nor no") : "a number where yes or no is expected",
  };
}

function noteOfText(raw: string, otherwise = "text where a number is expected"): string {
  const text = tidy(raw);
  if (/^#[A-Z0-9/!?_]+[!?]?$/i.test(text)) return "cell error";
  return emptyWord(text, fold(text)) ?? (looksLikeNumber(text) ? "number kept as text" : otherwise);
}
