import { isOver } from "../../assessment/actions/urgency";
import type { Assessment } from "../../assessment/assessment";
import { methodChangeSentence } from "../../assessment/method/method-changes";
import { hasFallenDue } from "../../assessment/outlook/outlook-words";
import { answeredBy } from "../../assessment/targets/areas";
import { unreportedWords } from "../../assessment/targets/unreported";
import { readiness } from "../../validation/checking/readiness";
import { formatNumber, inSentence, plural, sentenceCase, someOf } from "../../plan/wording";
import { changeSentences } from "../changes/change-sentences";
import { linkTo } from "../layout/links";
import type { ReportCell } from "../sheet";
import type { Trajectories } from "../sheets/trajectories";
import { standingKey, type ReportSource } from "../source/source";
import { gapWords, neededWords, outlook } from "../words/sentences";
import { changeOf, membersBehind, otherBasis, useOrGrid, type Answer } from "./answer-words";
import type { Comment } from "./commentary";
import { changeInWords, gapInWords, levelSentence, nameOf, notRatedWords } from "./row-words";

/** A question, its answer, and the cell that bears the answer out. */
export interface Question {
  readonly question: string;
  readonly answer: string;
  readonly cell: ReportCell;
}

/** Answers made from the figures alone: what they do not say is said to be unknown. */
export class Answers {
  constructor(
    private readonly source: ReportSource,
    private readonly trajectories: Trajectories,
    private readonly comments: readonly Comment[],
  ) {}

  /** @param gaps the widest gaps besides, which a footprint's own rests on. */
  ofFootprint(row: Assessment, gaps: readonly Assessment[]): Question[] {
    const basis = otherBasis(this.source, row);
    return [
      this.whyBehind(row),
      this.asked(row, "is it use or the grid?", useOrGrid(this.source, row)),
      this.whatGetsUsBack(row, gaps),
      this.whatChanged(row),
      this.howSure(row),
      ...(basis === null ? [] : [this.asked(row, `what does the ${basis.id} basis say?`, basis)]),
    ];
  }

  ofGap(row: Assessment): Question[] {
    const emissions =
      row.unit === "tCO2e" ? [this.asked(row, "is it use or the grid?", useOrGrid(this.source, row))] : [];
    return [this.whyBehind(row), ...emissions, this.whatGetsUsBack(row), this.whatChanged(row), this.howSure(row)];
  }

  /** What is asked of the report as a whole. */
  ofAll(): Question[] {
    const { outcome, names } = this.source;
    const { readiness: state, statement } = readiness(outcome);
    const silent = this.source.latest().filter(({ actual }) => actual === null).length;
    const sure = [
      `The return is ${state} to report: ${inSentence(statement)}.`,
      ...(silent > 0
        ? [`${plural(silent, "target has", "targets have")} no figure, and nothing is said of them.`]
        : []),
    ];
    return [
      {
        question: "What has changed since the last report?",
        answer: changeSentences(outcome).join(" "),
        cell: toSheet(names.changes),
      },
      { question: "How sure are we of the figures as a whole?", answer: sure.join(" "), cell: toSheet(names.findings) },
    ];
  }

  private asked(row: Assessment, question: string, { answer, place = null }: Answer): Question {
    const cell = place === null ? this.onTrajectories(row) : linkTo(place);
    return { question: `${nameOf(this.source.outcome.pack, row)}: ${question}`, answer, cell };
  }

  private whyBehind(row: Assessment): Question {
    const { pack } = this.source.outcome;
    const asks = {
      red: "why is it off track?",
      amber: "why does it need attention?",
      green: "is it safely on track?",
      grey: "why is it not rated?",
    };
    const change = changeInWords(this.source, row);
    const where = row.rag === "grey" ? `It cannot be rated: ${notRatedWords(pack, row)}.` : this.standing(row);
    const behind = row.rag === "red" || row.rag === "amber";
    const answer = [
      levelSentence(pack, row),
      where,
      ...(change === null ? [] : [`It is ${change}.`]),
      ...membersBehind(this.source, row),
      ...(behind ? [this.reasons(row)] : []),
      ...(row.rag === "green" && !hasFallenDue(row) ? [`Outlook: ${lower(plainOutlook(row))}.`] : []),
    ];
    return this.asked(row, asks[row.rag], { answer: answer.join(" ") });
  }

  private standing(row: Assessment): string {
    const isPlain = row.goal.kind !== "yes" && row.gap !== null && row.path.late !== null;
    const words = isPlain ? gapWords(row) : gapInWords(row);
    return `It is ${words ?? "not rated"}${hasFallenDue(row) && row.rag !== "green" ? ", and its date has come" : ""}.`;
  }

  /** What people wrote of the cause: the figures give none. */
  private reasons(row: Assessment): string {
    const { findings, explanations } = this.source.outcome;
    const own = findings.filter(
      ({ metric, organisation }) => metric === row.metric && organisation === row.organisation,
    );
    const given = explanations.filter(({ key, text }) => text !== "" && own.some((each) => each.key === key));
    const said = [
      ...this.comments.filter(({ key }) => key === standingKey(row)).map(({ words }) => `“${words}” (commentary)`),
      ...given.map(({ text, who }) => `“${text}” (${who || "explanation of a warning"})`),
    ];
    return said.length > 0
      ? `Reasons given: ${said.join("; ")}.`
      : "The cause is not known from the return: none is written there.";
  }

  private whatGetsUsBack(row: Assessment, gaps: readonly Assessment[] = []): Question {
    return this.asked(row, row.rag === "green" ? "what keeps us there?" : "what gets us back?", {
      answer: `${this.needed(row)} ${gaps.length > 0 || this.isFootprint(row) ? this.areasAnswer(gaps) : this.answering(row)}`,
    });
  }

  private isFootprint({ metric }: Assessment): boolean {
    return this.source.metric(metric)?.area === "carbon";
  }

  private needed(row: Assessment): string {
    if (row.goal.kind === "yes") return row.rag === "green" ? "It is in place." : "It has to be put in place.";
    if (hasFallenDue(row))
      return row.rag === "green"
        ? "Its target is met."
        : "Its date has come: what is to be done is for the board to agree.";
    const words = neededWords(row);
    if (words !== null) return `It needs ${words}.`;
    return row.neededPerYear === 0
      ? "It needs nothing more each year to meet its target."
      : "What it needs each year is not known.";
  }

  private areasAnswer(gaps: readonly Assessment[]): string {
    const { pack } = this.source.outcome;
    const widest = gaps.length === 0 ? "" : ` The widest: ${gaps.map((row) => nameOf(pack, row)).join("; ")}.`;
    return `No one action answers a footprint: it falls as the gaps of the areas close.${widest}`;
  }

  private answering({ metric }: Assessment): string {
    const { pack, actions } = this.source.outcome;
    const all = answeredBy(pack, actions, metric);
    if (all.length === 0) return "No action of the plan answers it.";
    const open = all.filter((action) => !isOver(action));
    if (open.length === 0) return `Its actions are all over, and the plan has no other.`;
    const named = open.map(({ title, owner, status }) => `${title} (${owner ?? "no action owner"}, ${status})`);
    return `Answered by: ${someOf(named)}.`;
  }

  private whatChanged(row: Assessment): Question {
    return this.asked(row, "what changed since the last report?", { answer: changeOf(this.source, row) });
  }

  private howSure(row: Assessment): Question {
    const { outcome, doubts } = this.source;
    const { pack, findings, reading } = outcome;
    const wrong = doubts.cellsInError([...row.places, ...(row.baseline?.place ? [row.baseline.place] : [])]);
    const cells = new Set(row.places.map(({ cell }) => cell));
    const parts = reading.observations.filter(({ place }) => cells.has(place.cell));
    const guessed = parts.filter(({ kind }) => kind === "estimate").length;
    const warnings = findings.filter(
      ({ severity, metric, organisation }) =>
        severity === "warning" && metric === row.metric && organisation === row.organisation,
    ).length;
    const late = unreportedWords(row, this.source.metric(row.metric));
    const change = row.methodChanges?.at(-1);
    const against = [
      ...(wrong.length > 0
        ? [
            `Not sure: it rests on ${someOf(wrong)}, which ${wrong.length === 1 ? "has an error" : "have errors"}; it may change when that is put right.`,
          ]
        : []),
      ...(row.partial || row.why === "partial" ? [`It is not whole: ${notRatedWords(pack, row)}.`] : []),
      ...(guessed > 0
        ? [`${sentenceCase(plural(guessed, "of its figures is an estimate", "of its figures are estimates"))}.`]
        : []),
      ...(late === "" ? [] : [`${sentenceCase(late)}.`]),
      ...(change === undefined ? [] : [methodChangeSentence(change, row.organisation, pack)]),
      ...(warnings > 0
        ? [`${plural(warnings, "warning stands", "warnings stand")} against it on ${this.source.names.findings}.`]
        : []),
    ];
    const trend =
      row.projection === null
        ? "There are too few figures for a trend."
        : `Its trend rests on ${formatNumber(row.projection.points)} figures.`;
    const clear = `No error or warning stands against the ${plural(row.places.length, "cell")} it rests on.`;
    const [place = row.places[0]?.cell ?? null] = wrong;
    return this.asked(row, "how sure are we?", {
      answer: [...(against.length > 0 ? against : [clear]), trend].join(" "),
      place,
    });
  }

  private onTrajectories(row: Assessment): ReportCell {
    const { placed, rows, sheet } = this.trajectories;
    const at = rows.indexOf(row);
    return placed === null || at < 0 ? toSheet(sheet.name) : linkTo(placed.cell("Metric", at).replaceAll("$", ""));
  }
}

function plainOutlook(row: Assessment): string {
  return outlook(row).replace(/^\[\w\] /, "");
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function toSheet(sheet: string): ReportCell {
  return { text: sheet, link: { sheet, address: "A1", tip: `Go to ${sheet}` } };
}
