import { strToU8, unzipSync, zipSync } from "fflate";
import { cellKey } from "../../../src/snapshot/addresses";
import { emptySheet } from "../../../src/workbook-file/book/blank-book";
import type {
  AxisState,
  BookState,
  Cell,
  ChartState,
  Scalar,
  SheetState,
  TableState,
} from "../../../src/workbook-file/book/book";

/** Builds packages letter for letter, so that a test says what the file holds and no library decides. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const TYPES = {
  workbook: `${SPREADSHEET}.sheet.main+xml`,
  macroWorkbook: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  strings: `${SPREADSHEET}.sharedStrings+xml`,
  table: `${SPREADSHEET}.table+xml`,
  comments: `${SPREADSHEET}.comments+xml`,
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  calcChain: `${SPREADSHEET}.calcChain+xml`,
};

export type Parts = Record<string, string | Uint8Array>;

export function pack(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, typeof data === "string" ? strToU8(data) : data]),
    ),
  );
}

export function unpack(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, new TextDecoder().decode(data)]),
  );
}

export function relationships(...items: [id: string, type: string, target: string, external?: boolean][]): string {
  const rows = items.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`;
}

export function contentTypes(overrides: Record<string, string>): string {
  const rows = Object.entries(overrides).map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `${rows.join("")}</Types>`
  );
}

export const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0&quot; t&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>' +
  '<font><b/><sz val="14"/><color theme="4" tint="-0.249977111117893"/><name val="Arial"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor indexed="13"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FFFF0000"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1"><alignment horizontal="right" wrapText="1" textRotation="45"/></xf>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>';

export interface SheetSource {
  name: string;
  /** All of the worksheet's XML inside the root. */
  inside: string;
  state?: string;
  relationships?: string;
}

export interface WorkbookSource {
  sheets: SheetSource[];
  /** Inside `workbook`, before the sheets and after them. */
  before?: string;
  after?: string;
  strings?: string;
  /** Further parts, and the content types of those that need one. */
  parts?: Parts;
  types?: Record<string, string>;
  related?: [string, string, string][];
  workbookType?: string;
}

/** Parts of a workbook with these sheets, numbered from 1. */
export function workbookParts(source: WorkbookSource): Parts {
  const sheets = source.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const parts: Parts = {
    "[Content_Types].xml": contentTypes({
      "xl/workbook.xml": source.workbookType ?? TYPES.workbook,
      "xl/styles.xml": TYPES.styles,
      ...(source.strings ? { "xl/sharedStrings.xml": TYPES.strings } : {}),
      ...Object.fromEntries(source.sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, TYPES.worksheet])),
      ...source.types,
    }),
    "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${source.before ?? ""}<sheets>${sheets.join("")}</sheets>${source.after ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ...source.sheets.map((_, i): [string, string, string] => [
        `rId${i + 1}`,
        "worksheet",
        `worksheets/sheet${i + 1}.xml`,
      ]),
      ["rId98", "styles", "styles.xml"],
      ...(source.strings ? [["rId99", "sharedStrings", "sharedStrings.xml"] as [string, string, string]] : []),
      ...(source.related ?? []),
    ),
    "xl/styles.xml": STYLES,
  };
  if (source.strings) parts["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${source.strings}</sst>`;
  source.sheets.forEach(({ inside, relationships: related }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}</worksheet>`;
    if (related) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = related;
  });
  return { ...parts, ...source.parts };
}

export function workbook(source: WorkbookSource): Uint8Array {
  return pack(workbookParts(source));
}

/** A workbook with one sheet, "Data", of this XML. */
export function oneSheet(inside: string, more: Partial<WorkbookSource> = {}): Uint8Array {
  return workbook({ sheets: [{ name: "Data", inside }], ...more });
}

export function cellAt(book: BookState, sheet: number, row: number, column: number): Cell | undefined {
  return book.sheets[sheet]!.cells[row]?.[column];
}

/** Values of a sheet's used rows, null for empty cells. */
export function values(sheet: SheetState): Scalar[][] {
  return Array.from(sheet.cells, (row) => Array.from(row ?? [], (cell) => cell?.value ?? null));
}

/** A new sheet with these values, as the model would add it. */
export function addSheet(book: BookState, name: string, rows: Scalar[][]): SheetState {
  const sheet = emptySheet(`{0000000A-0001-0000-0000-${String(book.sheets.length).padStart(12, "0")}}`, name);
  sheet.cells = rows.map((row) => row.map((value) => ({ value, style: 0 })));
  book.sheets.push(sheet);
  return sheet;
}

/** Sets a cell and says so, as the model does. */
export function setCell(sheet: SheetState, row: number, column: number, cell: Cell | undefined): void {
  (sheet.cells[row] ??= [])[column] = cell;
  sheet.edits.values.add(cellKey(row, column));
}

export function table(name: string, columns: string[], bottom: number): TableState {
  return {
    id: `{${name}}`,
    name,
    rect: { top: 0, left: 0, bottom, right: columns.length - 1 },
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    columns,
    source: null,
  };
}

export const AXIS: AxisState = {
  visible: true,
  title: null,
  minimum: null,
  maximum: null,
  numberFormat: null,
  majorGridlines: false,
  reversed: false,
  fontSize: null,
  fontColor: null,
  titleSize: null,
  titleColor: null,
  labelEvery: null,
};

export function chart(name: string, type: string, sheet: string): ChartState {
  return {
    id: `{${name}}`,
    name,
    type,
    title: "Footprint against its path",
    titleSize: 14,
    titleColor: "#003087",
    legend: { visible: true, position: "Bottom", fontSize: null, fontColor: null },
    series: [
      {
        name: "Actual",
        nameRef: `${sheet}!$B$1`,
        categories: `${sheet}!$A$2:$A$4`,
        values: `${sheet}!$B$2:$B$4`,
        type: null,
        axisGroup: "Primary",
        color: "#005EB8",
        lineWeight: 2.25,
        lineStyle: null,
        markerStyle: null,
        markerSize: null,
        markerColor: null,
        smooth: false,
        labels: null,
      },
    ],
    category: { ...AXIS },
    value: { ...AXIS, majorGridlines: true, title: "tCO2e" },
    secondaryValue: null,
    left: 300,
    top: 45,
    width: 360,
    height: 225,
    source: null,
  };
}

/** A user's workbook whose parts are numbered with gaps, as after deleting in Excel. */
export function withTableAndChart(): Uint8Array {
  const c =
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const series = (index: number, name: string, letter: string, shape: string) =>
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${name}</c:v></c:tx><c:spPr>${shape}</c:spPr><c:val><c:numRef><c:f>Data!$${letter}$2:$${letter}$4</c:f></c:numRef></c:val></c:ser>`;
  const accent = '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr></a:solidFill>';
  return workbook({
    sheets: [
      {
        name: "Data",
        inside:
          `<sheetData>${'<row r="1"><c r="A1" t="inlineStr"><is><t>Year</t></is></c><c r="B1" t="inlineStr"><is><t>Gas</t></is></c></row><row r="2"><c r="B2"><v>5</v></c></row>'}</sheetData>` +
          '<drawing r:id="rId2"/><legacyDrawing r:id="rId4"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        relationships: relationships(
          ["rId1", "table", "../tables/table3.xml"],
          ["rId2", "drawing", "../drawings/drawing2.xml"],
          ["rId3", "comments", "../comments7.xml"],
          ["rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ),
      },
    ],
    types: {
      "xl/tables/table3.xml": TYPES.table,
      "xl/drawings/drawing2.xml": TYPES.drawing,
      "xl/charts/chart5.xml": TYPES.chart,
      "xl/comments7.xml": TYPES.comments,
    },
    parts: {
      "xl/tables/table3.xml": `<table xmlns="${MAIN}" id="8" name="Energy" displayName="Energy" ref="A1:B4" totalsRowShown="0"><autoFilter ref="A1:B4"/><tableColumns count="2"><tableColumn id="1" name="Year"/><tableColumn id="2" name="Gas"/></tableColumns><tableStyleInfo name="TableStyleLight9" showRowStripes="1"/></table>`,
      "xl/drawings/drawing2.xml":
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
        "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>209550</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="4" name="Gas chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
        `<a:graphic><a:graphicData uri="u"><c:chart ${c} xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
      "xl/drawings/_rels/drawing2.xml.rels": relationships(["rId1", "chart", "../charts/chart5.xml"]),
      "xl/charts/chart5.xml":
        `<c:chartSpace ${c}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Gas </a:t></a:r><a:r><a:t>used</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>` +
        `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>${series(0, "Gas", "B", accent)}<c:axId val="1"/><c:axId val="2"/></c:barChart>` +
        `<c:lineChart><c:grouping val="standard"/>${series(1, "Path", "C", '<a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:prstDash val="dash"/></a:ln>')}<c:axId val="3"/><c:axId val="4"/></c:lineChart>` +
        '<c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling><c:majorGridlines/><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:crossAx val="1"/></c:valAx>' +
        '<c:valAx><c:axId val="4"/><c:crossAx val="3"/></c:valAx><c:catAx><c:axId val="3"/><c:delete val="1"/><c:crossAx val="4"/></c:catAx></c:plotArea></c:chart></c:chartSpace>',
      "xl/comments7.xml": `<comments xmlns="${MAIN}"><authors><author>A</author></authors><commentList><comment ref="B2" authorId="0"><text><t>Meter read late</t></text></comment></commentList></comments>`,
      "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
    },
  });
}
