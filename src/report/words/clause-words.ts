import { subjectOf } from "../../assessment/cases/subject";
import type { Outcome } from "../../outcome";
import type { Clause, Metric, OrganisationCode } from "../../plan/schema";
import { formatQuantity, joinWords, organisationName, periodWords } from "../../plan/wording";
import type { Total } from "../../returns/observation";
import { seriesKey } from "../../series/series-key";
import type { Doubts } from "./doubts";

/** What answers something that the plan says, and what a return shows of it, in words. */
export class ClauseWords {
  private readonly latest = new Map<string, Total>();
  private readonly metrics: ReadonlyMap<string, Metric>;
  private readonly statuses: ReadonlyMap<string, string>;
  /** The one organisation that a return is of: of the others it can say nothing. */
  private readonly subject: OrganisationCode | null;

  constructor(
    private readonly outcome: Outcome,
    private readonly doubts: Doubts,
  ) {
    const { pack, totals, actions, reading, asOf } = outcome;
    this.subject = subjectOf(reading, pack);
    this.metrics = new Map(pack.metrics.map((metric) => [metric.id, metric]));
    this.statuses = new Map(actions.map(({ id, status }) => [id, status]));
    for (const total of totals) {
      const key = seriesKey(total);
      const known = this.latest.get(key);
      if (
        total.value !== null &&
        total.period.last <= asOf &&
        (known === undefined || known.period.last < total.period.last)
      )
        this.latest.set(key, total);
    }
  }

  /** "Office paper used (A4 equivalent); P2 and FN1", or that nothing does. */
  answeredBy({ metrics, actions }: Clause): string {
    const titles = metrics.map((id) => this.metrics.get(id)?.title ?? id);
    return [...titles, ...(actions.length === 0 ? [] : [joinWords(actions)])].join("; ") || "Nothing in the plan";
  }

  /** The latest figure of each metric for each organisation asked, and how each action stands; or that nothing is collected. */
  shown({ metrics: ids, actions }: Clause, askedOf: readonly OrganisationCode[] = []): string {
    const metrics = ids.flatMap((id) => this.metrics.get(id) ?? []);
    const named = metrics.length > 1 ? ({ title }: Metric) => `${title}: ` : () => "";
    const known = metrics.map((metric) => ({ metric, figures: this.figures(metric, askedOf) }));
    const silent = known.filter(({ figures }) => figures === null).map(({ metric }) => metric.title);
    const states = actions.map((id) => `${id} ${this.statuses.get(id) ?? "not in the plan"}`);
    const said = [
      ...known.flatMap(({ metric, figures }) => (figures === null ? [] : [`${named(metric)}${figures}`])),
      ...(silent.length === 0 ? [] : [noFigure(silent, metrics.length > 1)]),
      ...(states.length === 0 ? [] : [joinWords(states)]),
    ];
    return said.length === 0 ? notCollected : said.map((each) => `${each}.`).join(" ");
  }

  /** "UHL 84% in 2024/25, none from LPT"; null where nobody asked gives one. */
  private figures(metric: Metric, askedOf: readonly OrganisationCode[]): string | null {
    const all = askedOf.length > 0 ? askedOf : metric.reportedBy;
    const asked = this.subject === null ? all : all.filter((code) => code === this.subject);
    const name = (code: string) => organisationName(this.outcome.pack, code);
    const found = asked.flatMap((code) => this.latest.get(seriesKey({ metric: metric.id, organisation: code })) ?? []);
    if (found.length === 0) return null;
    const silent = asked.filter((code) => found.every(({ organisation }) => organisation !== code));
    const stated = found.map(
      ({ organisation, value, period, missing, observations }) =>
        `${name(organisation)} ${formatQuantity(value ?? 0, metric.unit)} in ${periodWords(period)}` +
        (missing.length === 0 ? "" : ` without ${joinWords(missing.map(name))}`) +
        (this.doubts.cellsInError(observations.map(({ place }) => place)).length === 0 ? "" : " [u]"),
    );
    return [...stated, ...(silent.length === 0 ? [] : [`none from ${joinWords(silent.map(name))}`])].join(", ");
  }
}

/** "No figure in this return", for one of several with what it is of. */
function noFigure(titles: readonly string[], areNamed: boolean): string {
  return `No figure in this return${areNamed ? ` for ${titles.map((each) => `“${each}”`).join(", ")}` : ""}`;
}

const notCollected = "Not collected by this return.";
