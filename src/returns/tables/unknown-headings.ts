import { fold } from "../words/text";
import { contextPairs } from "./context-pairs";
import type { SheetGrid } from "./grid";
import { isKeyHeading, namesMetric } from "./headers";
import type { Run } from "./run";

const longestHeading = 90;
const rowsLookedAt = 12;

/**
 * Whether a row of words that need not be known heads the rows right below it, told by shape alone:
 * each of its cells is words, and under at least one of them stand numbers with words beside them.
 * "Supplier | Invoices missing" over "Gas | 3": without it the 3 would be taken for gas.
 *
 * @param isFree whether no table is open in its columns, where a row of words may be one of answers.
 */
export function headsByShape(grid: SheetGrid, run: Run, below: readonly number[], isFree: boolean): boolean {
  const { row, columns } = run;
  if (!areNames(grid, run) || contextPairs(grid, run).length > 0) return false;
  const block = blockBelow(grid, row, below);
  const [first] = block;
  if (first === undefined || (namesMetric(grid, row, run) && namesMetric(grid, first, run))) return false;
  const numbered = columns.filter((column) => block.some((each) => grid.isFigure(each, column)));
  const areFigures = numbered.every((column) => block.every((each) => !isWords(grid, each, column)));
  const isAlone = grid.cells(row).length === columns.length;
  const named = grid
    .cells(first)
    .filter((column) => (isAlone || columns.includes(column)) && isWords(grid, first, column));
  const areHeaded = block.every((each) =>
    grid.cells(each).every((column) => column < columns[0] || columns.includes(column)),
  );
  if (numbered.length === 0 || !areFigures || named.length === 0 || !areHeaded) return false;
  if (columns.length === 1) return block.length > 1 && named.some((column) => column < columns[0]);
  if (columns.length > 2 && isFree) return true;
  return isKeyHeading(grid, row, columns[0]) || ((block.length > 1 || columns.length > 2) && !isLineOfForm(grid, run));
}

/** Words that may be headings: each short, none a figure, no two alike as the answers of a row may be. */
function areNames(grid: SheetGrid, { row, columns }: Run): boolean {
  const texts = columns.map((column) => fold(grid.text(row, column)));
  const areWords = columns.every((column) => isWords(grid, row, column));
  const areShort = columns.every((column) => {
    const text = grid.text(row, column);
    return text.length <= longestHeading && !text.endsWith(":");
  });
  return areWords && areShort && new Set(texts).size === texts.length;
}

function isWords(grid: SheetGrid, row: number, column: number): boolean {
  const look = grid.look(row, column);
  return (look === "text" || look === "signal") && typeof grid.value(row, column) === "string";
}

/** The rows right below, up to a blank row or one of a single cell. */
function blockBelow(grid: SheetGrid, row: number, below: readonly number[]): number[] {
  const block: number[] = [];
  for (const each of below.slice(0, rowsLookedAt)) {
    if (each !== row + block.length + 1 || grid.cells(each).length < 2) break;
    block.push(each);
  }
  return block;
}

/** What the first cell of a form's line says where the second says who or when: "Contact | J Smith", "Completed by | Estates". */
const ofForms =
  /\b(?:names?|contacts?|by|e ?mail|tel|telephone|phone|job|role|title|address|version|department|lead|manager|director|owner|date|dated|signed|signature|status|to)\b|(?<=\w )(?:supplier|provider|tariff|source|heating)\b/;

/** "UHL | Energy return": a title in two cells. */
const ofTitles = /\b(?:return|report|submission|summary)\b/;

function isLineOfForm(grid: SheetGrid, { row, columns }: Run): boolean {
  const [first, ...others] = columns.map((column) => fold(grid.text(row, column)));
  return ofForms.test(first ?? "") || others.some((text) => ofTitles.test(text));
}
