import { addMonths, formatDate, type IsoDate } from "../../plan/time/periods";
import type { Assessment } from "../../assessment/assessment";
import { nextFigure } from "../../assessment/targets/unreported";
import { hasEnded, isDone } from "../../assessment/actions/urgency";
import { groupBy } from "../../collections/groups";
import { metricName, organisationName, periodWords, someOf } from "../../plan/wording";
import type { Outcome } from "../../outcome";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";
import { WIDTHS } from "./columns";

/** Something that comes within a year of the reporting date. */
interface Coming {
  readonly on: IsoDate;
  readonly kind: "Action due" | "Target date" | "National date" | "Period ends" | "Figures due";
  readonly what: string;
}

const MONTHS_AHEAD = 12;

/** The next twelve months: what falls due, what is asked nationally, and when figures are to be expected. */
export function aheadTable(layout: SheetLayout, source: ReportSource, rows: readonly Assessment[]): void {
  const coming = comingOf(source.outcome, rows);
  const until = formatDate(addMonths(source.outcome.asOf, MONTHS_AHEAD));
  layout.heading(`The twelve months to ${until}`);
  if (coming.length === 0) {
    layout.paragraph("No date of the plan, and none it names of the nation's, falls in them.");
    return;
  }
  layout.table({
    name: "GreenPlan_Ahead",
    items: coming,
    columns: [
      { header: "When", width: WIDTHS.name, format: "date", align: "left", cell: ({ on }) => ({ date: on }) },
      { header: "Kind", width: WIDTHS.state, cell: ({ kind }) => kind },
      { header: "What", width: WIDTHS.word, wrap: false, cell: ({ what }) => what },
    ],
  });
}

function comingOf(outcome: Outcome, rows: readonly Assessment[]): Coming[] {
  const { asOf } = outcome;
  const until = addMonths(asOf, MONTHS_AHEAD);
  return [...actionsDue(outcome), ...targetsDue(outcome, rows), ...nationalDates(outcome), ...figuresDue(outcome, rows)]
    .filter(({ on }) => on > asOf && on <= until)
    .sort((a, b) => a.on.localeCompare(b.on) || a.what.localeCompare(b.what, "en"));
}

function actionsDue({ actions }: Outcome): Coming[] {
  return actions.flatMap((action): Coming[] => {
    const { due, id, title, owner, goesOn } = action;
    if (due === null || goesOn || isDone(action) || hasEnded(action) || action.status === "not applicable") return [];
    return [{ on: due, kind: "Action due", what: `${id}: ${title} (${owner ?? "no owner in the return"})` }];
  });
}

function targetsDue({ pack }: Outcome, rows: readonly Assessment[]): Coming[] {
  const groups = groupBy(rows, ({ goal, metric }) => `${goal.due.last} ${metric}`);
  return [...groups.values()].map(([first, ...others]) => ({
    on: first.goal.due.last,
    kind: "Target date",
    what: `${metricName(pack, first.metric)} (${[first, ...others].map(({ organisation }) => organisationName(pack, organisation)).join(", ")})`,
  }));
}

function nationalDates({ pack }: Outcome): Coming[] {
  return [
    ...pack.supplierRoadmap.map(({ date, text }): Coming => ({ on: date, kind: "National date", what: text })),
    ...pack.changes.map(({ date, change }): Coming => ({ on: date, kind: "National date", what: change })),
  ];
}

/** When each metric's next period ends and, where the plan says how long its figure may take, when that is due. */
function figuresDue({ pack }: Outcome, rows: readonly Assessment[]): Coming[] {
  const expected = rows.map((row) => {
    const { metric } = row;
    const { period, due } = nextFigure(
      row,
      pack.metrics.find(({ id }) => id === metric),
    );
    const kind: Coming["kind"] = due === null ? "Period ends" : "Figures due";
    return { metric, on: due ?? period.last, period: periodWords(period), kind };
  });
  const groups = groupBy(expected, ({ on, period, kind }) => `${on} ${period} ${kind}`);
  return [...groups.values()].map((group) => {
    const names = [...new Set(group.map(({ metric }) => metricName(pack, metric)))];
    const [{ on, period, kind }] = group;
    return {
      on,
      kind,
      what:
        kind === "Period ends"
          ? `${period} ends, the next figures of: ${someOf(names)}`
          : `${period}: ${someOf(names)}`,
    };
  });
}
