/** Whether a base year's figure moved enough to ask for a new baseline (calculations.md section 5). */
export interface BaseYearChange {
  readonly old: number;
  readonly new: number;
  /** Of the old figure; null where that is 0. */
  readonly percent: number | null;
  /** True from the threshold on: a change of 5% or more, up or down. */
  readonly rebaseline: boolean;
}

/** Structure, method, factor or error ask for it (GHG Protocol, SBTi); growth does not. */
export function baseYearChange(old: number, now: number, thresholdPercent: number): BaseYearChange {
  const percent = old === 0 ? null : ((now - old) / Math.abs(old)) * 100;
  const moved = percent === null ? now !== 0 : Math.abs(percent) >= thresholdPercent - 1e-9;
  return { old, new: now, percent, rebaseline: moved };
}
