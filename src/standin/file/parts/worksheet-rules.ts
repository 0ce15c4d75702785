import { wordTable } from "../../../collections/word-table";
import { formulaToFile } from "../../../formula/file-formulas";
import { cellAddress, rangeAddress } from "../../../snapshot/addresses";
import type { ConditionalFormatState, ValidationState } from "../../../workbook-file/book/book";
import { sameData } from "../../../workbook-file/book/same-data";
import { CELL_OPERATORS, ruleId, TEXT_OPERATORS } from "../../../workbook-file/read/conditional-formats";
import { VALIDATION_ALERTS, VALIDATION_KINDS, VALIDATION_OPERATORS } from "../../../workbook-file/read/validations";
import { childSpans, PartEditor, withAttributes } from "../package/part-editor";
import { element, escapeXml, numberText } from "../package/xml-text";
import type { WorksheetWriting } from "./worksheet";

/** Words of the file by words of Office.js, from a table the other way round. */
const reversed = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  wordTable(Object.fromEntries(Object.entries(words).map(([file, office]) => [office, file])));

const cellOperators = reversed(CELL_OPERATORS);
const textOperators = reversed(TEXT_OPERATORS);
const operators = reversed(VALIDATION_OPERATORS);
const kinds = reversed(VALIDATION_KINDS);
const alerts = reversed(VALIDATION_ALERTS);

/** Rules that did not change are copied as they stand, so those we cannot read are kept. */
export function writeConditionalFormats(editor: PartEditor, { sheet, original, differential }: WorksheetWriting): void {
  const raw = new Map<string, string>();
  for (const block of editor.children.filter((span) => span.name === "conditionalFormatting")) {
    for (const rule of childSpans(editor.text, block.openEnd, block.closeStart)) {
      if (rule.name === "cfRule") raw.set(ruleId(raw.size), editor.text.slice(rule.start, rule.end));
    }
  }
  const before = new Map(original.conditionalFormats.map((each) => [each.id, each]));
  const same = (each: ConditionalFormatState) => {
    const old = before.get(each.id);
    return old !== undefined && sameData({ ...old, priority: 0, rects: [] }, { ...each, priority: 0, rects: [] });
  };
  const blocks = sheet.conditionalFormats.flatMap((each) => {
    const kept = same(each) ? raw.get(each.id) : undefined;
    const rule = kept ? withAttributes(kept, { priority: each.priority }) : ruleXml(each, differential);
    if (rule === null || each.rects.length === 0) return [];
    return `<conditionalFormatting sqref="${each.rects.map(rangeAddress).join(" ")}">${rule}</conditionalFormatting>`;
  });
  editor.set("conditionalFormatting", ...blocks);
}

function ruleXml(format: ConditionalFormatState, differential: WorksheetWriting["differential"]): string | null {
  const { rule } = format;
  const formula = (text: string | undefined) =>
    text === undefined || text === "" ? "" : `<formula>${escapeXml(formulaToFile(text))}</formula>`;
  const head = { dxfId: differential(format.format), priority: format.priority, stopIfTrue: format.stopIfTrue };
  switch (format.type) {
    case "Custom":
      return element("cfRule", { type: "expression", ...head }, formula(rule.formula));
    case "CellValue": {
      const operator = cellOperators[rule.operator ?? ""] ?? "equal";
      return element("cfRule", { type: "cellIs", ...head, operator }, formula(rule.formula1) + formula(rule.formula2));
    }
    case "ContainsText":
      return textRuleXml(format, head);
    default:
      return null;
  }
}

/** Excel keeps, beside the words, the formula that says the same for the first cell (18.3.1.10). */
function textRuleXml(
  { rule, rects }: ConditionalFormatState,
  head: Record<string, string | number | boolean>,
): string | null {
  const first = rects[0];
  const type = textOperators[rule.operator ?? "Contains"];
  if (!first || !type) return null;
  const cell = cellAddress(first.top, first.left);
  const text = rule.text ?? "";
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const formulas: Record<string, string> = {
    containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
    notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
    beginsWith: `LEFT(${cell},${text.length})=${quoted}`,
    endsWith: `RIGHT(${cell},${text.length})=${quoted}`,
  };
  const operator = type === "notContainsText" ? "notContains" : type;
  return element("cfRule", { type, ...head, operator, text }, `<formula>${escapeXml(formulas[type]!)}</formula>`);
}

/** Validations that did not change are copied as they stand. */
export function writeValidations(editor: PartEditor, { sheet, original }: WorksheetWriting): void {
  const raw = new Map<string, string>();
  const sources = editor.sourcesWithin("dataValidations");
  original.validations.forEach((each, index) => raw.set(JSON.stringify(each), sources[index] ?? ""));
  const written = sheet.validations
    .filter((each) => each.rects.length > 0)
    .map((each) => raw.get(JSON.stringify(each)) ?? validationXml(each))
    .filter((each) => each !== "");
  editor.set(
    "dataValidations",
    ...(written.length === 0 ? [] : [element("dataValidations", { count: written.length }, written.join(""))]),
  );
}

interface Comparison {
  formula1?: unknown;
  formula2?: unknown;
  operator?: unknown;
}

function validationXml({ rects, rule, prompt, errorAlert, ignoreBlanks }: ValidationState): string {
  const head = {
    allowBlank: ignoreBlanks,
    showInputMessage: prompt ? prompt.showPrompt : false,
    showErrorMessage: errorAlert ? errorAlert.showAlert : true,
    errorStyle: !errorAlert || errorAlert.style === "Stop" ? null : alerts[errorAlert.style],
    errorTitle: errorAlert?.title || null,
    error: errorAlert?.message || null,
    promptTitle: prompt ? prompt.title : null,
    prompt: prompt ? prompt.message : null,
    sqref: rects.map(rangeAddress).join(" "),
  };
  const formula = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
  if ("list" in rule) {
    const { source, inCellDropDown } = rule["list"] as { source?: unknown; inCellDropDown?: unknown };
    const text = String(source ?? "");
    const written = text.startsWith("=") ? formulaToFile(text) : `"${text.replaceAll('"', '""')}"`;
    const hidden = inCellDropDown === false;
    return element("dataValidation", { type: "list", showDropDown: hidden, ...head }, formula("formula1", written));
  }
  if ("custom" in rule) {
    const text = String((rule["custom"] as Comparison & { formula?: unknown }).formula ?? "");
    return element("dataValidation", { type: "custom", ...head }, formula("formula1", formulaToFile(text)));
  }
  const kind = Object.keys(rule).find((key) => key in kinds);
  if (!kind) return element("dataValidation", head);
  const { formula1, formula2, operator } = rule[kind] as Comparison;
  const words = operators[String(operator ?? "Between")];
  const operand = (value: unknown) => (typeof value === "number" ? numberText(value) : formulaToFile(String(value)));
  return element(
    "dataValidation",
    { type: kinds[kind], operator: words === "between" ? null : words, ...head },
    formula("formula1", operand(formula1 ?? 0)) +
      (formula2 === undefined || formula2 === null ? "" : formula("formula2", operand(formula2))),
  );
}
