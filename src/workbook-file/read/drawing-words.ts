import { wordTable } from "../../collections/word-table";

/** DrawingML words of charts beside the Office.js words for the same. */

/** Dash of a line (20.1.10.48); the first of two that mean the same is written. */
export const DASHES: readonly (readonly [file: string, office: string])[] = [
  ["solid", "Continuous"],
  ["dash", "Dash"],
  ["dashDot", "DashDot"],
  ["lgDashDotDot", "DashDotDot"],
  ["sysDot", "Dot"],
  ["sysDot", "RoundDot"],
  ["sysDash", "Dash"],
  ["lgDash", "Dash"],
  ["lgDashDot", "DashDot"],
  ["dot", "Dot"],
  ["sysDashDot", "DashDot"],
  ["sysDashDotDot", "DashDotDot"],
];

export function dashToOffice(word: string): string {
  return DASHES.find(([file]) => file === word)?.[1] ?? "Continuous";
}

/** "Circle" is "circle" in the file; only "Automatic" is another word. */
export function markerToOffice(symbol: string): string {
  return symbol === "auto" ? "Automatic" : symbol === "x" ? "X" : symbol.charAt(0).toUpperCase() + symbol.slice(1);
}

export interface PlotKind {
  element: string;
  barDir?: "col" | "bar";
  grouping?: string;
  markers?: boolean;
}

/** Which plot element and grouping an Office.js chart type is. */
export const CHART_TYPES: Readonly<Record<string, PlotKind>> = wordTable({
  Line: { element: "lineChart", grouping: "standard", markers: false },
  LineMarkers: { element: "lineChart", grouping: "standard", markers: true },
  LineStacked: { element: "lineChart", grouping: "stacked", markers: false },
  LineMarkersStacked: { element: "lineChart", grouping: "stacked", markers: true },
  LineStacked100: { element: "lineChart", grouping: "percentStacked", markers: false },
  LineMarkersStacked100: { element: "lineChart", grouping: "percentStacked", markers: true },
  ColumnClustered: { element: "barChart", barDir: "col", grouping: "clustered" },
  ColumnStacked: { element: "barChart", barDir: "col", grouping: "stacked" },
  ColumnStacked100: { element: "barChart", barDir: "col", grouping: "percentStacked" },
  BarClustered: { element: "barChart", barDir: "bar", grouping: "clustered" },
  BarStacked: { element: "barChart", barDir: "bar", grouping: "stacked" },
  BarStacked100: { element: "barChart", barDir: "bar", grouping: "percentStacked" },
  Area: { element: "areaChart", grouping: "standard" },
  AreaStacked: { element: "areaChart", grouping: "stacked" },
  AreaStacked100: { element: "areaChart", grouping: "percentStacked" },
  Pie: { element: "pieChart" },
  Doughnut: { element: "doughnutChart" },
});

/** Types `file/` writes; any other of the user's is shown by its nearest name and kept as it is. */
export function isWrittenChartType(type: string): boolean {
  return type in CHART_TYPES;
}

export function chartTypeOf(kind: PlotKind): string {
  const found = Object.entries(CHART_TYPES).find(
    ([, each]) =>
      each.element === kind.element &&
      each.barDir === kind.barDir &&
      each.grouping === kind.grouping &&
      each.markers === kind.markers,
  );
  return found?.[0] ?? "Invalid";
}

/** Where a series' labels stand, by the file's word. */
export const LABEL_POSITIONS: Readonly<Record<string, string>> = wordTable({
  t: "Top",
  b: "Bottom",
  l: "Left",
  r: "Right",
  ctr: "Center",
  inEnd: "InsideEnd",
  inBase: "InsideBase",
  outEnd: "OutsideEnd",
  bestFit: "BestFit",
});
