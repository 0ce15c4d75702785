import type { ActionAssessment } from "../../assessment/assessment";
import { isDone } from "../../assessment/actions/urgency";
import { areaRollUps } from "../../assessment/targets/areas";
import type { ReportedAction } from "../../returns/observation";
import { formatDate } from "../../plan/time/periods";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { isLateAction } from "../words/sentences";
import { areaYears, fallsIn, planYears } from "./review-years";

/**
 * The yearly review of a plan's delivery: by area how its actions and figures stand, then year by year, then what the
 * trackers say of people and money, with room for what the review finds. Null for a plan without actions.
 */
export function annualReview(source: ReportSource, freshness: Freshness): ReportSheet | null {
  const { pack } = source.outcome;
  if (pack.actions.length === 0) return null;
  const layout = new SheetLayout(
    "annual-review",
    source.names["annual-review"],
    "Annual review: delivery by area over the plan’s years, and its resources",
    "",
  );
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.prose(asked(source));
  layout.paragraph(
    `The plan runs from ${formatDate(pack.start)} to ${formatDate(pack.end)}. Counts are as of ${source.asOf}; an action belongs to the financial year in which it is due.`,
  );
  areas(layout, source);
  years(layout, source);
  const hasResources = resources(layout, source);
  layout.describe(`how each area stands, each area in each year${hasResources ? ", resources" : ""}.`);
  return layout.finish(source.furniture());
}

/** What asks for the review, and how that stands. */
function asked({ outcome: { pack, actions } }: ReportSource): string {
  const { annualReview: review } = pack;
  if (review === undefined) return "The plan asks for no yearly review in so many words.";
  const status = actions.find(({ id }) => id === review.action)?.status ?? "not reported";
  return `${review.action} asks that ${review.text} (${review.source}). Its status now: ${status}.`;
}

interface AreaRow {
  readonly area: string;
  readonly actions: readonly ActionAssessment[];
  readonly behind: number;
  readonly judged: number;
  readonly stated: number;
}

function areas(layout: SheetLayout, { outcome }: ReportSource): void {
  const { pack, assessments, actions, reading } = outcome;
  const stated = new Set(reading.actions.filter(saysResources).map(({ action }) => action));
  const span = planYears(pack);
  const [first, last] = [span[0]?.first ?? pack.start, span.at(-1)?.last ?? pack.end];
  const items = areaRollUps(pack, assessments, actions).map((each): AreaRow => {
    const judged = each.latest.filter(({ rag }) => rag !== "grey");
    return {
      area: each.name,
      actions: each.actions,
      behind: each.gaps.length,
      judged: judged.length,
      stated: each.actions.filter(({ id }) => stated.has(id)).length,
    };
  });
  layout.heading("How each area stands");
  layout.table({
    name: "GreenPlan_ReviewAreas",
    items,
    key: ["Area"],
    columns: [
      { header: "Area", width: WIDTHS.area, cell: ({ area }) => area },
      { header: "Actions", width: WIDTHS.count, format: "whole", cell: (row) => row.actions.length },
      {
        header: "Complete",
        width: WIDTHS.count,
        format: "whole",
        cell: (row) => row.actions.filter(isDone).length,
      },
      { header: "Late", width: WIDTHS.count, format: "whole", cell: (row) => row.actions.filter(isLateAction).length },
      {
        header: "Going on or undated",
        width: WIDTHS.count,
        format: "whole",
        cell: (row) => row.actions.filter((action) => !fallsIn(action, { first, last })).length,
      },
      { header: "Figures judged", width: WIDTHS.count, format: "whole", cell: ({ judged }) => judged },
      { header: "Behind", width: WIDTHS.count, format: "whole", cell: ({ behind }) => behind },
      { header: "Actions with resources stated", width: WIDTHS.count, format: "whole", cell: (row) => row.stated },
      { header: "Are resources enough?", width: WIDTHS.words },
      { header: "What the review found", width: WIDTHS.words },
    ],
  });
}

const WIDTHS = { area: 30, count: 12, words: 28 } as const;

function years(layout: SheetLayout, { outcome }: ReportSource): void {
  layout.newPage();
  layout.heading("Each area in each year: actions due in it, and its figures of that year against their path then");
  layout.table({
    name: "GreenPlan_ReviewYears",
    items: areaYears(outcome),
    key: ["Area", "Year"],
    columns: [
      { header: "Area", width: WIDTHS.area, cell: ({ area }) => area },
      { header: "Year", width: WIDTHS.count, cell: ({ year }) => year },
      { header: "Actions due", width: WIDTHS.count, format: "whole", cell: ({ due }) => due },
      { header: "Of these complete", width: WIDTHS.count, format: "whole", cell: ({ complete }) => complete },
      { header: "Of these late", width: WIDTHS.count, format: "whole", cell: ({ late }) => late },
      { header: "On track", width: WIDTHS.count, format: "whole", cell: ({ green }) => green },
      { header: "Needs attention", width: WIDTHS.count, format: "whole", cell: ({ amber }) => amber },
      { header: "Off track", width: WIDTHS.count, format: "whole", cell: ({ red }) => red },
      { header: "Commentary", width: WIDTHS.words },
    ],
  });
}

/** Whether a tracker's row says anything of an action's people and money. */
function saysResources({ resources, cost, saving }: ReportedAction): boolean {
  return [resources, cost, saving].some((each) => each !== undefined && each !== null && each !== "");
}

/** Returns whether there are any. */
function resources(layout: SheetLayout, source: ReportSource): boolean {
  const rows = source.outcome.reading.actions.filter(saysResources);
  layout.heading("Resources, as the trackers give them");
  if (rows.length === 0) {
    layout.paragraph(
      "No tracker in this return gives resources, costs or savings: add a column of them to have them here.",
    );
    return false;
  }
  layout.table({
    name: "GreenPlan_ReviewResources",
    items: rows,
    columns: [
      {
        header: "Action",
        width: WIDTHS.area,
        cell: ({ action, rawId, title }) => [action ?? rawId, title].filter(Boolean).join(" "),
      },
      {
        header: "Organisation",
        width: WIDTHS.count,
        cell: ({ organisation }) => (organisation === null ? "[z]" : source.organisation(organisation)),
      },
      { header: "Resources", width: WIDTHS.count, cell: ({ resources: given }) => given ?? "[x]" },
      { header: "Cost", width: WIDTHS.count, cell: ({ cost }) => cost ?? "[x]" },
      { header: "Saving", width: WIDTHS.count, cell: ({ saving }) => saving ?? "[x]" },
      { header: "Owner", width: WIDTHS.count, cell: ({ owner }) => owner ?? "[x]" },
      { header: "Cell", width: WIDTHS.count, cell: ({ place }) => place.cell },
    ],
  });
  return true;
}
