import { rangeAddress } from "../../../snapshot/addresses";
import type { TableState } from "../../../workbook-file/book/book";
import { decodeEscapes } from "../../../workbook-file/package/xml";
import { PartEditor, withAttributes } from "../package/part-editor";
import { element, encodeText, escapeAttribute, XML_HEAD } from "../package/xml-text";

const ORDER = "autoFilter sortState tableColumns tableStyleInfo extLst".split(" ");

/** A table part made new. `number` is one no other table of the workbook has. */
export function tableXml(table: TableState, number: number, namespace: string): string {
  const columns = table.columns.map((name, index) => columnXml(name, index + 1)).join("");
  return (
    XML_HEAD +
    element(
      "table",
      {
        xmlns: namespace,
        id: number,
        name: table.name,
        displayName: table.name,
        ref: rangeAddress(table.rect),
        ...counts(table),
      },
      filterXml(table) + element("tableColumns", { count: table.columns.length }, columns) + styleXml(table),
    )
  );
}

/** A table part with what changed. Columns that keep their name keep all else they hold. */
export function editTable(text: string, table: TableState): string {
  const editor = new PartEditor(text, ORDER);
  const { headerRowCount = null, totalsRowCount = null } = counts(table);
  editor.setRootAttributes({
    name: table.name,
    displayName: table.name,
    ref: rangeAddress(table.rect),
    headerRowCount,
    totalsRowCount,
    totalsRowShown: totalsRowCount === null ? "0" : null,
  });
  const filter = editor.source("autoFilter");
  if (!table.showHeaders || !table.showFilterButton) editor.set("autoFilter", filterXml(table));
  else if (!filter) editor.set("autoFilter", filterXml(table));
  else editor.set("autoFilter", withAttributes(filter, { ref: filterRange(table) }));
  editor.set("sortState");
  editor.set("tableColumns", columnsXml(editor, table));
  editor.set("tableStyleInfo", ...[styleXml(table)].filter((each) => each !== ""));
  return editor.toString();
}

function columnsXml(editor: PartEditor, table: TableState): string {
  const known = new Map<string, string>();
  let highest = 0;
  for (const raw of editor.sourcesWithin("tableColumns")) {
    const open = raw.slice(0, raw.indexOf(">") + 1);
    known.set(columnName(open), raw);
    highest = Math.max(highest, Number(/\sid\s*=\s*["'](\d+)["']/.exec(open)?.[1] ?? 0));
  }
  const columns = table.columns.map((name) => known.get(name) ?? columnXml(name, ++highest));
  return element("tableColumns", { count: columns.length }, columns.join(""));
}

function columnName(open: string): string {
  const raw = /\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(open);
  const text = (raw?.[1] ?? raw?.[2] ?? "").replace(/&(#x?[0-9A-Fa-f]+|lt|gt|quot|apos|amp);/g, (_, code: string) =>
    code.startsWith("#x")
      ? String.fromCodePoint(parseInt(code.slice(2), 16))
      : code.startsWith("#")
        ? String.fromCodePoint(Number(code.slice(1)))
        : ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" } as Record<string, string>)[code]!,
  );
  return decodeEscapes(text);
}

function columnXml(name: string, id: number): string {
  const escaped = encodeText(name).replaceAll('"', "&quot;").replaceAll("\n", "_x000a_").replaceAll("\t", "&#9;");
  return `<tableColumn id="${id}" name="${escaped}"/>`;
}

function counts(table: TableState): Record<string, string | number> {
  return {
    ...(table.showHeaders ? {} : { headerRowCount: 0 }),
    ...(table.showTotals ? { totalsRowCount: 1 } : { totalsRowShown: 0 }),
  };
}

function filterRange(table: TableState): string {
  return rangeAddress({ ...table.rect, bottom: table.rect.bottom - (table.showTotals ? 1 : 0) });
}

/** The header's filter buttons. Without them Excel keeps no filter element. */
function filterXml(table: TableState): string {
  return table.showHeaders && table.showFilterButton
    ? `<autoFilter ref="${escapeAttribute(filterRange(table))}"/>`
    : "";
}

function styleXml(table: TableState): string {
  const shown = (on: boolean) => (on ? 1 : 0);
  return element("tableStyleInfo", {
    name: table.style === "" ? null : table.style,
    showFirstColumn: shown(table.highlightFirstColumn),
    showLastColumn: shown(table.highlightLastColumn),
    showRowStripes: shown(table.showBandedRows),
    showColumnStripes: shown(table.showBandedColumns),
  });
}
