import type { Outcome } from "../outcome";
import { actionStatus } from "./actionStatus";
import { boardReport } from "./board";
import { charts } from "./charts";
import { contents } from "./contents";
import { findingsSheet } from "./findings";
import { notes } from "./notes";
import { peoplesWords, withWords } from "./people";
import type { ReportBook } from "./sheet";
import { ReportSource } from "./source";
import { trajectories } from "./trajectories";
import { version } from "./version";

export type { ReportBook } from "./sheet";

/**
 * The sheets to write, as data: everything in Excel's terms but nothing of Excel. What people
 * wrote on our sheets before stands beside its row again. The same outcome gives the same book.
 */
export function reportBook(outcome: Outcome): ReportBook {
  const source = new ReportSource(outcome);
  const paths = trajectories(source);
  const actions = actionStatus(source);
  const written = [
    boardReport(source, paths, { actions: actions.placed }),
    actions.sheet,
    paths.sheet,
    charts(source, paths),
    findingsSheet(source),
  ];
  const { sheets, left } = withWords(written, peoplesWords(outcome.snapshot.sheets, written));
  const others = [...sheets, notes(source, left)];
  return { version, dateSystem: outcome.snapshot.dateSystem, sheets: [contents(source, others), ...others] };
}
