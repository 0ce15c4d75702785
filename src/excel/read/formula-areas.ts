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
  for (let column = used.left; column <= used.right; column++) {
    for (const { top, bottom } of runsDown(formulas, column - used.left, used.top)) {
      const beside = areas.findIndex((each) => each.right === column - 1 && each.top === top && each.bottom === bottom);
      if (beside >= 0) areas[beside] = { ...areas[beside]!, right: column };
      else if (areas.push({ top, bottom, left: column, right: column }) > mostAreas) return [used];
    }
  }
  return areas;
}

function runsDown(formulas: SheetSnapshot["formulas"], column: number, top: number): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const [row, cells] of formulas.entries()) {
    if ((cells[column] ?? null) === null) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.bottom === top + row - 1) last.bottom = top + row;
    else runs.push({ top: top + row, bottom: top + row });
  }
  return runs;
}
