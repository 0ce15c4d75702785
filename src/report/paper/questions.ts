import { freshnessLine, type Freshness } from "../kept/freshness";
import { headlineRows } from "../board/headline";
import { footprintsFirst } from "../board/order";
import type { Assessment } from "../../assessment/assessment";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { Trajectories } from "../sheets/trajectories";
import type { ReportSource } from "../source/source";
import { Answers, type Question } from "./answers";
import type { Comment } from "./commentary";

/** Gaps besides the footprint about which questions are answered. */
const GAPS = 2;

/** Questions that a presenter may be asked, each with its answer from the figures and the cell that bears it out. */
export function boardQuestions(
  source: ReportSource,
  trajectories: Trajectories,
  comments: readonly Comment[],
  freshness: Freshness,
): ReportSheet {
  const answers = new Answers(source, trajectories, comments);
  const { footprints, gaps } = subjects(source);
  const questions = [
    ...footprints.flatMap((row) => answers.ofFootprint(row, gaps)),
    ...gaps.flatMap((row) => answers.ofGap(row)),
    ...answers.ofAll(),
  ];
  const layout = new SheetLayout(
    "board-questions",
    source.names["board-questions"],
    `Board questions: what ${source.subject} may be asked`,
    `One table: ${questions.length} questions with their answers from the figures. As at ${source.asOf}.`,
  );
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.paragraph(
    "For the presenter, not for the paper: each answer is worked out from the return, and none is a cause.",
  );
  layout.gap();
  const placed = layout.table<Question>({
    name: "GreenPlan_Questions",
    items: questions,
    columns: [
      { header: "Question", width: 36, cell: ({ question }) => question },
      { header: "Answer", width: 88, cell: ({ answer }) => answer },
      { header: "Cell", width: 24, cell: ({ cell }) => cell },
    ],
  });
  return layout.finish({ ...source.furniture(), follow: placed });
}

/** The first footprint of page one, with one that can be rated where the whole cannot; and the widest gaps besides. */
function subjects(source: ReportSource): { footprints: Assessment[]; gaps: Assessment[] } {
  const latest = source.latest().filter(({ actual }) => actual !== null);
  const { footprints: carbon, others } = footprintsFirst(source, latest);
  const own = headlineRows(source).filter((row) => carbon.includes(row));
  const [first] = own;
  const rated = first?.rag === "grey" ? own.find(({ metric, rag }) => metric === first.metric && rag !== "grey") : null;
  const gaps = others.filter(({ rag }) => rag === "red" || rag === "amber").slice(0, GAPS);
  return { footprints: [first, rated].flatMap((row) => row ?? []), gaps };
}
