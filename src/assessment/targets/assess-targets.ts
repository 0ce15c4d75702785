import type { IsoDate } from "../../plan/time/periods";
import type { Pack } from "../../plan/schema";
import type { ReturnReading, Total } from "../../returns/observation";
import type { Finding } from "../../validation/finding";
import type { Assessment } from "../assessment";
import type { Decision } from "../../decisions/decisions";
import { assessSeries } from "./assess-series";
import { gather } from "./gather";

export interface AssessInput {
  readonly totals: readonly Total[];
  readonly reading: ReturnReading;
  readonly pack: Pack;
  /** The reporting date: later figures are not looked at. */
  readonly asOf: IsoDate;
  /** While an error stands against a series, its assurance is "?" at most. */
  readonly findings?: readonly Finding[];
  /** Leaves 2020/21 and 2021/22 out of projections. */
  readonly leaveOutPandemic?: boolean;
  /** Draws control limits without screening moving ranges, as the Making Data Count Excel tool does. */
  readonly matchMdcTool?: boolean;
  /** What people decided of baselines, own targets and control limits, in the order recorded. */
  readonly decisions?: readonly Decision[];
  /** The id of an alternative reading of targets; where a target has none by that name, the plan's own stays. */
  readonly basis?: string;
}

/**
 * Each metric that has a target, of each organisation, in each period with an actual by the
 * reporting date, and one grey row where the last due figure is missing (cli-contract
 * "Assessment"). In the order of the plan's targets, then organisations, then periods; the order
 * of the input makes no difference.
 */
export function assess(input: AssessInput): Assessment[] {
  return gather(input).flatMap(assessSeries);
}
