import { plainText, textOf } from "../../decisions/cells";
import {
  signedContentsIn,
  signOffsIn,
  THIS_REPORT,
  type SignedContents,
  type SignOffStep,
  type WrittenSignOff,
} from "../../decisions/sign-off";
import { formatDate, type IsoDate } from "../../plan/time/periods";
import type { Snapshot } from "../../snapshot/snapshot";
import { changedWords, contentsOf, type Reported } from "./contents";

/** A report that somebody prepared, checked or approved. */
export interface Signed {
  readonly who: string;
  readonly when: IsoDate;
  readonly meeting: string | null;
  /** False once the report says something else than what was signed. */
  readonly stands: boolean;
  /** "3 figures have changed": why it does not stand; null where it does. */
  readonly why: string | null;
}

/** One step of the sign-off: what was written, and what it is worth. */
interface SignOffRow {
  readonly written: WrittenSignOff;
  readonly signed: Signed | null;
  /** "stands", "void: …", "not signed: …": for the person who wrote it. */
  readonly state: string;
}

/** The sign-off of a report, and what the workbook is to keep so that a later change is seen. */
export interface SignOff {
  readonly rows: readonly SignOffRow[];
  readonly kept: readonly SignedContents[];
}

/**
 * Who prepared, checked and approved the report. A person who signs has seen the report that stands in the workbook, so a
 * name with a date is bound to what that one said, or to the present one where there is none; another name or date binds
 * anew. It is void as soon as the report says anything else.
 */
export function signOffOf(
  reported: Reported & { readonly snapshot: Pick<Snapshot, "sheets" | "dateSystem"> },
  today: IsoDate,
): SignOff {
  const now = contentsOf(reported);
  const before = signedContentsIn(reported.snapshot);
  const standing = before.find(({ of }) => of === THIS_REPORT)?.contents ?? now;
  const kept: SignedContents[] = [{ of: THIS_REPORT, signedBy: null, contents: now }];
  const rows = signOffsIn(reported.snapshot).map((written): SignOffRow => {
    const { step, who, when, meeting } = written;
    const problem = problemOf(written, today, reported.pack.start);
    if (problem !== null || when === null) return { written, signed: null, state: problem ?? NOT_SIGNED };
    const signedBy = `${who}, ${formatDate(when)}`;
    const contents = boundTo(before, step, signedBy) ?? standing;
    kept.push({ of: step, signedBy, contents });
    const why = changedWords(contents, now);
    const state = why === null ? "stands" : `void: ${why} since; write the new date to renew it`;
    return { written, signed: { who, when, meeting, stands: why === null, why }, state };
  });
  return { rows, kept };
}

function boundTo(before: readonly SignedContents[], step: SignOffStep, signedBy: string): string | null {
  const found = before.find(({ of }) => of === step);
  return found !== undefined && plainText(found.signedBy) === plainText(signedBy) ? found.contents : null;
}

const NOT_SIGNED = "not signed";

/** Why what is written signs nothing; null where it does. */
function problemOf({ who, date, when, meeting }: WrittenSignOff, today: IsoDate, planStart: IsoDate): string | null {
  const text = textOf(date);
  if (who === "" && text === "")
    return meeting === null ? NOT_SIGNED : `${NOT_SIGNED}: write a name or role and the date`;
  if (text === "") return `${NOT_SIGNED}: write the date beside the name`;
  if (when === null) return `${NOT_SIGNED}: "${text}" cannot be read as a date; write it like 12 December 2026`;
  if (who === "") return `${NOT_SIGNED}: write a name or role beside the date`;
  if (when > today) return `${NOT_SIGNED}: ${formatDate(when)} is still to come; write the day it was signed`;
  if (when < planStart)
    return `${NOT_SIGNED}: ${formatDate(when)} is before the plan began; write the day it was signed`;
  return null;
}
