import { getOrMake } from "../../collections/collect";
import { readPeriod, type PeriodReading } from "../../plan/time/periods";
import { readTypedNumber, readUnitCell } from "../../plan/quantity/units";
import type { Label, LabelReader } from "../words/labels";
import { cellPlace } from "../../snapshot/addresses";
import type { CellPlace, CellValue, SheetSnapshot } from "../../snapshot/snapshot";
import { fold, tidy } from "../words/text";
import { emptyWord, looksLikeNumber, readAnswer } from "../words/heading-words";

/**
 * What a cell looks like before anything is known of its table: a `figure` (a number, a number as
 * text, or a word that stands for one), a `signal` (a heading word: a metric, period, unit,
 * organisation, kind or column role), a `year` (a bare number such as 2016, which may as well be a
 * figure), an `answer` (yes or no), other `text`, or `blank`.
 */
export type CellLook = "blank" | "figure" | "signal" | "year" | "answer" | "text";

/** True for a cell that may be a heading by its look. */
export function isHeadingLook(look: CellLook): boolean {
  return look === "signal" || look === "year";
}

/** One sheet's cells by their own rows and columns, with how each looks. */
export class SheetGrid {
  readonly name: string;
  /** Rows that hold anything, top to bottom. */
  readonly filledRows: readonly number[];
  readonly left: number;
  private readonly top: number;
  private readonly hiddenRows: ReadonlySet<number>;
  private readonly hiddenColumns: ReadonlySet<number>;
  private readonly filled = new Map<number, readonly number[]>();
  private readonly dateFormats = new Map<string, boolean>();
  private readonly textLooks = new Map<string, CellLook>();

  constructor(
    readonly sheet: SheetSnapshot,
    readonly labels: LabelReader,
    readonly dateSystem: 1900 | 1904,
  ) {
    this.name = sheet.name;
    this.top = sheet.used?.top ?? 0;
    this.left = sheet.used?.left ?? 0;
    this.hiddenRows = new Set(sheet.hiddenRows);
    this.hiddenColumns = new Set(sheet.hiddenColumns);
    const rows: number[] = [];
    sheet.values.forEach((values, index) => {
      const columns: number[] = [];
      values.forEach((value, column) => {
        if (!isBlank(value)) columns.push(column + this.left);
      });
      if (columns.length === 0) return;
      rows.push(index + this.top);
      this.filled.set(index + this.top, columns);
    });
    this.filledRows = rows;
  }

  value(row: number, column: number): CellValue {
    return this.sheet.values[row - this.top]?.[column - this.left] ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.sheet.formulas[row - this.top]?.[column - this.left] ?? null;
  }

  format(row: number, column: number): string {
    return this.sheet.numberFormats[row - this.top]?.[column - this.left] ?? "General";
  }

  /** Columns of a row that hold anything, left to right. */
  cells(row: number): readonly number[] {
    return this.filled.get(row) ?? [];
  }

  place(row: number, column: number): CellPlace {
    return cellPlace(this.name, row, column);
  }

  hidden(row: number, column: number): boolean {
    return this.sheet.visibility !== "visible" || this.hiddenRows.has(row) || this.hiddenColumns.has(column);
  }

  blank(row: number, column: number): boolean {
    return isBlank(this.value(row, column));
  }

  /** The cell's text as a person reads it; a date-typed number gives its period's label, another number its digits. */
  text(row: number, column: number): string {
    const value = this.value(row, column);
    if (typeof value === "string") return tidy(value);
    if (typeof value !== "number") return value === null ? "" : String(value);
    const period = this.numberPeriod(value, this.format(row, column));
    return period.kind === "period" ? period.period.label : String(value);
  }

  /** The cell taken apart as a heading. A number is one only where it is a year or formatted as a date. */
  label(row: number, column: number): Label | null {
    const value = this.value(row, column);
    if (typeof value === "string") return isBlank(value) ? null : this.labels.read(value);
    if (typeof value !== "number") return null;
    const period = this.numberPeriod(value, this.format(row, column));
    if (period.kind === "none") return null;
    const text = period.kind === "period" ? period.period.label : String(value);
    return { ...this.labels.read(text), text, name: "", metric: null, period };
  }

  private numberPeriod(value: number, numberFormat: string): PeriodReading {
    if (!this.dateLike(numberFormat) && !mayBeYear(value)) return { kind: "none" };
    return readPeriod(value, { numberFormat, dateSystem: this.dateSystem });
  }

  private dateLike(numberFormat: string): boolean {
    return getOrMake(this.dateFormats, numberFormat, () => isDateLike(numberFormat));
  }

  /** A number that is no year and no date. */
  isFigure(row: number, column: number): boolean {
    const value = this.value(row, column);
    return typeof value === "number" && this.numberPeriod(value, this.format(row, column)).kind === "none";
  }

  /** A number that is a year or a date. */
  isDate(row: number, column: number): boolean {
    return typeof this.value(row, column) === "number" && !this.isFigure(row, column);
  }

  look(row: number, column: number): CellLook {
    const value = this.value(row, column);
    if (value === null) return "blank";
    if (typeof value === "number") {
      if (this.isFigure(row, column)) return "figure";
      return this.dateLike(this.format(row, column)) ? "signal" : "year";
    }
    if (typeof value === "boolean") return "answer";
    return getOrMake(this.textLooks, value, () => this.lookOfText(value));
  }

  private lookOfText(value: string): CellLook {
    const text = tidy(value);
    if (text === "") return "blank";
    const folded = fold(text);
    if (emptyWord(text, folded) !== null || text.startsWith("#")) return "figure";
    if (readAnswer(text) !== null) return /^nos?\.$/i.test(text) ? "signal" : "answer";
    if (text.length > 200) return "text";
    const label = this.labels.read(value);
    const isUnit = label.unit !== null && label.name === "" && readUnitCell(text) !== null;
    // A number with its unit is a figure, though a year may be found in "12,019 m3"; "£000" is a unit, "2019 kWh" a heading.
    const typed = isUnit || band.test(text) ? null : readTypedNumber(text);
    if (typed?.kind === "number" && typed.unit !== null && !mayBeYear(typed.value)) return "figure";
    const names = label.period !== null || label.metric !== null || label.role !== null || isUnit;
    if (!names && !band.test(text) && (looksLikeNumber(text) || remarkedNumber.test(text))) return "figure";
    const telling = names || label.kind !== null || label.total || (label.organisation !== null && label.name === "");
    return telling ? "signal" : "text";
  }
}

/** "<100 m3", "> 1,000 kWh": a class that a row counts, no figure; "<5" hides one. */
const band = /^[<>≤≥]\s?\d[\d,.]*\s?[a-z£]/i;

/** "9,050,000 (est)", "1,200 [provisional]": a figure with a remark, though its words are those of a heading. */
const remarkedNumber = /^[-–+~<>≈£$€\s]*\d[\d,.\s]*(?:%|[a-z²³]{1,4})?\s*[([][^()[\]\d]{1,30}[)\]]$/i;

function isDateLike(numberFormat: string): boolean {
  return /[dmy]/i.test(numberFormat.replace(/"[^"]*"|\\.|general|\[[^\]hms]*\]/gi, ""));
}

/** 2016 or 202502: everything else is a figure unless its format makes it a date. */
function mayBeYear(value: number): boolean {
  return Number.isInteger(value) && ((value >= 1900 && value < 3000) || (value >= 190_001 && value < 300_000));
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && !/[^\s\u200b\u00ad\ufeff]/.test(value));
}
