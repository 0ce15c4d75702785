import { absoluteReference, parseReference } from "../../../snapshot/addresses";
import type { NameState, SheetState } from "../../../workbook-file/book/book";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { wireValue } from "../cells/text";
import { checkFormula } from "../session/arguments";
import { isRange } from "../session/given-cells";
import type { Session } from "../session/session";
import { Range } from "./range";

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `Excel.NamedItemCollection` of the workbook (`sheet` null) or of one worksheet. */
export class Names implements HostObject {
  readonly className = "NamedItemCollection";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState | null,
  ) {}

  items(): NamedItem[] {
    return this.own().map((name) => new NamedItem(this.session, name));
  }
  getCount(): number {
    return this.own().length;
  }
  /** `reference` is a range or a formula's text; a plain value becomes a constant. */
  add(name: string, reference: unknown, comment?: string | null): NamedItem {
    if (isRange(reference)) {
      return this.addFormula(name, `=${absoluteReference(reference.sheet.name, reference.rect)}`, comment);
    }
    const text = String(reference ?? "");
    if (text === "") throw invalidArgument(`The name "${name}" needs something to stand for`);
    return this.addFormula(name, text.startsWith("=") ? text : constant(reference), comment);
  }
  addFormulaLocal(name: string, formula: string, comment?: string | null): NamedItem {
    return this.addFormula(name, formula.startsWith("=") ? formula : `=${formula}`, comment);
  }
  getItem(name: string): NamedItem {
    const item = this.getItemOrNullObject(name);
    if (!item) throw itemNotFound(`the name "${name}"`);
    return item;
  }
  getItemOrNullObject(key: string): NamedItem | null {
    const found = this.own().find((one) => one.id === key || sameName(one.name, key));
    return found ? new NamedItem(this.session, found) : null;
  }

  private own(): NameState[] {
    const scope = this.sheet?.id ?? null;
    return this.session.book.names.filter((name) => name.scope === scope);
  }
  private addFormula(name: string, formula: string, comment?: string | null): NamedItem {
    if (this.sheet) this.session.requireSheet(this.sheet);
    checkName(name);
    checkFormula(formula);
    if (this.own().some((one) => sameName(one.name, name))) throw itemAlreadyExists(`the name "${name}"`);
    const scope = this.sheet?.id ?? null;
    const id = `${scope ?? "workbook"}!${name}-${this.session.nextId()}`;
    const state: NameState = { id, name, scope, formula, visible: true, comment: comment ?? "" };
    this.session.book.names.push(state);
    this.session.book.namesEdited = true;
    return new NamedItem(this.session, state);
  }
}

/** `Excel.NamedItem` */
export class NamedItem implements HostObject {
  readonly className = "NamedItem";
  constructor(
    private readonly session: Session,
    private readonly state: NameState,
  ) {}

  get identity(): string {
    return this.state.id;
  }
  get name(): string {
    return this.state.name;
  }
  get formula(): string {
    return this.state.formula;
  }
  set formula(given: unknown) {
    const formula = String(given);
    checkFormula(formula);
    this.state.formula = formula;
    this.edited();
  }
  get visible(): boolean {
    return this.state.visible;
  }
  set visible(given: unknown) {
    this.state.visible = given === true;
    this.edited();
  }
  get comment(): string {
    return this.state.comment;
  }
  set comment(given: unknown) {
    this.state.comment = String(given);
    this.edited();
  }
  get scope(): string {
    return this.state.scope === null ? "Workbook" : "Worksheet";
  }
  get type(): string {
    const value = constantValue(this.state.formula);
    if (value === undefined) return this.getRangeOrNullObject() ? "Range" : "Error";
    return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
  }
  /** A range's address or a constant; a formula's result is not worked out. */
  get value(): unknown {
    const range = this.getRangeOrNullObject();
    if (range) return range.address;
    return constantValue(this.state.formula) ?? wireValue({ error: "#VALUE!" });
  }
  get worksheet(): HostObject {
    if (this.state.scope === null) throw invalidArgument(`The name "${this.state.name}" belongs to the workbook`);
    return this.session.make.worksheet(this.session, this.session.sheet(this.state.scope));
  }
  get worksheetOrNullObject(): HostObject | null {
    return this.state.scope === null ? null : this.worksheet;
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw invalidArgument(`The name "${this.state.name}" is no range`);
    return range;
  }
  getRangeOrNullObject(): Range | null {
    return rangeOf(this.session, this.state);
  }
  delete(): void {
    this.session.book.names = this.session.book.names.filter((name) => name !== this.state);
    this.edited();
  }
  private edited(): void {
    this.session.book.namesEdited = true;
  }
}

/** The range a name stands for, a sheet's own names before the workbook's. */
export function namedRange(session: Session, name: string, sheet: SheetState): Range | null {
  const all = session.book.names.filter((one) => sameName(one.name, name));
  const found = all.find((one) => one.scope === sheet.id) ?? all.find((one) => one.scope === null);
  return found ? rangeOf(session, found) : null;
}

function rangeOf(session: Session, { formula }: NameState): Range | null {
  const parsed = parseReference(formula);
  const sheet = parsed?.sheet ? session.sheetNamed(parsed.sheet) : undefined;
  return parsed && sheet ? new Range(session, sheet, parsed.area) : null;
}

const constant = (value: unknown): string =>
  typeof value === "string" ? `="${value.replaceAll('"', '""')}"` : `=${String(value)}`;

/** The value of `="text"`, `=12` or `=TRUE`; undefined for a formula that is no constant. */
function constantValue(formula: string): string | number | boolean | undefined {
  const text = /^="((?:[^"]|"")*)"$/s.exec(formula)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (/^=(true|false)$/i.test(formula)) return /^=true$/i.test(formula);
  return /^=-?[\d.]+(e[+-]?\d+)?$/i.test(formula) ? Number(formula.slice(1)) : undefined;
}

/** @throws InvalidArgument for what Excel does not take as a name: "A1", "R1C1", a space, over 255 characters. */
function checkName(name: string): void {
  const letters = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  const reference = parseReference(name) !== null || /^(r|c|r\d*c\d*)$/i.test(name);
  if (!letters || reference) throw invalidArgument(`"${name}" cannot be a name`);
}
