import { wordTable } from "../../collections/word-table";
import { formulaFromFile } from "../../formula/file-formulas";
import { areasOnSheet } from "../book/on-sheet";
import type { ValidationState } from "../book/book";
import { child, children, flag, type XmlNode } from "../package/xml";

export const VALIDATION_OPERATORS: Readonly<Record<string, string>> = wordTable({
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
});
export const VALIDATION_KINDS: Readonly<Record<string, string>> = wordTable({
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
});
export const VALIDATION_ALERTS: Readonly<Record<string, string>> = wordTable({
  stop: "Stop",
  warning: "Warning",
  information: "Information",
});

/** Validations in the order of the part, as Office.js `DataValidationRule`. */
export function readValidations(node: XmlNode | undefined, sheet: string): ValidationState[] {
  return children(node, "dataValidation").map((each): ValidationState => {
    const { attributes } = each;
    return {
      rects: areasOnSheet(attributes["sqref"], "a rule for entries", sheet),
      rule: readRule(each),
      prompt:
        attributes["promptTitle"] === undefined && attributes["prompt"] === undefined
          ? null
          : {
              showPrompt: flag(attributes["showInputMessage"]),
              title: attributes["promptTitle"] ?? "",
              message: attributes["prompt"] ?? "",
            },
      errorAlert: {
        showAlert: flag(attributes["showErrorMessage"]),
        style: VALIDATION_ALERTS[attributes["errorStyle"] ?? "stop"] ?? "Stop",
        title: attributes["errorTitle"] ?? "",
        message: attributes["error"] ?? "",
      },
      ignoreBlanks: flag(attributes["allowBlank"]),
    };
  });
}

function readRule(node: XmlNode): Record<string, unknown> {
  const type = node.attributes["type"] ?? "none";
  const first = child(node, "formula1")?.text ?? "";
  const second = child(node, "formula2")?.text;
  if (type === "list") {
    const inline = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
    const source = inline === undefined ? formulaFromFile(first) : inline.replaceAll('""', '"');
    return { list: { inCellDropDown: !flag(node.attributes["showDropDown"]), source } };
  }
  if (type === "custom") return { custom: { formula: formulaFromFile(first) } };
  const kind = VALIDATION_KINDS[type];
  if (!kind) return {};
  const rule: Record<string, unknown> = {
    formula1: operand(first),
    operator: VALIDATION_OPERATORS[node.attributes["operator"] ?? "between"] ?? "Between",
  };
  if (second !== undefined && second !== "") rule["formula2"] = operand(second);
  return { [kind]: rule };
}

function operand(text: string): string | number {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : formulaFromFile(text);
}
