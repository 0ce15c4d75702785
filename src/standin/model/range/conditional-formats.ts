import { bounding, intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { ConditionalFormatState, SheetState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound, notImplemented } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { cutConditionalFormats } from "../cells/clear";
import { checkFormula, colour, oneOf } from "../session/arguments";
import type { Session } from "../session/session";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";

/** Kinds that can be made; others of the user's are seen and kept. */
const MADE = ["Custom", "CellValue", "ContainsText"] as const;
const CELL_OPERATORS = [
  "Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqual", "LessThanOrEqual",
] as const; // prettier-ignore
const TEXT_OPERATORS = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;

/** `Excel.ConditionalFormatCollection` of some cells: the rules whose range meets them. */
export class ConditionalFormats implements HostObject {
  readonly className = "ConditionalFormatCollection";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
    private readonly rects: readonly Area[],
  ) {}

  items(): ConditionalFormat[] {
    return this.sheet.conditionalFormats
      .filter((format) => format.rects.some((rect) => this.rects.some((own) => intersect(own, rect))))
      .map((format) => new ConditionalFormat(this.session, this.sheet, format));
  }
  getCount(): number {
    return this.items().length;
  }
  getItem(id: string): ConditionalFormat {
    const item = this.getItemOrNullObject(id);
    if (!item) throw itemNotFound(`the conditional format ${id}`);
    return item;
  }
  getItemOrNullObject(id: string): ConditionalFormat | null {
    return this.items().find((format) => format.id === id) ?? null;
  }
  getItemAt(index: number): ConditionalFormat {
    const item = this.items()[index];
    if (!item) throw itemNotFound(`the conditional format ${index}`);
    return item;
  }
  /** A new rule comes before all others. */
  add(type: string): ConditionalFormat {
    this.session.requireWritable(this.sheet);
    const made = MADE.find((one) => one === type);
    if (!made) throw notImplemented(`conditionalFormats.add("${type}")`);
    for (const other of this.sheet.conditionalFormats) other.priority++;
    const state: ConditionalFormatState = {
      id: newId(this.session),
      rects: this.rects.map((rect) => ({ ...rect })),
      type: made,
      priority: 1,
      stopIfTrue: false,
      rule: {},
      format: { fill: null, fontColor: null, bold: null },
    };
    this.sheet.conditionalFormats.unshift(state);
    this.sheet.edits.conditionalFormats = true;
    return new ConditionalFormat(this.session, this.sheet, state);
  }
  clearAll(): void {
    this.session.requireWritable(this.sheet);
    for (const rect of this.rects) cutConditionalFormats(this.sheet, rect);
  }
}

/** Unlike the ids of rules from the file, which count from 0 in another group. */
const newId = (session: Session): string =>
  `{00000000-000E-0000-0001-${session.nextId().toString(16).toUpperCase().padStart(12, "0")}}`;

/** `Excel.ConditionalFormat` */
export class ConditionalFormat implements HostObject {
  readonly className = "ConditionalFormat";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
    private readonly state: ConditionalFormatState,
  ) {}

  get identity(): string {
    return this.state.id;
  }
  get id(): string {
    return this.state.id;
  }
  get type(): string {
    if (this.state.type === "Other") throw notImplemented("the kind of this conditional format");
    return this.state.type;
  }
  /** Its place in the order; the file's own numbers may have gaps. */
  get priority(): number {
    return this.sheet.conditionalFormats.indexOf(this.state);
  }
  set priority(given: unknown) {
    const priority = Number(given);
    const others = this.sheet.conditionalFormats.filter((format) => format !== this.state);
    if (!Number.isInteger(priority) || priority < 0) throw invalidArgument("A priority counts from 0");
    others.splice(priority, 0, this.state);
    others.forEach((format, index) => (format.priority = index + 1));
    this.sheet.conditionalFormats = others;
    this.sheet.edits.conditionalFormats = true;
  }
  get stopIfTrue(): boolean {
    return this.state.stopIfTrue;
  }
  set stopIfTrue(given: unknown) {
    this.state.stopIfTrue = given === true;
    this.sheet.edits.conditionalFormats = true;
  }
  get custom(): RuleOfFormat {
    return this.require("Custom");
  }
  get customOrNullObject(): RuleOfFormat | null {
    return this.as("Custom");
  }
  get cellValue(): RuleOfFormat {
    return this.require("CellValue");
  }
  get cellValueOrNullObject(): RuleOfFormat | null {
    return this.as("CellValue");
  }
  get textComparison(): RuleOfFormat {
    return this.require("ContainsText");
  }
  get textComparisonOrNullObject(): RuleOfFormat | null {
    return this.as("ContainsText");
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw invalidArgument("The conditional format has several ranges");
    return range;
  }
  getRangeOrNullObject(): Range | null {
    const [rect, ...more] = this.state.rects;
    return rect && more.length === 0 ? new Range(this.session, this.sheet, rect) : null;
  }
  getRanges(): RangeAreas {
    return new RangeAreas(this.session, this.sheet, this.state.rects);
  }
  delete(): void {
    this.session.requireWritable(this.sheet);
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((format) => format !== this.state);
    this.sheet.edits.conditionalFormats = true;
  }

  private as(type: ConditionalFormatState["type"]): RuleOfFormat | null {
    if (this.state.type !== type) return null;
    const corner = this.state.rects.reduce(bounding);
    return new RuleOfFormat(CLASSES[type] ?? "", this.sheet, this.state, corner);
  }
  private require(type: ConditionalFormatState["type"]): RuleOfFormat {
    const rule = this.as(type);
    if (!rule) throw itemNotFound(`a conditional format of the kind ${type}`);
    return rule;
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  Custom: "CustomConditionalFormat",
  CellValue: "CellValueConditionalFormat",
  ContainsText: "TextConditionalFormat",
};

/** The rule and the look of a conditional format: Custom-, CellValue- or TextConditionalFormat. */
class RuleOfFormat implements HostObject {
  constructor(
    readonly className: string,
    private readonly sheet: SheetState,
    private readonly state: ConditionalFormatState,
    private readonly corner: Area,
  ) {}

  get format(): FormatOfRule {
    return new FormatOfRule(this.sheet, this.state);
  }
  /** Custom: an object with a formula. Else a plain rule. */
  get rule(): CustomRule | Record<string, unknown> {
    return this.className === "CustomConditionalFormat"
      ? new CustomRule(this.sheet, this.state, this.corner)
      : { ...this.state.rule };
  }
  set rule(given: unknown) {
    const { operator, formula1, formula2, text } = given as Record<string, unknown>;
    if (this.className === "CellValueConditionalFormat") {
      const rule = { operator: oneOf(CELL_OPERATORS, operator), formula1: operand(formula1) };
      const second = formula2 === undefined || formula2 === null ? {} : { formula2: operand(formula2) };
      this.state.rule = { ...rule, ...second };
    } else this.state.rule = { operator: oneOf(TEXT_OPERATORS, operator), text: String(text ?? "") };
    this.sheet.edits.conditionalFormats = true;
  }
}

/** Numbers and formulas with "="; bare text is text. */
function operand(given: unknown): string {
  if (typeof given === "number") return `=${given}`;
  const text = String(given ?? "");
  if (text === "") throw invalidArgument("A rule on values needs a value to compare with");
  if (text.startsWith("=")) return text;
  return Number.isFinite(Number(text)) ? `=${text}` : `="${text.replaceAll('"', '""')}"`;
}

/** `Excel.ConditionalFormatRule` */
class CustomRule implements HostObject {
  readonly className = "ConditionalFormatRule";
  constructor(
    private readonly sheet: SheetState,
    private readonly state: ConditionalFormatState,
    protected readonly corner: Area,
  ) {}

  /** As for the upper left cell of its range. */
  get formula(): string {
    return this.state.rule.formula ?? "";
  }
  set formula(given: unknown) {
    const formula = String(given).startsWith("=") ? String(given) : `=${String(given)}`;
    checkFormula(formula);
    this.state.rule = { formula };
    this.sheet.edits.conditionalFormats = true;
  }
  get formulaLocal(): string {
    return this.formula;
  }
  set formulaLocal(given: unknown) {
    this.formula = given;
  }
}

/** `Excel.ConditionalRangeFormat` */
class FormatOfRule implements HostObject {
  readonly className = "ConditionalRangeFormat";
  constructor(
    private readonly sheet: SheetState,
    private readonly state: ConditionalFormatState,
  ) {}
  get fill(): FillOfRule {
    return new FillOfRule(this.sheet, this.state);
  }
  get font(): FontOfRule {
    return new FontOfRule(this.sheet, this.state);
  }
}

class FillOfRule implements HostObject {
  readonly className = "ConditionalRangeFill";
  constructor(
    private readonly sheet: SheetState,
    private readonly state: ConditionalFormatState,
  ) {}
  get color(): string {
    return this.state.format.fill ?? "";
  }
  set color(given: unknown) {
    this.set(colour(given));
  }
  clear(): void {
    this.set(null);
  }
  private set(fill: string | null): void {
    this.state.format = { ...this.state.format, fill };
    this.sheet.edits.conditionalFormats = true;
  }
}

class FontOfRule implements HostObject {
  readonly className = "ConditionalRangeFont";
  constructor(
    private readonly sheet: SheetState,
    private readonly state: ConditionalFormatState,
  ) {}
  get color(): string {
    return this.state.format.fontColor ?? "";
  }
  set color(given: unknown) {
    this.set({ fontColor: colour(given) });
  }
  get bold(): boolean | null {
    return this.state.format.bold;
  }
  set bold(given: unknown) {
    this.set({ bold: given === true });
  }
  clear(): void {
    this.set({ fontColor: null, bold: null });
  }
  private set(change: Partial<ConditionalFormatState["format"]>): void {
    this.state.format = { ...this.state.format, ...change };
    this.sheet.edits.conditionalFormats = true;
  }
}
