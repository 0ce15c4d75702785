import type { ChartState, SheetState } from "../../model/state";
import type { Package } from "../package";
import type { Palette } from "./colors";

export function readCharts(_s: SheetState, _d: string | null, _p: Package, _c: Palette): ChartState[] {
  return [];
}
