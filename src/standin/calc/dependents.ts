import type { Area } from "../../snapshot/snapshot";
import type { Precedent } from "./translate";

/** Rows of a sheet as a binary tree: a column of any length is at most 40 nodes, a cell lies under 21. */
const levels = 21;

/** One range read by formulas; formulas that read the same range share it. */
interface RangeNode {
  readonly formulas: number[];
  /** Tree nodes the range is made of. */
  readonly parts: TreeNode[];
  waiting: number;
  level: number;
}

interface TreeNode {
  readonly ranges: RangeNode[];
  /** Cells below it that are to be calculated and are not yet placed. */
  waiting: number;
  level: number;
}

const nodeKey = (column: number, level: number, index: number): number =>
  (column * levels + level) * 2 ** levels + index;

interface SheetIndex {
  readonly nodes: Map<number, TreeNode>;
  readonly ranges: Map<string, RangeNode>;
}

/** A formula's own cell, by sheet id. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** How far a sheet is used: ranges are followed no further. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Which formulas read which cells. Everything here is linear in the formulas and cells touched, but for the
 * logarithm of the sheet's height: a sheet of running totals does not cost its square.
 */
export class Dependents {
  readonly #sheets = new Map<string, SheetIndex>();

  constructor(
    private readonly cells: readonly FormulaCell[],
    precedents: (formula: number) => readonly Precedent[],
    private readonly extent: (sheet: string) => Extent,
  ) {
    cells.forEach((_, formula) => {
      for (const { sheet, rect } of precedents(formula)) this.add(sheet.id, rect, formula);
    });
  }

  /** Formulas that read any of these cells, directly or through others, and those given, once each. */
  reach(roots: readonly number[], cells: Iterable<FormulaCell>): Set<number> {
    const found = new Set<number>(roots);
    const seen = new Set<RangeNode>();
    const queue: number[] = [...roots];
    const visit = (cell: FormulaCell) => {
      for (const node of this.above(cell)) {
        for (const range of node.ranges) {
          if (seen.has(range)) continue;
          seen.add(range);
          for (const formula of range.formulas) {
            if (found.has(formula)) continue;
            found.add(formula);
            queue.push(formula);
          }
        }
      }
    };
    for (const cell of cells) visit(cell);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) visit(this.cell(next));
    return found;
  }

  /**
   * Puts formulas in an order in which each comes after those it reads.
   * @returns their level (0 reads none of the others); a formula in a circle, or behind one, is absent.
   */
  order(formulas: ReadonlySet<number>): Map<number, number> {
    const { waiting, ranges } = this.countWaiting(formulas);
    const level = new Map<number, number>();
    const ready = [...formulas].filter((formula) => (waiting.get(formula) ?? 0) === 0);
    const depth = new Map<number, number>();
    for (let i = 0; i < ready.length; i++) {
      const formula = ready[i] as number;
      const own = depth.get(formula) ?? 0;
      level.set(formula, own);
      this.release(formula, own, ranges, (reader, at) => {
        depth.set(reader, Math.max(depth.get(reader) ?? 0, at));
        const left = (waiting.get(reader) ?? 0) - 1;
        waiting.set(reader, left);
        if (left === 0) ready.push(reader);
      });
    }
    return level;
  }

  /** How many ranges each formula waits for, and how many cells and nodes each range and node. */
  private countWaiting(formulas: ReadonlySet<number>) {
    const touched = new Set<TreeNode>();
    for (const formula of formulas) {
      for (const node of this.above(this.cell(formula))) {
        if (!touched.has(node)) Object.assign(node, { waiting: 0, level: 0 });
        touched.add(node);
        node.waiting++;
      }
    }
    const ranges = new Set<RangeNode>();
    for (const node of touched) for (const range of node.ranges) ranges.add(range);
    const waiting = new Map<number, number>();
    for (const range of ranges) {
      range.level = 0;
      range.waiting = range.parts.filter((part) => touched.has(part)).length;
      for (const reader of range.formulas) {
        if (formulas.has(reader)) waiting.set(reader, (waiting.get(reader) ?? 0) + 1);
      }
    }
    return { waiting, ranges };
  }

  private release(
    formula: number,
    own: number,
    ranges: ReadonlySet<RangeNode>,
    done: (reader: number, level: number) => void,
  ): void {
    for (const node of this.above(this.cell(formula))) {
      node.level = Math.max(node.level, own + 1);
      if (--node.waiting > 0) continue;
      for (const range of node.ranges) {
        range.level = Math.max(range.level, node.level);
        if (--range.waiting > 0 || !ranges.has(range)) continue;
        for (const reader of range.formulas) done(reader, range.level);
      }
    }
  }

  private cell(formula: number): FormulaCell {
    return this.cells[formula] as FormulaCell;
  }

  private *above(cell: FormulaCell): Generator<TreeNode> {
    const nodes = this.#sheets.get(cell.sheet)?.nodes;
    if (!nodes) return;
    for (let level = 0, index = cell.row; level < levels; level++, index >>= 1) {
      const node = nodes.get(nodeKey(cell.column, level, index));
      if (node) yield node;
    }
  }

  private add(sheet: string, rect: Area, formula: number): void {
    let index = this.#sheets.get(sheet);
    if (!index) this.#sheets.set(sheet, (index = { nodes: new Map(), ranges: new Map() }));
    const name = `${rect.top}:${rect.left}:${rect.bottom}:${rect.right}`;
    let range = index.ranges.get(name);
    if (!range) {
      range = { formulas: [], parts: [], waiting: 0, level: 0 };
      index.ranges.set(name, range);
      const { rows, columns } = this.extent(sheet);
      const bottom = Math.min(rect.bottom, Math.max(rows - 1, rect.top));
      const right = Math.min(rect.right, Math.max(columns - 1, rect.left));
      for (let column = rect.left; column <= right; column++) {
        for (const [level, at] of segments(rect.top, bottom)) join(index.nodes, nodeKey(column, level, at), range);
      }
    }
    if (range.formulas.at(-1) !== formula) range.formulas.push(formula);
  }
}

function join(nodes: Map<number, TreeNode>, key: number, range: RangeNode): void {
  let node = nodes.get(key);
  if (!node) nodes.set(key, (node = { ranges: [], waiting: 0, level: 0 }));
  node.ranges.push(range);
  range.parts.push(node);
}

/** The fewest nodes that make up the rows from `top` to `bottom`, as level and index. */
function* segments(top: number, bottom: number): Generator<[number, number]> {
  let low = top;
  let high = bottom + 1;
  for (let level = 0; low < high; level++, low >>= 1, high >>= 1) {
    if (low & 1) yield [level, low++];
    if (high & 1) yield [level, --high];
  }
}
