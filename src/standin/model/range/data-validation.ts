import { wordTable } from "../../../collections/word-table";
import { absoluteReference } from "../../../snapshot/addresses";
import { intersect, sameArea } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { SheetState, ValidationState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { cutValidations } from "../cells/clear";
import { isRange } from "../session/given-cells";
import type { Session } from "../session/session";

/** `DataValidationRule` has one of these, each with its own word for the type. */
const TYPES: Readonly<Record<string, string>> = wordTable({
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
});
/** Excel's limit for a list written into the rule. */
const MAX_LIST = 255;
const NO_PROMPT = { showPrompt: true, title: "", message: "" };
const USUAL_ALERT = { showAlert: true, style: "Stop", title: "", message: "" };

/** `Excel.DataValidation` of some cells. */
export class DataValidation implements HostObject {
  readonly className = "DataValidation";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
    private readonly rects: readonly Area[],
  ) {}

  get rule(): Record<string, unknown> | null {
    return this.only()?.rule ?? (this.touching().length === 0 ? {} : null);
  }
  set rule(given: unknown) {
    const rule = plainRule(given);
    this.replace((old) => ({ ...old, rule }));
  }
  get type(): string {
    const only = this.only();
    if (only) return TYPES[Object.keys(only.rule)[0] ?? ""] ?? "None";
    return this.touching().length === 0 ? "None" : "Inconsistent";
  }
  get prompt(): unknown {
    return this.only()?.prompt ?? NO_PROMPT;
  }
  set prompt(given: unknown) {
    const prompt = { ...NO_PROMPT, ...(given as Partial<typeof NO_PROMPT>) };
    this.replace((old) => ({ ...old, prompt }));
  }
  get errorAlert(): unknown {
    return this.only()?.errorAlert ?? USUAL_ALERT;
  }
  set errorAlert(given: unknown) {
    const errorAlert = { ...USUAL_ALERT, ...(given as Partial<typeof USUAL_ALERT>) };
    this.replace((old) => ({ ...old, errorAlert }));
  }
  get ignoreBlanks(): boolean {
    return this.only()?.ignoreBlanks ?? true;
  }
  set ignoreBlanks(given: unknown) {
    this.replace((old) => ({ ...old, ignoreBlanks: given === true }));
  }
  clear(): void {
    this.session.requireWritable(this.sheet);
    for (const rect of this.rects) cutValidations(this.sheet, rect);
  }

  private touching(): ValidationState[] {
    return this.sheet.validations.filter((one) =>
      one.rects.some((rect) => this.rects.some((own) => intersect(own, rect))),
    );
  }
  /** The one validation of all these cells. */
  private only(): ValidationState | null {
    const [one, ...more] = this.touching();
    if (!one || more.length > 0) return null;
    const covers = this.rects.every((own) =>
      one.rects.some((rect) => {
        const common = intersect(own, rect);
        return common !== null && sameArea(common, own);
      }),
    );
    return covers ? one : null;
  }
  /** The cells get a validation of their own; the rest of an older one stays. */
  private replace(change: (old: ValidationState) => ValidationState): void {
    this.session.requireWritable(this.sheet);
    const rects = this.rects.map((rect) => ({ ...rect }));
    const old = this.only() ?? { rule: {}, prompt: null, errorAlert: { ...USUAL_ALERT }, ignoreBlanks: true };
    for (const rect of rects) cutValidations(this.sheet, rect);
    this.sheet.validations.push(change({ ...old, rects }));
    this.sheet.edits.validations = true;
  }
}

/** The rule as plain data: a range as the source of a list becomes its reference. */
function plainRule(given: unknown): Record<string, unknown> {
  if (typeof given !== "object" || given === null) throw invalidArgument("A validation rule is an object");
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  const [kind, rule] = entries[0] ?? [];
  if (entries.length !== 1 || kind === undefined || !(kind in TYPES)) {
    throw invalidArgument(`A validation rule is one of ${Object.keys(TYPES).join(", ")}`);
  }
  if (kind !== "list") return { [kind]: rule };
  const { source, inCellDropDown = true } = rule as { source?: unknown; inCellDropDown?: unknown };
  const text = isRange(source) ? `=${absoluteReference(source.sheet.name, source.rect)}` : String(source ?? "");
  if (text === "" || (!text.startsWith("=") && text.length > MAX_LIST)) {
    throw invalidArgument(`A list has 1 to ${MAX_LIST} characters, or is a range`);
  }
  return { list: { inCellDropDown, source: text } };
}
