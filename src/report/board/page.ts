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
import { footprintsFirst, headlineRows } from "./headline";
import { pageHeader } from "./header";
import { newsBeside, whereWeStand } from "./stand";
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
  const isQuarterly = source.outcome.settings.kindOfReport === "quarterly";
  const links = actionLinks(others.actions, names["action-status"]);
  const counts = { counted: [counted.footprints, counted.targets], silent: silent.length };
  // Of a return of energy, water and waste alone, they are what a board reads first.
  const isWithoutHeadline = !isQuarterly && headlineRows(source).length === 0;
  const areas = () => areasTable(layout, source, cells, counted.targets);
  if (isQuarterly) {
    whatMoved(layout, source);
    footprintLines(layout, source);
    asked(layout, source);
    actionTables(layout, source, links);
    layout.newPage();
    partYearTable(layout, source, cells);
    whereWeStand(layout, source, cells, counts);
    areas();
    reliance(layout, source, latest);
    layout.newPage();
    gapsTable(layout, source, cells, targets);
  } else {
    whereWeStand(layout, source, cells, { ...counts, beside: newsBeside(source) });
    if (isWithoutHeadline) figuresTable(layout, source);
    asked(layout, source);
    // The table of areas is not cut by the end of page one: where there is much to say before it, it begins page two.
    if (fitsOnPageOne(layout, source, latest)) {
      areas();
      reliance(layout, source, latest);
      layout.newPage();
    } else {
      reliance(layout, source, latest);
      layout.newPage();
      areas();
    }
    gapsTable(layout, source, cells, targets);
    actionTables(layout, source, links);
  }
  aheadTable(layout, source, latest);
  if (!isWithoutHeadline) figuresTable(layout, source);
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
  layout.describe("what a board reads first, then what it looks up, and every target with a figure.");
  const sheet = layout.finish({ ...source.furniture(), repeat: placed.targets });
  return { sheet: { ...sheet, printColumns: PRINTED_COLUMNS }, placed };
}

/** Lines of text that a page holds. */
const LINES_OF_A_PAGE = 41;
/** Lines of headings, header rows and names that wrap, around the areas and what follows them. */
const LINES_AROUND_AREAS = 8;

/** Whether the areas and how far to rely on them still fit under what stands on page one. */
function fitsOnPageOne(layout: SheetLayout, source: ReportSource, latest: readonly Assessment[]): boolean {
  const { outcome, doubts } = source;
  const wrapped = headlineRows(source).length;
  const below = outcome.pack.areas.length + relianceSentences(outcome, latest, doubts).length;
  return layout.next + wrapped + LINES_AROUND_AREAS + below <= LINES_OF_A_PAGE;
}

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
