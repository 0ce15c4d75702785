import type { Outcome } from "../../outcome";
import { actionStatus } from "../sheets/action-status";
import { proposals } from "../board/brief";
import { boardReport } from "../board/page";
import { charts } from "../charts/page";
import { contents } from "../sheets/contents";
import { findingsSheet } from "../sheets/findings-sheet";
import { notes } from "../sheets/notes";
import { annualReview } from "../plan-sheets/annual-review";
import { planFacts } from "../plan-sheets/plan-facts";
import { commentsOn, paperText } from "../paper/paper-text";
import { boardQuestions } from "../paper/questions";
import { placeWords } from "../kept/place-words";
import type { ReportBook } from "../sheet";
import { ReportSource } from "../source/source";
import { asReadSheet } from "../kept/as-read-sheet";
import { keptSheets } from "../kept/kept-sheets";
import { trajectories } from "../sheets/trajectories";
import { whatChanged } from "../sheets/what-changed";
import { version } from "../source/version";

export type { ReportBook } from "../sheet";

/**
 * The sheets to write, as data: everything in Excel's terms but nothing of Excel. What people
 * wrote on our sheets before stands beside its row again. The same outcome gives the same book.
 */
export function reportBook(outcome: Outcome): ReportBook {
  const source = new ReportSource(outcome);
  const paths = trajectories(source);
  const actions = actionStatus(source);
  const kept = keptSheets(source, proposals(outcome, source.latest()));
  const state = [kept.mapping, kept.explanations, kept.settings, kept.history];
  const asRead = asReadSheet(outcome, state, { ...source.furniture(), name: source.names["as-read"] });
  const board = boardReport(source, paths, { actions: actions.placed, freshness: asRead.freshness });
  const comments = commentsOn(board, outcome.snapshot.sheets);
  const written = [
    board,
    whatChanged(source, asRead.freshness),
    paperText(source, comments, asRead.freshness),
    boardQuestions(source, paths, comments, asRead.freshness),
    actions.sheet,
    paths.sheet,
    charts(source, paths, board),
    findingsSheet(source, kept.explanations),
    ...[annualReview(source, asRead.freshness), planFacts(source, asRead.freshness)].filter((sheet) => sheet !== null),
  ];
  const all = [...written, ...state];
  const frame = { ...source.furniture(), name: source.names["kept-words"] };
  const { sheets, kept: keptWords, safeCopy } = placeWords(outcome.snapshot.sheets, all, frame);
  const others = [
    ...sheets.slice(0, written.length),
    notes(source),
    ...sheets.slice(written.length),
    asRead.sheet,
    ...(keptWords ? [keptWords] : []),
  ];
  return {
    version,
    dateSystem: outcome.snapshot.dateSystem,
    sheets: [contents(source, others, asRead.freshness), ...others],
    safeCopy,
  };
}
