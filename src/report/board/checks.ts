import { isFresh, type Freshness } from "../kept/freshness";
import { ratingStates } from "../layout/states";
import { SheetLayout, type Placed } from "../layout/layout";
import { WIDTHS } from "./columns";
import type { ReportSource } from "../source/source";
import type { Trajectories } from "../sheets/trajectories";

/** What the checks ask of other sheets: a table they count, and whether what the report rests on still stands. */
export interface ToCheck {
  readonly actions: Placed | null;
  readonly freshness: Freshness;
}

interface Check {
  readonly name: string;
  /** A formula that is true where the check passes. */
  readonly holds: string;
  readonly why: string;
}

/**
 * The report's own checks, as formulas: they fail when the return has changed since the report was
 * made, when a row was lost, or when a cell shows an error (ICAEW, Twenty principles for good
 * spreadsheet practice).
 */
export function checksTable(
  layout: SheetLayout,
  source: ReportSource,
  trajectories: Trajectories,
  standing: readonly Placed[],
  others: ToCheck,
): void {
  layout.heading("Checks of this report");
  const checks = checksOf(source, trajectories, standing, others);
  const verdict = layout.next;
  layout.gap();
  const placed = layout.table({
    name: "GreenPlan_Checks",
    items: checks,
    columns: [
      { header: "Result", width: WIDTHS.name, cell: ({ holds }) => ({ formula: `=IF(${holds},"Pass","Fail")` }) },
      { header: "Check", width: WIDTHS.state, wrap: false, cell: ({ name, why }) => `${name}. ${why}` },
    ],
  });
  layout.paragraphAt(
    verdict,
    {
      formula: `=IF(COUNTIF(${placed.column("Result")},"Pass")=ROWS(${placed.column("Result")}),"All checks pass",COUNTIF(${placed.column("Result")},"Fail")&" of "&ROWS(${placed.column("Result")})&" checks fail: make the report again")`,
    },
    "headline",
  );
}

function checksOf(
  source: ReportSource,
  trajectories: Trajectories,
  standing: readonly Placed[],
  { actions, freshness }: ToCheck,
): Check[] {
  return [
    {
      name: "Nothing that the report rests on has changed",
      holds: isFresh(freshness),
      why: "Fails when a cell of the return, an answer or a setting is another than when this report was made.",
    },
    ...trajectoryChecks(source, trajectories),
    ...standing.map(stateCheck),
    ...(actions ? [actionCheck(source, actions)] : []),
  ];
}

/** The cell that holds a number counted when the report was made. */
function counted({ assumptions }: ReportSource, name: string, value: number): string {
  return assumptions.cell({
    name,
    value,
    format: "whole",
    why: "Counted when the report was made; the checks compare with it.",
  });
}

function trajectoryChecks(source: ReportSource, { placed, rows }: Trajectories): Check[] {
  if (placed === null) return [];
  const [agrees, gap, state] = [placed.column("Agrees"), placed.column("Gap"), placed.column("State")];
  return [
    {
      name: "Live figures agree with the figures that were checked",
      holds: `COUNTIF(${agrees},"Yes")+COUNTIF(${agrees},"[z]")=ROWS(${agrees})`,
      why: "Fails when the return has been changed since this report was made.",
    },
    {
      name: "No gap on the Trajectories sheet shows an error",
      holds: `NOT(ISERROR(SUM(${gap})))`,
      why: "Fails when a cell of the return that a gap rests on was deleted.",
    },
    {
      name: "Every figure with a target has its row",
      holds: `ROWS(${state})=${counted(source, "Rows on the Trajectories sheet", rows.length)}`,
      why: "Fails when rows were added or deleted.",
    },
  ];
}

/** Every row of a table of targets has one of the four states. */
function stateCheck({ table, column }: Placed): Check {
  const state = column("State");
  const states = Object.values(ratingStates)
    .map((each) => `COUNTIF(${state},"${each}")`)
    .join("+");
  return {
    name: table.name === "GreenPlan_Footprints" ? "Every footprint has a state" : "Every other target has a state",
    holds: `${states}=ROWS(${state})`,
    why: "Fails when a state shows an error or a word of its own.",
  };
}

function actionCheck(source: ReportSource, actions: Placed): Check {
  return {
    name: "Every action of the plan has its row",
    holds: `COUNTA(${actions.column("Reference")})=${counted(source, "Actions in the plan", source.outcome.pack.actions.length)}`,
    why: "Fails when an action was lost or doubled.",
  };
}
