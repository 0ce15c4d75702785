import { PlainError } from "./errors/plain-error";
import { groupBy } from "./collections/groups";
import type { NonEmpty } from "./collections/non-empty";
import { formatNumber, plural } from "./plan/wording";
import type { IsoDate } from "./plan/time/periods";
import type { OrganisationCode, Pack } from "./plan/schema";
import { REGIONS_RULE, type NotUnderstood, type ReturnReading, type Total } from "./returns/observation";
import type { Snapshot } from "./snapshot/snapshot";
import type { ActionAssessment, Assessment } from "./assessment/assessment";
import type { SignOff } from "./assessment/approval/sign-off";
import type { Decision } from "./decisions/decisions";
import type { Explanation } from "./decisions/explanations";
import type { ReportSettings } from "./decisions/settings";
import type { Tolerance } from "./decisions/tolerances";
import type { Readiness } from "./validation/checking/readiness";
import type { Finding } from "./validation/finding";

/** Everything known of one workbook at the end of the road, before anything is written. */
export interface Outcome {
  /** The plan, with the tolerances that people set in the place of its own. */
  readonly pack: Pack;
  readonly snapshot: Snapshot;
  readonly asOf: IsoDate;
  readonly reading: ReturnReading;
  readonly totals: readonly Total[];
  readonly findings: readonly Finding[];
  /** What people have explained, as the workbook keeps it. */
  readonly explanations: readonly Explanation[];
  readonly readiness: Readiness;
  /** The reading of the footprint targets in use, where it is not the plan's own. */
  readonly basis: string | null;
  /** What people set for this workbook. */
  readonly settings: ReportSettings;
  /** The tolerances in use that are not the plan's own. */
  readonly tolerances: readonly Tolerance[];
  /** What people decided of baselines, own targets and control limits, as the workbook keeps it. */
  readonly decisions: readonly Decision[];
  readonly assessments: readonly Assessment[];
  readonly actions: readonly ActionAssessment[];
  /** The day on which it was made; absent where nobody said. */
  readonly madeOn?: IsoDate;
  /** The organisations that were chosen; absent or empty for all. */
  readonly chosen?: readonly OrganisationCode[];
  /** Who prepared, checked and approved the report, and whether that stands. */
  readonly signOff: SignOff;
}

/** What a person chose besides the workbook itself. */
export interface Choices {
  /** The reporting date, or null for the end of the latest period that holds an actual. */
  readonly asOf: IsoDate | null;
  /** Never reported past this day; read from the clock only in cli, commands and taskpane. */
  readonly today: IsoDate;
  /** Stands where a figure's own period is nowhere in the workbook: "2016/17". */
  readonly period: string | null;
  /** Filters; with exactly one, also stands where a figure's own organisation is nowhere. */
  readonly organisations: readonly string[];
}

/** The workbook holds nothing the plan knows, so there is nothing to check and nothing to report. */
export class NothingFound extends PlainError {
  override readonly name = "NothingFound";
}

/** @throws {NothingFound} with the cause that keeps most figures from being read, and what was looked for. */
export function refuseNothing({ reading, pack, snapshot }: Outcome): void {
  if (reading.observations.length > 0 || reading.actions.length > 0) return;
  // A copy of the plan's own regional tables holds nobody's figures, and its sums are checked all the same.
  if (reading.census.byRule.some(({ rule }) => rule === REGIONS_RULE)) return;
  const where = snapshot.fileName ?? "This workbook";
  const [main] = causesOf(reading.notUnderstood);
  if (main === undefined || reading.tables.length === 0)
    throw new NothingFound(
      `${where} holds no table that ${pack.name} recognises. A return has metric names with figures beside or below them, for an organisation of the plan and a period.`,
    );
  const [{ place, reason }] = main;
  const cells = main.reduce((sum, each) => sum + each.cells, 0);
  const sheets = new Set(reading.notUnderstood.map((each) => each.place.sheet)).size;
  const all = reading.census.asked;
  const share = cells === all ? "" : ` For ${formatNumber(cells)} of them the cause is that of the first,`;
  throw new NothingFound(
    `Nothing in ${where} could be understood: ${plural(all, "figure")} on ${plural(sheets, "sheet")}.${share} ${place.cell}: ${reason}`,
  );
}

/** Questions by their cause, the one that holds back most figures first. */
function causesOf(questions: readonly NotUnderstood[]): NonEmpty<NotUnderstood>[] {
  const causes = [...groupBy(questions, ({ asks, reason }) => (asks === "metric" ? asks : reason)).values()];
  const cells = (cause: readonly NotUnderstood[]) => cause.reduce((sum, each) => sum + each.cells, 0);
  return causes.sort((a, b) => cells(b) - cells(a));
}
