import { absoluteCell, sheetPrefix } from "../../snapshot/addresses";
import type { Assessment } from "../../assessment/assessment";
import { formatNumber, joinWords, plural } from "../../plan/wording";
import { quietColours, stateColours } from "../layout/palette";
import type { ReportCell, ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { COUNTS, WIDTHS, type ChartPages } from "./place";

/** The targets of one area by state. */
interface AreaCounts {
  readonly name: string;
  readonly red: number;
  readonly amber: number;
  readonly green: number;
  readonly grey: number;
}

/** The header of each count in this chart's table, and in the board's, which it points at. */
const COLUMNS = {
  red: { header: "Off track", onBoard: "Targets off track", colour: stateColours.red.fill },
  amber: { header: "Needs attention", onBoard: "Targets needing attention", colour: quietColours[0] },
  green: { header: "On track", onBoard: "Targets on track", colour: quietColours[1] },
  grey: { header: "No data or not rated", onBoard: null, colour: quietColours[2] },
} as const;
const states = ["red", "amber", "green", "grey"] as const;

/** The targets of each area by state, those off track picked out; the counts are the board's own. */
export function areasChart(pages: ChartPages, source: ReportSource, board: ReportSheet): void {
  const areas = areaCounts(source);
  const rated = areas.filter(({ red, amber, green }) => red + amber + green > 0);
  if (rated.length === 0) {
    pages.heading("Targets by area", ["No chart: no target outside the footprints can be rated."]);
    return;
  }
  const offTrack = rated.filter(({ red }) => red > 0).sort((a, b) => b.red - a.red);
  const worst = offTrack.filter(({ red }) => red === offTrack[0]?.red).map(({ name }) => name);
  pages.draw<AreaCounts>({
    title: areasTitle(offTrack.length, rated.length),
    sentences: [
      offTrack.length === 0
        ? "No target outside the footprints is off track."
        : `The most are in ${joinWords(worst)}. Footprints stand in no area and are not counted here.`,
    ],
    table: {
      name: "GreenPlan_AreaChart",
      items: areas,
      columns: [
        { header: "Area", width: WIDTHS.name, cell: ({ name }) => name },
        ...states.map((state) => ({
          header: COLUMNS[state].header,
          width: WIDTHS.figure,
          format: "whole" as const,
          cell: (area: AreaCounts) => onBoard(board, area.name, COLUMNS[state].onBoard) ?? area[state],
        })),
      ],
    },
    chart: {
      name: "Green Plan areas",
      type: "BarStacked",
      categories: "Area",
      series: states.map((state) => ({
        column: COLUMNS[state].header,
        colour: COLUMNS[state].colour,
        dash: "Continuous",
        marker: "None",
        labelled: true,
      })),
      categoryTitle: "Area",
      valueTitle: "Number of targets",
      valueFormat: "0",
      labelFormat: COUNTS,
      labelEvery: 1,
    },
  });
}

function areasTitle(offTrack: number, rated: number): string {
  if (offTrack === 0) return "No area has a target off track";
  return `Targets are off track in ${formatNumber(offTrack)} of the ${plural(rated, "area")} with rated ones`;
}

/** The areas that have a target, in the plan's order. */
function areaCounts(source: ReportSource): AreaCounts[] {
  const areaOf = ({ metric }: Assessment) => source.metric(metric)?.area ?? "";
  const latest = source.latest();
  const counts = source.outcome.pack.areas.map(({ name, prefix, group }): AreaCounts => {
    const own = latest.filter((row) => areaOf(row) === group || areaOf(row) === prefix);
    const count = (rag: Assessment["rag"]) => own.filter((row) => row.rag === rag).length;
    return { name, red: count("red"), amber: count("amber"), green: count("green"), grey: count("grey") };
  });
  return counts.filter(({ red, amber, green, grey }) => red + amber + green + grey > 0);
}

/** The board's own live count; null where its table does not hold it. */
function onBoard({ name, tables }: ReportSheet, area: string, header: string | null): ReportCell {
  const table = tables.find((each) => each.name === "GreenPlan_Areas");
  const column = table?.columns.findIndex((each) => each.header === header) ?? -1;
  const row = table?.rows.findIndex(([first]) => first === area) ?? -1;
  if (!table || column < 0 || row < 0) return null;
  return { formula: `=${sheetPrefix(name)}${absoluteCell(table.row + 1 + row, column)}` };
}
