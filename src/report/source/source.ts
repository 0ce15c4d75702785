import { directionOf, type Direction } from "../../assessment/outlook/direction";
import { seriesKey } from "../../series/series-key";
import type { Outcome } from "../../outcome";
import { formatDate } from "../../plan/time/periods";
import type { Metric, Target } from "../../plan/schema";
import { organisationName } from "../../plan/wording";
import { typedAsText } from "../../returns/observation";
import type { Assessment } from "../../assessment/assessment";
import { subjectOf } from "../../assessment/cases/subject";
import { latestAssessments } from "../../assessment/targets/latest";
import { Assumptions } from "../layout/assumptions";
import { Doubts } from "../words/doubts";
import { LiveFigures } from "../layout/live";
import { RAG_ORDER } from "../../assessment/targets/rag";
import { isDraft } from "../words/approval-words";
import { dataNote } from "../words/sentences";
import type { SheetKind } from "../sheet";
import { sheetNames } from "../layout/titles";

/** Where the Notes sheet has its assumptions table: below title, description, a gap, a heading and the header row. */
export const assumptionsAt = { firstRow: 5, valueColumn: 1 } as const;

type Placeable = Pick<Assessment, "metric" | "organisation" | "period">;

/** What every sheet is made from: the outcome, the sheets' names, the shared assumptions, and look-ups by id. */
export class ReportSource {
  readonly names: Readonly<Record<SheetKind, string>>;
  readonly assumptions: Assumptions;
  readonly live: LiveFigures;
  readonly doubts: Doubts;
  readonly asOf: string;
  /** The system by name, or the plan where it has none. */
  readonly system: string;
  /** Whose report it is, by name: the one organisation whose figures it holds, else the system. */
  readonly subject: string;
  /** Cells whose figure is a text: formulas of ours cannot read them, so the figure is written. */
  private readonly typedCells: ReadonlySet<string>;
  private readonly metrics: ReadonlyMap<string, Metric>;
  private readonly metricOrder: ReadonlyMap<string, number>;
  private readonly organisationOrder: ReadonlyMap<string, number>;

  constructor(readonly outcome: Outcome) {
    const { pack, snapshot } = outcome;
    this.names = sheetNames(snapshot.sheets);
    this.assumptions = new Assumptions(this.names.notes, assumptionsAt.firstRow, assumptionsAt.valueColumn);
    this.live = new LiveFigures(outcome, this.assumptions);
    this.doubts = new Doubts(outcome);
    this.asOf = formatDate(outcome.asOf);
    const [first, ...others] = pack.organisations;
    const only = others.length === 0 ? first : undefined;
    this.system = (pack.organisations.find(({ code }) => code === pack.system) ?? only)?.name ?? pack.name;
    const subject = subjectOf(outcome.reading, pack);
    this.subject = pack.organisations.find(({ code }) => code === subject)?.name ?? this.system;
    const typed = outcome.reading.observations.filter(({ note }) => note?.endsWith(typedAsText));
    this.typedCells = new Set(typed.map(({ place }) => place.cell));
    this.metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
    this.metricOrder = new Map(pack.metrics.map((metric, index) => [metric.id, index]));
    // The system stands before its members: the board reads the whole first.
    const codes = [...pack.organisations].sort((a, b) => Number(b.role === "system") - Number(a.role === "system"));
    this.organisationOrder = new Map(codes.map(({ code }, index) => [code, index]));
  }

  metric(id: string): Metric | undefined {
    return this.metrics.get(id);
  }

  /** The target as it was judged: on another basis it asks for something else. */
  target({ target, basis }: Assessment): Target | undefined {
    const plan = this.outcome.pack.targets.find(({ id }) => id === target);
    const other = plan?.alternatives.find(({ id }) => id === basis);
    return plan && other ? { ...plan, goal: other.goal, due: other.due ?? plan.due } : plan;
  }

  organisation(code: string): string {
    return organisationName(this.outcome.pack, code);
  }

  /** The area's name for a prefix ("EF") or a group ("estates"); a group the plan has no area for stands for itself. */
  area(groupOrPrefix: string): string {
    const area = this.outcome.pack.areas.find(
      ({ prefix, group }) => prefix === groupOrPrefix || group === groupOrPrefix,
    );
    return area?.name ?? groupOrPrefix.charAt(0).toUpperCase() + groupOrPrefix.slice(1);
  }

  /** The latest assessment of each metric and organisation: what the board sees. */
  latest(): Assessment[] {
    return latestAssessments(this.outcome.assessments).sort((a, b) => this.byPlan(a, b));
  }

  /** In the plan's own order: metric, organisation, period. */
  byPlan(a: Assessment, b: Assessment): number {
    return this.inPlanOrder(a, b) || a.target.localeCompare(b.target);
  }

  /** The plan's order of anything that is one metric's, one organisation's and one period's. */
  inPlanOrder(a: Placeable, b: Placeable): number {
    return (
      this.metricRank(a) - this.metricRank(b) ||
      (this.organisationOrder.get(a.organisation) ?? 0) - (this.organisationOrder.get(b.organisation) ?? 0) ||
      a.period.last.localeCompare(b.period.last)
    );
  }

  /** Red before amber before green before grey; the largest share behind first. */
  bySeverity(a: Assessment, b: Assessment): number {
    return (
      RAG_ORDER.indexOf(a.rag) - RAG_ORDER.indexOf(b.rag) ||
      (b.gapPercent ?? -Infinity) - (a.gapPercent ?? -Infinity) ||
      this.byPlan(a, b)
    );
  }

  /** Where a row's figure went from the year before; null where none can be set against it. */
  direction(row: Assessment): Direction | null {
    const metric = this.metric(row.metric);
    if (metric === undefined || row.partial) return null;
    const series = this.outcome.assessments.filter(
      (each) => seriesKey(each) === seriesKey(row) && each.target === row.target && !each.partial,
    );
    return directionOf(row, series, metric);
  }

  /** The data note of a row of ours: why a figure is not there, why it is not to be relied on, and what else there is to say. */
  note(assessment: Assessment, ...more: readonly string[]): string {
    const missing = assessment.missing.map((code) => this.organisation(code));
    const typed = assessment.places.some(({ cell }) => this.typedCells.has(cell)) ? typedAsText : "";
    return (
      [dataNote({ ...assessment, missing }, this.metric(assessment.metric)), this.doubts.of(assessment), typed, ...more]
        .filter(Boolean)
        .join("; ") || nothingToNote
    );
  }

  private metricRank({ metric }: Placeable): number {
    return this.metricOrder.get(metric) ?? this.metricOrder.size;
  }

  /** The print header and footer of every sheet: plan and version, what it reports on, page. "&" begins a code there, so it is doubled. */
  furniture(): { header: string; footer: string } {
    const { name, version } = this.outcome.pack;
    const plain = (text: string) => text.replaceAll("&", "&&");
    return {
      header: plain(`${this.subject}  ·  ${name}, ${version}${isDraft(this.outcome) ? "  ·  DRAFT" : ""}`),
      footer: `As at ${this.asOf}   Page &P of &N`,
    };
  }
}

/** What stands under Data note where there is nothing to note: a cell is never blank without a reason (report-format.md 3). */
export const nothingToNote = "[z]";

/** The shorthand of these sheets, as a line under the tables that use it. */
export const shorthandLine =
  "Data note: [x] not available, [z] nothing to note or not applicable, [u] unreliable because a cell it rests on has an error, [b] break: the method changed.";

/** One metric of one organisation, whatever the period. */
export function standingKey({ metric, organisation }: Assessment): string {
  return `${metric}|${organisation}`;
}
