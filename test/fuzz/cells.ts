import { letters, pick, type Random } from "../bench/book";
import { below, escaped, pickPart, setText, textOf, type Parts } from "./package";
import {
  hostileFormats,
  hostileFormulas,
  hostileNumbers,
  hostileTabs,
  hostileTexts,
  longTexts,
  MARKER,
} from "./hostile";

/** Changes of what a workbook's cells hold, as a person or a program might make them. */

/** One change of a package; null where the workbook has nothing it could change. */
export type Change = (parts: Parts, random: Random) => string | null;
/** Changes by name: a name can be left out of a run. */
export type Changes = Readonly<Record<string, Change>>;

const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/i;
const CELL = /<c(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g;
const ROW = /<row(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g;

/** Puts something in the place of one match of a pattern in one of the parts. */
function replaceOne(
  parts: Parts,
  random: Random,
  where: RegExp,
  pattern: RegExp,
  made: (found: string, part: string) => string,
): string | null {
  const part = pickPart(random, parts, where);
  if (part === null) return null;
  const text = textOf(parts, part);
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return null;
  const match = pick(random, matches);
  setText(parts, part, text.slice(0, match.index) + made(match[0], part) + text.slice(match.index + match[0].length));
  return part;
}

const attribute = (element: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? null;

function cellWith(parts: Parts, random: Random, made: (at: string, style: string) => string): string | null {
  let where = "";
  const part = replaceOne(parts, random, SHEETS, CELL, (found) => {
    where = attribute(found, "r") ?? "A1";
    const style = attribute(found, "s");
    return made(where, style === null ? "" : ` s="${style}"`);
  });
  return part && `${part} ${where}`;
}

const textCell = (at: string, style: string, text: string): string =>
  `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Puts more into the sheet's rows, after those it has. */
function append(parts: Parts, random: Random, rows: string): string | null {
  const part = pickPart(random, parts, SHEETS);
  if (part === null) return null;
  const text = textOf(parts, part);
  if (!text.includes("</sheetData>")) return null;
  setText(
    parts,
    part,
    text.replace("</sheetData>", () => `${rows}</sheetData>`),
  );
  return part;
}

const oneCell = (row: number, column: number, inside = "<v>1</v>"): string =>
  `<row r="${row}"><c r="${letters(column)}${row}">${inside}</c></row>`;

export const cellChanges: Changes = {
  "a text": (parts, random) => {
    const text = pick(random, hostileTexts);
    const at = cellWith(parts, random, (cell, style) => textCell(cell, style, text));
    return at && `${at}: ${JSON.stringify(text)}`;
  },
  "a text put before a label": (parts, random) => {
    const text = pick(random, hostileTexts);
    const at = replaceOne(parts, random, SHEETS, /<t(?:\s[^>]*)?>[^<]+<\/t>/g, (found) =>
      found.replace(/>/, () => `>${escaped(text)} `),
    );
    return at && `${at}: ${JSON.stringify(text)}`;
  },
  "a number": (parts, random) => {
    const number = pick(random, hostileNumbers);
    const at = cellWith(parts, random, (cell, style) => `<c r="${cell}"${style}><v>${number}</v></c>`);
    return at && `${at}: ${number}`;
  },
  "a figure made larger": (parts, random) => {
    const power = below(random, 30) - 10;
    return replaceOne(parts, random, SHEETS, /<v>[-\d.]+<\/v>/g, (found) =>
      found.replace("</v>", () => `e${power}</v>`),
    );
  },
  "a cell of another type": (parts, random) => {
    const type = pick(random, ["b", "e", "n", "s", "str", "inlineStr", "d", "", "x"]);
    const value = pick(random, [...hostileNumbers, "#REF!", "2024-02-30T00:00:00Z", "#zz", "abc"]);
    const at = cellWith(parts, random, (cell, style) => `<c r="${cell}"${style} t="${type}"><v>${value}</v></c>`);
    return at && `${at}: ${type} ${value}`;
  },
  "a formula": (parts, random) => {
    const formula = pick(random, hostileFormulas);
    const value = pick(random, ["", "<v>1</v>", "<v>NaN</v>", "<v>#REF!</v>"]);
    const at = cellWith(
      parts,
      random,
      (cell, style) => `<c r="${cell}"${style}><f>${escaped(formula(cell))}</f>${value}</c>`,
    );
    return at && `${at}: ${formula("self").slice(0, 60)}`;
  },
  "a formula of another kind": (parts, random) => {
    const kind = pick(random, [
      't="shared" si="0"',
      't="shared" ref="A1:B2" si="99999999"',
      't="array" ref="A1:XFD1048576"',
      't="array" ref="bad"',
      't="dataTable" ref="A1:B9" r1="A1" dt2D="1"',
      't="zz" ca="1"',
    ]);
    const at = cellWith(parts, random, (cell, style) => `<c r="${cell}"${style}><f ${kind}>${cell}+1</f><v>1</v></c>`);
    return at && `${at}: ${kind}`;
  },
  "a long text": (parts, random) => {
    const length = pick(random, [300, 4_000, 32_767, 40_000]);
    const text = pick(random, longTexts)(length);
    const at = cellWith(parts, random, (cell, style) => textCell(cell, style, text));
    return at && `${at}: ${length} letters of ${JSON.stringify(text.slice(0, 10))}`;
  },
  "a format of another cell": (parts, random) => {
    const style = pick(random, ["0", "1", "5", "9", "999999", "-1", "x"]);
    return replaceOne(parts, random, SHEETS, /<c(?=[\s/>])[^>]*/g, (found) =>
      found.replace(/ s="[^"]*"/, ` s="${style}"`),
    );
  },
  "a number format": (parts, random) => {
    const code = pick(random, hostileFormats);
    const at = replaceOne(
      parts,
      random,
      /^xl\/styles\.xml$/i,
      /formatCode="[^"]*"/g,
      () => `formatCode="${escaped(code)}"`,
    );
    return at && `${at}: ${JSON.stringify(code)}`;
  },
  "a shared string": (parts, random) => {
    const text = pick(random, hostileTexts);
    return replaceOne(
      parts,
      random,
      /^xl\/sharedStrings\.xml$/i,
      /<t(?:\s[^>]*)?>[^<]*<\/t>/g,
      () => `<t>${escaped(text)}</t>`,
    );
  },
  "a cell at another place": (parts, random) => {
    const place = pick(random, ["A1", "XFD1", "B2", "", "1A", "A0", "ZZZZ1", "A1:B2", "$A$1"]);
    return replaceOne(parts, random, SHEETS, /<c(?=[\s/>])[^>]*/g, (found) =>
      found.replace(/ r="[^"]*"/, ` r="${place}"`),
    );
  },
  "two cells exchanged": (parts, random) => {
    const part = pickPart(random, parts, SHEETS);
    if (part === null) return null;
    const inside = [...textOf(parts, part).matchAll(/<is>[\s\S]*?<\/is>|<v>[^<]*<\/v>/g)].map(([found]) => found);
    if (inside.length < 2) return null;
    const [one, other] = [pick(random, inside), pick(random, inside)];
    setText(
      parts,
      part,
      textOf(parts, part).replace(one, () => other),
    );
    return part;
  },
  "a row left out": (parts, random) => replaceOne(parts, random, SHEETS, ROW, () => ""),
  "a row twice": (parts, random) => replaceOne(parts, random, SHEETS, ROW, (found) => found + found),
  "a row with another number": (parts, random) => {
    const number = pick(random, ["0", "1", "-5", "x", "7"]);
    return replaceOne(parts, random, SHEETS, /<row(?=[\s/>])[^>]*/g, (found) =>
      found.replace(/ r="[^"]*"/, ` r="${number}"`),
    );
  },
  "hidden rows": (parts, random) =>
    replaceOne(parts, random, SHEETS, /<row(?=[\s/>])[^>/]*/g, (found) => `${found} hidden="1"`),
  "columns hidden or wide": (parts, random) => {
    const [first, last] = pick(random, [
      ["1", "3"],
      ["2", "16384"],
      ["0", "1"],
      ["5", "1"],
      ["1", "99999999"],
    ] as const);
    return replaceOne(parts, random, SHEETS, /<sheetData/g, (found) => {
      return `<cols><col min="${first}" max="${last}" hidden="1" width="1e9"/></cols>${found}`;
    });
  },
  "merged cells": (parts, random) => {
    const area = pick(random, ["A1:C3", "A1:XFD1048576", "B2:A1", "x", "A1:A1"]);
    return replaceOne(parts, random, SHEETS, /<\/sheetData>/g, (found) => {
      return `${found}<mergeCells><mergeCell ref="${area}"/><mergeCell ref="A2:B9"/></mergeCells>`;
    });
  },
  "a stray cell nearby": (parts, random) =>
    append(parts, random, oneCell(200 + below(random, 2_000), below(random, 60))),
  "a far cell": (parts, random) => {
    const row = pick(random, [20_000, 130_000, 700_000, 1_048_576]);
    const column = pick(random, [0, 5, 700, 16_383]);
    const at = append(parts, random, oneCell(row, column));
    return at && `${at} ${letters(column)}${row}`;
  },
  "a cell beyond the grid": (parts, random) => {
    const [row, column] = pick(random, [
      [1_048_577, 0],
      [3, 16_384],
      [4_294_967_297, 2],
      [0, 0],
    ] as const);
    const at = append(parts, random, oneCell(row, column));
    return at && `${at} ${letters(column)}${row}`;
  },
  "many rows of one text": (parts, random) => {
    const count = pick(random, [500, 3_000]);
    const text = pick(random, ["see above", "Gas", "2022/23", "12", ""]);
    const rows = Array.from(
      { length: count },
      (_, at) => `<row r="${at + 500}">${textCell(`A${at + 500}`, "", text)}</row>`,
    );
    const at = append(parts, random, rows.join(""));
    return at && `${at}: ${count} rows`;
  },
  "a tab's name": (parts, random) => {
    const name = pick(random, hostileTabs);
    const at = replaceOne(parts, random, /^xl\/workbook\.xml$/i, /<sheet(?=\s)[^>]*/g, (found) =>
      found.replace(/ name="[^"]*"/, ` name="${escaped(name).replaceAll("$", "$$$$")}"`),
    );
    return at && `${JSON.stringify(name.slice(0, 40))}`;
  },
  "a defined name": (parts, random) => {
    const name = pick(random, ["__proto__", "_greenplan", "Print_Area", "_xlnm._FilterDatabase", "A1", "x y", ""]);
    const to = pick(random, ["Nobody!$A$1", "#REF!", `"${MARKER}"`, '"board-report|1||Board Report"', "1/0", ""]);
    const scope = pick(random, ["", ' localSheetId="0"', ' localSheetId="99"']);
    const made = `<definedName name="${name}"${scope}>${escaped(to)}</definedName>`;
    return replaceOne(parts, random, /^xl\/workbook\.xml$/i, /<\/sheets>(?:\s*<definedNames>)?/g, (found) =>
      found.includes("definedNames") ? `${found}${made}` : `${found}<definedNames>${made}</definedNames>`,
    );
  },
  "a sheet hidden": (parts, random) => {
    const state = pick(random, ["hidden", "veryHidden", "zz"]);
    return replaceOne(
      parts,
      random,
      /^xl\/workbook\.xml$/i,
      /<sheet(?=\s)[^>]*?(?=\/?>)/g,
      (found) => `${found} state="${state}"`,
    );
  },
  "a table's area": (parts, random) => {
    const area = pick(random, ["A1:B2", "A1:A1", "XFD1:XFD9", "A1:XFD1048576", "x"]);
    return replaceOne(parts, random, /^xl\/tables\//i, / ref="[^"]*"/g, () => ` ref="${area}"`);
  },
  "a table's heading": (parts, random) => {
    const text = pick(random, hostileTexts);
    return replaceOne(parts, random, /^xl\/tables\//i, /<tableColumn [^>]*?(?=\/?>)/g, (found) =>
      found.replace(/ name="[^"]*"/, () => ` name="${escaped(text)}"`),
    );
  },
};
