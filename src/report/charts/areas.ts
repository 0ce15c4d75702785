import { absoluteCell, sheetPrefix } from "../../snapshot/addresses";
import type { Rag } from "../../assessment/assessment";
import { formatNumber, joinWords, plural } from "../../plan/wording";
import { quietColours, stateColours } from "../layout/palette";
import type { ReportCell, ReportSheet } from "../sheet";
import type { ReportSource } from "../source/source";
import { barsChart, type Part } from "./bars";
import type { ChartPages } from "./place";

/** The targets of one area by rating. */
type AreaCounts = { readonly name: string } & Readonly<Record<Rag, number>>;

/** The targets of each area by state, those off track picked out; the counts are the board's own, which are live. */
export function areasChart(pages: ChartPages, source: ReportSource, board: ReportSheet): void {
  const areas = areaCounts(source);
  const rated = areas.filter(({ red, amber, green }) => red + amber + green > 0);
  if (rated.length === 0)
    return pages.heading("Targets by area", ["No chart: no target outside the footprints can be rated."]);
  const offTrack = rated.filter(({ red }) => red > 0).sort((a, b) => b.red - a.red);
  const worst = offTrack.filter(({ red }) => red === offTrack[0]?.red).map(({ name }) => name);
  const part = (rag: Rag, header: string, colour: string, onBoard: string | null): Part<AreaCounts> => ({
    header,
    colour,
    cell: (area) => boardCell(board, area.name, onBoard) ?? area[rag],
  });
  barsChart<AreaCounts>(pages, {
    title:
      offTrack.length === 0
        ? "No area has a target off track"
        : `Targets are off track in ${formatNumber(offTrack.length)} of ${plural(rated.length, "area")}`,
    sentence: `${offTrack.length === 0 ? "" : `Most are in ${joinWords(worst)}. `}Areas without a rated target and the footprints, which stand in no area, are not counted.`,
    name: "Green Plan areas",
    table: "GreenPlan_AreaChart",
    of: "Area",
    items: areas,
    nameOf: ({ name }) => name,
    parts: [
      part("red", "Off track", stateColours.red.fill, "Off track"),
      part("amber", "Needs attention", quietColours[0], "Needs attention"),
      part("green", "On track", quietColours[1], "On track"),
      part("grey", "No data or not rated", quietColours[2], null),
    ],
    format: "whole",
  });
}

/** The areas that have a target, in the plan's order. */
function areaCounts(source: ReportSource): AreaCounts[] {
  const latest = source.latest().map(({ metric, rag }) => ({ rag, area: source.metric(metric)?.area }));
  return source.outcome.pack.areas.flatMap(({ name, prefix, group }) => {
    const own = latest.filter(({ area }) => area === group || area === prefix);
    const count = (wanted: Rag) => own.filter(({ rag }) => rag === wanted).length;
    const counts = { name, red: count("red"), amber: count("amber"), green: count("green"), grey: count("grey") };
    return own.length > 0 ? [counts] : [];
  });
}

/** A count on the board's page; null where its table does not hold it. */
function boardCell({ name, tables }: ReportSheet, area: string, header: string | null): ReportCell {
  const table = tables.find((each) => each.name === "GreenPlan_Areas");
  const column = table?.columns.findIndex((each) => each.header === header) ?? -1;
  const row = table?.rows.findIndex(([first]) => first === area) ?? -1;
  if (!table || column < 0 || row < 0) return null;
  return { formula: `=${sheetPrefix(name)}${absoluteCell(table.row + 1 + row, column)}` };
}
