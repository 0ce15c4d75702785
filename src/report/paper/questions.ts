import type { Assessment } from "../../assessment/assessment";
import { inSentence, plural, figureName } from "../../plan/wording";
import { readiness } from "../../validation/checking/readiness";
import { onOtherBasis } from "../board/brief";
import { footprintsFirst, headlineRows } from "../board/headline";
import { changeSentences } from "../changes/change-sentences";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import { linkTo } from "../layout/links";
import { basesOf } from "../source/bases";
import type { ReportCell, ReportSheet } from "../sheet";
import type { Trajectories } from "../sheets/trajectories";
import type { ReportSource } from "../source/source";
import { seriesKey } from "../../series/series-key";
import { changeSince, howSure, useOrGrid, whatGetsUsBack, whyBehind, type Answer } from "./answers";
import type { Comment } from "./paper-text";

type Question = Readonly<Record<"question" | "answer", string> & Record<"cell", ReportCell>>;

const whyAsked = {
  red: "why is it off track?",
  amber: "why does it need attention?",
  green: "is it on track?",
  grey: "why is it not rated?",
};

/** Questions that a presenter may be asked, each with its answer from the figures and the cell that bears it out. */
export function boardQuestions(
  source: ReportSource,
  trajectories: Trajectories,
  comments: readonly Comment[],
  freshness: Freshness,
): ReportSheet {
  const { footprints, gaps } = subjects(source);
  const { placed, rows, sheet } = trajectories;
  const rowCell = (row: Assessment) => placed?.cell("Metric", rows.indexOf(row)).replaceAll("$", "") ?? sheet.name;
  const asked = (row: Assessment, question: string, [answer, cell]: Answer): Question => ({
    question: `${figureName(source.outcome.pack, row)}: ${question}`,
    answer,
    cell: linkTo(cell ?? rowCell(row)),
  });
  const ofRow = (row: Assessment, below: readonly Assessment[] = []) => {
    const hasBases = basesOf(source.outcome).some((each) => seriesKey(each) === seriesKey(row));
    const [basis = "Not known: it cannot be rated on either."] = onOtherBasis(source.outcome, row, "it");
    const back = row.rag === "green" ? "what keeps us there?" : "what gets us back?";
    return [
      asked(row, whyAsked[row.rag], whyBehind(source, row, comments)),
      asked(row, "is it use or the grid?", useOrGrid(source, row)),
      asked(row, back, whatGetsUsBack(source, row, below)),
      asked(row, "what changed since the last report?", changeSince(source, row)),
      asked(row, "how sure are we?", howSure(source, row)),
      ...(hasBases ? [asked(row, "how does it stand on the other basis, national or the plan’s own?", [basis])] : []),
    ];
  };
  const ofRows = [...footprints.flatMap((row) => ofRow(row, gaps)), ...gaps.flatMap((row) => ofRow(row))];
  const title = `Board questions: what ${source.subject} may be asked`;
  const layout = new SheetLayout("board-questions", source.names["board-questions"], title, "");
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.paragraph("For the presenter, not for the paper. Each answer is worked out from the return.");
  const follow = layout.table<Question>({
    name: "GreenPlan_Questions",
    items: [...ofRows, ...ofAll(source, footprints.length > 0)],
    columns: [
      { header: "Question", width: 36, cell: ({ question }) => question },
      { header: "Answer", width: 88, cell: ({ answer }) => answer },
      { header: "Cell", width: 24, cell: ({ cell }) => cell },
    ],
  });
  layout.describe(`questions with their answers, as at ${source.asOf}.`);
  return layout.finish({ ...source.furniture(), follow });
}

/** The first footprint of page one, with one that can be rated where the whole cannot; and the two widest gaps besides. */
function subjects(source: ReportSource): { footprints: Assessment[]; gaps: Assessment[] } {
  const { footprints: all, others } = footprintsFirst(source, source.latest());
  const [first, ...rest] = headlineRows(source).filter((row) => all.includes(row));
  const rated = rest.filter(({ metric, rag }) => first?.rag === "grey" && metric === first.metric && rag !== "grey");
  const isBehind = ({ rag }: Assessment) => rag === "red" || rag === "amber";
  return { footprints: [first ?? [], rated.slice(0, 1)].flat(), gaps: others.filter(isBehind).slice(0, 2) };
}

function ofAll(source: ReportSource, hasFootprint: boolean): Question[] {
  const { outcome, names } = source;
  const { readiness: state, statement } = readiness(outcome);
  const rows = source.latest();
  const rated = rows.filter(({ actual, rag }) => actual !== null && rag !== "grey").length;
  const sure = `${rated} of ${plural(rows.length, "target")} can be rated; of the others it is not known how they stand. The return is ${state} to report: ${inSentence(statement)}.`;
  const toSheet = (sheet: string) => ({ text: sheet, link: { sheet, address: "A1", tip: `Go to ${sheet}` } });
  const changed = changeSentences(outcome).join(" ");
  const footprint = "Not known: the return holds no footprint for a target of the plan.";
  return [
    ...(hasFootprint
      ? []
      : [{ question: "Is the footprint on track?", answer: footprint, cell: toSheet(names.findings) }]),
    { question: "What changed since the last report?", answer: changed, cell: toSheet(names.changes) },
    { question: "How sure are we of the figures as a whole?", answer: sure, cell: toSheet(names.findings) },
  ];
}
