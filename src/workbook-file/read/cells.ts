import { formulaFromFile } from "../../formula/file-formulas";
import { type FormulaAt, sharedFormula } from "../../formula/move";
import { cellAddress, parseCell } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import type { Cell, Scalar, SheetState } from "../book/book";
import { limits } from "../package/limits";
import { decodeEscapes, flag, number, type XmlEvents } from "../package/xml";
import { areaOnSheet, checkCellName, checkColumn, checkRow } from "../book/on-sheet";

export interface CellContext {
  strings: readonly string[];
  /** Index into the book's styles by cellXfs index. */
  styleOf: readonly number[];
  dateSystem: 1900 | 1904;
}

type Attributes = Record<string, string>;

/** Reads `sheetData` as it streams by into the sheet's cells and rows. */
export class CellReader implements XmlEvents {
  private row = -1;
  private column = -1;
  private formatOnlyCells = 0;
  private formatOnlyRows = 0;
  private pendingRow: { height: number | null; hidden: boolean; style: number | null } | null = null;
  private cell: Attributes = {};
  private formula: Attributes | null = null;
  private formulaText = "";
  private value = "";
  private inline = "";
  private within: "v" | "f" | "t" | null = null;
  private hasInline = false;
  private phonetic = 0;
  private readonly shared = new Map<string, { row: number; column: number; at: FormulaAt }>();

  constructor(
    private readonly sheet: SheetState,
    private readonly context: CellContext,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "row":
        this.openRow(attributes);
        break;
      case "c":
        this.openCell(attributes);
        break;
      case "v":
        this.within = "v";
        break;
      case "f":
        this.within = "f";
        this.formula = attributes;
        break;
      case "is":
        this.hasInline = true;
        break;
      case "t":
        this.within = this.phonetic === 0 ? "t" : null;
        break;
      case "rPh":
        this.phonetic++;
        break;
    }
  }

  text(text: string): void {
    if (this.within === "v") this.value += text;
    else if (this.within === "f") this.formulaText += text;
    else if (this.within === "t") this.inline += text;
  }

  close(name: string): void {
    this.within = null;
    if (name === "c") this.closeCell();
    else if (name === "row") this.closeRow();
    else if (name === "rPh") this.phonetic--;
  }

  private openRow(attributes: Attributes): void {
    const stated = number(attributes["r"]);
    this.row = stated === null ? this.row + 1 : stated - 1;
    this.column = -1;
    checkRow(this.row, this.sheet.name);
    const height = number(attributes["ht"]);
    const hidden = flag(attributes["hidden"]);
    const style = flag(attributes["customFormat"]) ? (this.context.styleOf[Number(attributes["s"] ?? 0)] ?? 0) : null;
    this.pendingRow = height !== null || hidden || style !== null ? { height, hidden, style } : null;
  }

  private closeRow(): void {
    if (!this.pendingRow) return;
    const isEmpty = this.sheet.cells[this.row] === undefined;
    if (isEmpty && this.formatOnlyRows++ >= limits.formatOnlyRows) return;
    this.sheet.rows.set(this.row, this.pendingRow);
  }

  private openCell(attributes: Attributes): void {
    this.cell = attributes;
    const place = attributes["r"] ? parseCell(attributes["r"]) : null;
    if (attributes["r"]) checkCellName(attributes["r"], place, this.sheet.name);
    if (place) this.row = place.row;
    this.column = place ? place.column : this.column + 1;
    if (!place) checkColumn(this.row, this.column, this.sheet.name);
    this.formula = null;
    this.formulaText = this.value = this.inline = "";
    this.hasInline = false;
  }

  private closeCell(): void {
    const value = this.readValue();
    const formula = this.formula ? this.readFormula(this.formula) : null;
    const xf = this.cell["s"];
    if (value === null && formula === null) {
      if (xf === undefined || this.formatOnlyCells++ >= limits.formatOnlyCells) return;
    }
    const cell: Cell = { value, style: this.context.styleOf[xf === undefined ? 0 : Number(xf)] ?? 0 };
    if (formula !== null) cell.formula = formula;
    const array = this.formula ? this.readArray(this.formula) : null;
    if (array) cell.array = array;
    (this.sheet.cells[this.row] ??= [])[this.column] = cell;
  }

  private readValue(): Scalar {
    const type = this.cell["t"];
    if (type === "inlineStr" || (this.hasInline && this.value === "")) return decodeEscapes(this.inline);
    if (this.value === "" && type !== "str") return null;
    switch (type) {
      case "s":
        return this.context.strings[Number(this.value)] ?? null;
      case "str":
        return this.value === "" && !this.formula ? null : decodeEscapes(this.value);
      case "b":
        return flag(this.value.trim());
      case "e":
        return { error: this.value.trim() };
      case "d":
        return serialOfIsoDate(this.value, this.context.dateSystem) ?? this.value;
      default:
        return number(this.value);
    }
  }

  private readFormula(attributes: Attributes): string | null {
    const index = attributes["si"];
    if (attributes["t"] === "dataTable") return null;
    if (attributes["t"] !== "shared" || index === undefined) {
      return this.formulaText === "" ? null : formulaFromFile(this.formulaText);
    }
    if (this.formulaText !== "") {
      this.shared.set(index, { row: this.row, column: this.column, at: sharedFormula(this.formulaText) });
      return formulaFromFile(this.formulaText);
    }
    const master = this.shared.get(index);
    if (!master) return null;
    return formulaFromFile(master.at(this.row - master.row, this.column - master.column));
  }

  private readArray(attributes: Attributes): { rect: Area; dynamic: boolean } | null {
    if (attributes["t"] !== "array") return null;
    const rect = areaOnSheet(
      attributes["ref"] ?? cellAddress(this.row, this.column),
      "an array formula",
      this.sheet.name,
    );
    return rect && { rect, dynamic: this.cell["cm"] !== undefined };
  }
}

/** Days of 1900 (with its 29 February) or of 1904 for "2024-04-01" or "2024-04-01T12:00:00"; null if it is no date. */
function serialOfIsoDate(text: string, system: 1900 | 1904): number | null {
  const time = Date.parse(/T|Z/.test(text) ? text.replace(/Z?$/, "Z") : `${text}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const days = time / 86_400_000 + 25_569;
  if (system === 1904) return days - 1_462;
  return days < 61 ? days - 1 : days;
}
