import type { Signed } from "../../assessment/approval/sign-off";
import type { SignOffStep } from "../../decisions/sign-off";
import type { Outcome } from "../../outcome";
import { formatDate } from "../../plan/time/periods";

/** Who prepared, checked and approved a report; null where nobody did, or not so that it can be used. */
export interface Approval {
  readonly prepared: Signed | null;
  readonly checked: Signed | null;
  readonly approved: Signed | null;
}

type SignedOutcome = Pick<Outcome, "signOff">;

export function approval({ signOff: { rows } }: SignedOutcome): Approval {
  const of = (step: SignOffStep) => rows.find(({ written }) => written.step === step)?.signed ?? null;
  return { prepared: of("Prepared by"), checked: of("Checked by"), approved: of("Approved by") };
}

/** "Approved by the Board on 12 December 2026", "Draft, not approved", or a draft whose approval a change has undone. */
export function approvalWords(outcome: SignedOutcome): string {
  const { approved } = approval(outcome);
  if (approved === null) return "Draft, not approved";
  const { who, when, stands, why } = approved;
  const said = `pproved by ${who} on ${formatDate(when)}`;
  return stands ? `A${said}` : `Draft: a${said}, but ${why} since`;
}

/** True of a report that is not approved as it stands: its pages say DRAFT. */
export function isDraft(outcome: SignedOutcome): boolean {
  return approval(outcome).approved?.stands !== true;
}

/** The approval in one word, for programs. */
export function approvalState(outcome: SignedOutcome): "draft" | "approved" | "void" {
  const { approved } = approval(outcome);
  if (approved === null) return "draft";
  return approved.stands ? "approved" : "void";
}
