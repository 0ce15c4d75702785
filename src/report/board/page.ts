import type { Assessment } from "../../assessment/assessment";
import { toleranceWords } from "../../decisions/tolerances";
import { formatPercent } from "../../plan/wording";
import { freshnessLine } from "../kept/freshness";
import { SheetLayout, type Placed } from "../layout/layout";
import type { ReportSheet } from "../sheet";
import type { Trajectories } from "../sheets/trajectories";
import { shorthandLine, type ReportSource } from "../source/source";
import { actionLinks, actionTables } from "./actions";
import { aheadTable } from "./ahead";
import { areasTable } from "./areas";
import { asked } from "./asked";
import { relianceSentences } from "./brief";
import { BoardCells, POINTS_ACROSS, PRINTED_COLUMNS } from "./columns";
import { checksTable, type ToCheck } from "./checks";
import { figuresTable } from "./figures";
import { gapsTable } from "./gaps";
import { footprintsFirst } from "./order";
import { pageHeader } from "./header";
import { whereWeStand } from "./stand";
import { footprintLines, partYearTable, whatMoved } from "./quarterly";
import { missingTable, targetTable } from "./targets";

/** What the page counts of its own tables, which stand further down: where they come to stand is known once it is laid out. */
interface Counted {
  readonly footprints: Placed | null;
  readonly targets: Placed | null;
}

/**
 * The sheet a board reads. Page one: whose report and of when, where the footprints stand, the areas, how far to rely
 * on it; of a quarterly report what was delivered, what moved and what is due, the footprints behind. Then the widest
 * gaps, what comes, figures without a target, checks, and every target.
 */
export function boardReport(source: ReportSource, trajectories: Trajectories, others: ToCheck): ReportSheet {
  const settled = (counted: Counted): ReportSheet => {
    const { sheet, placed } = layOut(source, trajectories, others, counted);
    const stands = (one: Placed | null, other: Placed | null) => one?.table.row === other?.table.row;
    return stands(placed.targets, counted.targets) && stands(placed.footprints, counted.footprints)
      ? sheet
      : settled(placed);
  };
  return settled({ footprints: null, targets: null });
}

function layOut(
  source: ReportSource,
  trajectories: Trajectories,
  others: ToCheck,
  counted: Counted,
): { sheet: ReportSheet; placed: Counted } {
  const { names, subject } = source;
  const cells = new BoardCells(source, trajectories);
  const latest = source.latest();
  const reported = latest.filter(({ actual }) => actual !== null);
  const silent = latest.filter(({ actual }) => actual === null);
  const { footprints, others: targets } = footprintsFirst(source, reported);
  const layout = new SheetLayout("board-report", names["board-report"], `Green plan board report: ${subject}`, "");
  layout.paragraph(freshnessLine(others.freshness), "headline");
  pageHeader(layout, source);
  const links = actionLinks(others.actions, names["action-status"]);
  const counts = { counted: [counted.footprints, counted.targets], silent: silent.length };
  if (source.outcome.settings.kindOfReport === "quarterly") {
    whatMoved(layout, source, latest);
    asked(layout, source, latest);
    actionTables(layout, source, links);
    partYearTable(layout, source, cells);
    footprintLines(layout, source);
    reliance(layout, source, latest);
    layout.newPage();
    whereWeStand(layout, source, cells, counts);
    areasTable(layout, source, cells, counted.targets);
    layout.newPage();
    gapsTable(layout, source, cells, targets);
  } else {
    whereWeStand(layout, source, cells, counts);
    asked(layout, source, latest);
    const areas = () => areasTable(layout, source, cells, counted.targets);
    const reliable = () => reliance(layout, source, latest);
    // The table of areas is not cut by the end of page one: where there is much to say before it, it begins page two.
    if (layout.next <= LAST_ROW_BEFORE_AREAS) {
      areas();
      reliable();
    } else {
      reliable();
      layout.newPage();
      areas();
    }
    layout.newPage();
    gapsTable(layout, source, cells, targets);
    actionTables(layout, source, links);
  }
  aheadTable(layout, source, latest);
  figuresTable(layout, source, reported);
  missingTable(layout, source, cells, silent);
  checksTable(layout, source, trajectories, placedOnly([counted.footprints, counted.targets]), others);
  howToRead(layout, source);
  layout.newPage();
  const placed = {
    footprints: targetTable(layout, source, cells, {
      name: "GreenPlan_Footprints",
      heading: "Every footprint",
      none: "The return holds no footprint figure.",
      rows: footprints,
    }),
    targets: targetTable(layout, source, cells, {
      name: "GreenPlan_Targets",
      heading: "Every other target, the furthest behind first",
      none: "The return holds no figure for any other target.",
      rows: targets,
    }),
  };
  layout.describe(`headlines, areas, gaps, actions, dates, other figures, checks, and every target.`);
  const sheet = layout.finish({ ...source.furniture(), repeat: placed.targets });
  return { sheet: { ...sheet, printColumns: PRINTED_COLUMNS }, placed };
}

/** Rows that may stand above the areas on page one, so that they still fit there. */
const LAST_ROW_BEFORE_AREAS = 20;

const placedOnly = (all: readonly (Placed | null)[]) => all.filter((each) => each !== null);

function reliance(layout: SheetLayout, source: ReportSource, latest: readonly Assessment[]): void {
  layout.heading("How far these figures can be relied on");
  for (const sentence of relianceSentences(source.outcome, latest, source.doubts))
    layout.prose(sentence, POINTS_ACROSS);
}

/** What the columns mean, for a reader who sees such a page for the first time. */
function howToRead(layout: SheetLayout, { outcome: { pack, tolerances } }: ReportSource): void {
  const amber = formatPercent(pack.thresholds.amberPercent);
  layout.heading("How to read this report");
  for (const line of [
    "Trajectory: where the plan says the figure should stand by then, on the way to the last date it allows. Gap: how far from it; above 0 is behind, whichever way is better.",
    `State: on track is on or ahead of the trajectory; needs attention is behind by up to ${amber}; off track is further behind; not rated has no judgement, with the reason beside it.`,
    "Direction: the latest figure beside that of the year before; within 1% or one percentage point it is sustained. Outlook: where the trend of past years leads.",
    ...tolerances.map((tolerance) => `Tolerance: ${toleranceWords(tolerance)}.`),
    shorthandLine,
  ])
    layout.prose(line, POINTS_ACROSS);
}
