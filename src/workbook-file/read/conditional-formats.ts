import { wordTable } from "../../collections/word-table";
import { formulaFromFile } from "../../formula/file-formulas";
import { areasOnSheet } from "../book/on-sheet";
import type { ConditionalFormatState } from "../book/book";
import { children, flag, number, type XmlNode } from "../package/xml";
import type { DifferentialFormat } from "./styles";

export const CELL_OPERATORS: Readonly<Record<string, string>> = wordTable({
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
});
export const TEXT_OPERATORS: Readonly<Record<string, string>> = wordTable({
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
});
const TYPES: Readonly<Record<string, ConditionalFormatState["type"]>> = wordTable({
  expression: "Custom",
  cellIs: "CellValue",
  dataBar: "DataBar",
  colorScale: "ColorScale",
  iconSet: "IconSet",
});

/** Conditional formats in the order of their priority. The n-th rule of the part has the id of n. */
export function readConditionalFormats(
  around: XmlNode,
  differentials: readonly DifferentialFormat[],
  sheet: string,
): ConditionalFormatState[] {
  const formats: ConditionalFormatState[] = [];
  for (const block of children(around, "conditionalFormatting")) {
    const rects = areasOnSheet(block.attributes["sqref"], "a format by rule", sheet);
    for (const rule of children(block, "cfRule")) {
      formats.push({
        ...readRule(rule, differentials),
        id: ruleId(formats.length),
        rects: rects.map((r) => ({ ...r })),
      });
    }
  }
  return formats.sort((a, b) => a.priority - b.priority);
}

export function ruleId(index: number): string {
  return `{00000000-000E-0000-0000-${index.toString(16).toUpperCase().padStart(12, "0")}}`;
}

function readRule(
  node: XmlNode,
  differentials: readonly DifferentialFormat[],
): Omit<ConditionalFormatState, "id" | "rects"> {
  const { attributes } = node;
  const type = attributes["type"] ?? "";
  const textOperator = TEXT_OPERATORS[type];
  const format = attributes["dxfId"] === undefined ? undefined : differentials[Number(attributes["dxfId"])];
  return {
    type: textOperator ? "ContainsText" : (TYPES[type] ?? "Other"),
    priority: number(attributes["priority"]) ?? 0,
    stopIfTrue: flag(attributes["stopIfTrue"]),
    rule: readCondition(node, type, textOperator),
    format: format ? { ...format } : { fill: null, fontColor: null, bold: null },
  };
}

function readCondition(node: XmlNode, type: string, textOperator: string | undefined): ConditionalFormatState["rule"] {
  const formulas = children(node, "formula").map((each) => formulaFromFile(each.text));
  if (textOperator) return { operator: textOperator, text: node.attributes["text"] ?? "" };
  if (type === "expression") return { formula: formulas[0] ?? "" };
  if (type !== "cellIs") return {};
  const operator = CELL_OPERATORS[node.attributes["operator"] ?? ""] ?? "EqualTo";
  const rule: ConditionalFormatState["rule"] = { operator, formula1: formulas[0] ?? "" };
  if (formulas[1] !== undefined) rule.formula2 = formulas[1];
  return rule;
}
