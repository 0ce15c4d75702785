import { getOrMake } from "../../collections/collect";
import type { Area, SheetSnapshot } from "../../snapshot/snapshot";

/** More blocks than this are no longer worth asking for one by one. */
const mostAreas = 20;

const known = new WeakMap<SheetSnapshot["formulas"], readonly Area[]>();

/** Where a sheet's formulas stand: blocks that hold nothing else, or all of its used range where they lie about in many places. */
export function formulaAreas(sheet: SheetSnapshot): readonly Area[] {
  let areas = known.get(sheet.formulas);
  if (areas === undefined) {
    areas = areasIn(sheet);
    known.set(sheet.formulas, areas);
  }
  return areas;
}

function areasIn({ used, formulas }: SheetSnapshot): readonly Area[] {
  if (used === null) return [];
  const areas: Area[] = [];
  for (const [column, runs] of runsDown(formulas)) {
    for (const run of runs) {
      const [top, bottom, left] = [used.top + run.top, used.top + run.bottom, used.left + column];
      const beside = areas.findIndex((each) => each.right === left - 1 && each.top === top && each.bottom === bottom);
      if (beside >= 0) areas[beside] = { ...areas[beside]!, right: left };
      else if (areas.push({ top, bottom, left, right: left }) > mostAreas) return [used];
    }
  }
  return areas;
}

interface Run {
  readonly top: number;
  bottom: number;
}

/** Formulas that stand one below the other, column by column. */
function runsDown(formulas: SheetSnapshot["formulas"]): [number, Run[]][] {
  const columns = new Map<number, Run[]>();
  for (const [row, cells] of formulas.entries()) {
    for (const [column, formula] of cells.entries()) {
      if (formula === null) continue;
      const runs = getOrMake(columns, column, () => []);
      const last = runs.at(-1);
      if (last?.bottom === row - 1) last.bottom = row;
      else runs.push({ top: row, bottom: row });
    }
  }
  return [...columns].sort(([a], [b]) => a - b);
}
