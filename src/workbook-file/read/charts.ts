import { wordTable } from "../../collections/word-table";
import {
  NO_FILL,
  type AxisState,
  type ChartState,
  type LabelsState,
  type PointLabelState,
  type SeriesState,
  type SheetState,
} from "../book/book";
import type { Package } from "../package/package";
import { child, children, descend, flag, number, relationshipId, type XmlNode } from "../package/xml";
import { lightened, type Palette } from "./colors";
import { type Anchor, anchorToPoints, EMU_PER_POINT } from "./drawing-anchor";
import { chartTypeOf, dashToOffice, LABEL_POSITIONS, markerToOffice } from "./drawing-words";

/** Charts of a sheet's drawing, in its order. Pictures, shapes and newer chart kinds stay in their parts. */
export function readCharts(
  sheet: SheetState,
  drawing: string | null,
  packaged: Package,
  palette: Palette,
): ChartState[] {
  const root = drawing === null ? null : packaged.xml(drawing);
  if (!root || drawing === null) return [];
  const targets = new Map(packaged.relationships(drawing).map((each) => [each.id, each.target]));
  const charts: ChartState[] = [];
  for (const anchor of root.children) {
    const frame = descend(anchor, "graphicFrame");
    const reference = descend(frame, "graphic", "graphicData", "chart");
    const part = targets.get((reference && relationshipId(reference.attributes)) ?? "");
    const space = part === undefined ? null : packaged.xml(part);
    if (!frame || part === undefined || space?.name !== "chartSpace") continue;
    const named = descend(frame, "nvGraphicFramePr", "cNvPr")?.attributes ?? {};
    charts.push({
      id: chartId(sheet, number(named["id"]) ?? charts.length, charts.length),
      name: named["name"] ?? `Chart ${charts.length + 1}`,
      ...readChart(space, palette),
      ...readPlace(sheet, anchor),
      source: part,
    });
  }
  return charts;
}

function chartId(sheet: SheetState, shape: number, index: number): string {
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, "0");
  return `{${hex(index, 8)}-0008-${sheet.id.slice(10, 14)}-${sheet.id.slice(20, 24)}-${hex(shape, 12)}}`;
}

function readPlace(sheet: SheetState, anchor: XmlNode): Pick<ChartState, "left" | "top" | "width" | "height"> {
  const from = child(anchor, "from");
  const to = child(anchor, "to");
  const position = child(anchor, "pos")?.attributes;
  const extent = child(anchor, "ext")?.attributes;
  const start = from
    ? anchorToPoints(sheet, readAnchor(from))
    : { left: emu(position?.["x"]), top: emu(position?.["y"]) };
  if (!to) return { ...start, width: emu(extent?.["cx"]), height: emu(extent?.["cy"]) };
  const end = anchorToPoints(sheet, readAnchor(to));
  return { ...start, width: end.left - start.left, height: end.top - start.top };
}

function emu(value: string | undefined): number {
  return (number(value) ?? 0) / EMU_PER_POINT;
}

function readAnchor(node: XmlNode): Anchor {
  const value = (name: string) => number(child(node, name)?.text) ?? 0;
  return {
    row: value("row"),
    column: value("col"),
    down: value("rowOff") / EMU_PER_POINT,
    across: value("colOff") / EMU_PER_POINT,
  };
}

type ChartContent = Omit<ChartState, "id" | "name" | "left" | "top" | "width" | "height" | "source">;

function readChart(space: XmlNode, palette: Palette): ChartContent {
  const chart = child(space, "chart");
  const area = child(chart, "plotArea");
  const plots = (area?.children ?? []).filter((each) => each.name.endsWith("Chart"));
  const axes = readAxes(area, plots);
  const type = plots[0] ? plotType(plots[0]) : "Invalid";
  const primary = axisIds(plots[0]);
  const ordered = plots.flatMap((plot) =>
    children(plot, "ser").map((node) => ({
      order: number(value(node, "order")) ?? 0,
      series: readSeries(node, plotType(plot), type, axisIds(plot) === primary, palette),
    })),
  );
  const series = ordered.sort((a, b) => a.order - b.order).map((each) => each.series);
  const legend = child(chart, "legend");
  const legendLook = ownLook(legend, palette);
  return {
    type,
    ...readTitle(chart, series, palette),
    legend: {
      visible: legend !== undefined,
      position: LEGENDS[value(legend, "legendPos") ?? "r"] ?? "Right",
      fontSize: legendLook.size,
      fontColor: legendLook.color,
    },
    series,
    category: readAxis(axes.category, palette),
    value: readAxis(axes.value, palette),
    secondaryValue: axes.secondary ? readAxis(axes.secondary, palette) : null,
  };
}

const LEGENDS: Readonly<Record<string, ChartState["legend"]["position"]>> = wordTable({
  r: "Right",
  tr: "Right",
  l: "Left",
  t: "Top",
  b: "Bottom",
});

function value(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes["val"];
}

function axisIds(plot: XmlNode | undefined): string {
  return children(plot, "axId")
    .map((each) => each.attributes["val"])
    .join();
}

/** The axes of the first plot, and the value axis of a later plot that has its own. */
function readAxes(area: XmlNode | undefined, plots: readonly XmlNode[]) {
  const find = (plot: XmlNode | undefined, isValue: boolean) => {
    const ids = axisIds(plot).split(",");
    return area?.children.find(
      (each) =>
        each.name.endsWith("Ax") && (each.name === "valAx") === isValue && ids.includes(value(each, "axId") ?? ""),
    );
  };
  const primary = find(plots[0], true);
  const secondary = plots.map((plot) => find(plot, true)).find((axis) => axis && axis !== primary);
  return { category: find(plots[0], false), value: primary, secondary };
}

/** Office.js type of a plot element. Charts in three dimensions go by the name of their flat kind. */
function plotType(plot: XmlNode): string {
  const element = plot.name.replace("3D", "");
  const grouping = value(plot, "grouping");
  switch (element) {
    case "barChart": {
      const barDir = value(plot, "barDir") === "bar" ? "bar" : "col";
      return chartTypeOf({ element, barDir, grouping: grouping ?? "clustered" });
    }
    case "lineChart": {
      const series = children(plot, "ser");
      const bare = series.length > 0 && series.every((each) => value(child(each, "marker"), "symbol") === "none");
      const markers = flag(value(plot, "marker")) && !bare;
      return chartTypeOf({ element, grouping: grouping ?? "standard", markers });
    }
    case "areaChart":
      return chartTypeOf({ element, grouping: grouping ?? "standard" });
    case "pieChart":
    case "doughnutChart":
      return chartTypeOf({ element });
    case "scatterChart":
      return "XYScatter";
    case "bubbleChart":
      return "Bubble";
    case "radarChart":
      return "Radar";
    default:
      return "Invalid";
  }
}

function readSeries(
  node: XmlNode,
  ownType: string,
  chartType: string,
  isPrimary: boolean,
  palette: Palette,
): SeriesState {
  const text = child(node, "tx");
  const marker = child(node, "marker");
  const shape = child(node, "spPr");
  const line = child(shape, "ln");
  const isLine = ownType.startsWith("Line") || ownType.startsWith("XY");
  const symbol = value(marker, "symbol");
  const points = readPointLabels(child(node, "dLbls"), palette);
  const dash = child(line, "noFill") ? "None" : value(line, "prstDash");
  return {
    name: descend(text, "v")?.text ?? referencedText(child(text, "strRef")) ?? "",
    nameRef: descend(text, "strRef", "f")?.text ?? null,
    categories: formulaOf(child(node, "cat") ?? child(node, "xVal")),
    values: formulaOf(child(node, "val") ?? child(node, "yVal")) ?? "",
    type: ownType === chartType ? null : ownType,
    axisGroup: isPrimary ? "Primary" : "Secondary",
    color: !isLine && child(shape, "noFill") ? NO_FILL : readColor(isLine ? line : shape, palette),
    lineWeight: lineWeight(line),
    lineStyle: dash === undefined || dash === "None" ? (dash ?? null) : dashToOffice(dash),
    markerStyle: symbol === undefined ? null : markerToOffice(symbol),
    markerSize: number(value(marker, "size")),
    markerColor: readColor(child(marker, "spPr"), palette),
    smooth: flag(value(node, "smooth")),
    labels: readLabels(child(node, "dLbls"), palette),
    ...(points.length > 0 && { pointLabels: points }),
  };
}

/** Labels that show values; those of names alone stay in their part. */
function readLabels(node: XmlNode | undefined, palette: Palette): LabelsState | null {
  return node && flag(value(node, "showVal")) ? labelLook(node, palette) : null;
}

/** Labels of single points that show their series' name or their value. */
function readPointLabels(node: XmlNode | undefined, palette: Palette): PointLabelState[] {
  return children(node, "dLbl").flatMap((label) => {
    const index = number(value(label, "idx"));
    const [showsName, showsValue] = [flag(value(label, "showSerName")), flag(value(label, "showVal"))];
    return index === null || !(showsName || showsValue)
      ? []
      : [{ ...labelLook(label, palette), index, showsName, showsValue }];
  });
}

function labelLook(node: XmlNode, palette: Palette): LabelsState {
  const format = child(node, "numFmt")?.attributes;
  const look = ownLook(node, palette);
  return {
    position: LABEL_POSITIONS[value(node, "dLblPos") ?? ""] ?? null,
    numberFormat: format?.["sourceLinked"] === "0" ? (format["formatCode"] ?? null) : null,
    fontSize: look.size,
    fontColor: look.color,
  };
}

function lineWeight(line: XmlNode | undefined): number | null {
  const width = number(line?.attributes["w"]);
  return width === null ? null : width / EMU_PER_POINT;
}

function formulaOf(data: XmlNode | undefined): string | null {
  const reference = data?.children.find((each) => each.name.endsWith("Ref"));
  return child(reference, "f")?.text ?? null;
}

function referencedText(reference: XmlNode | undefined): string | null {
  return descend(reference, "strCache", "pt", "v")?.text ?? null;
}

/** A solid fill's colour, theme colours resolved; null for automatic, none, or a pattern. */
function readColor(shape: XmlNode | undefined, palette: Palette): string | null {
  const color = child(shape, "solidFill")?.children[0];
  if (!color) return null;
  const base = color.name === "schemeClr" ? palette.schemeColor(color.attributes["val"] ?? "") : solid(color);
  const share = (name: string) => number(value(color, name));
  const multiply = share("lumMod");
  if (base === null || multiply === null) return base;
  return lightened(base, (light) => (light * multiply) / 100_000 + (share("lumOff") ?? 0) / 100_000);
}

function solid(color: XmlNode): string | null {
  const hex = color.name === "sysClr" ? color.attributes["lastClr"] : color.attributes["val"];
  return hex && /^[0-9A-Fa-f]{6}$/.test(hex) ? `#${hex.toUpperCase()}` : null;
}

function readTitle(
  chart: XmlNode | undefined,
  series: readonly SeriesState[],
  palette: Palette,
): Pick<ChartState, "title" | "titleSize" | "titleColor"> {
  const node = child(chart, "title");
  if (!node) return { title: null, titleSize: null, titleColor: null };
  const look = textLook(node, palette);
  const title = textOf(node) ?? (series.length === 1 ? series[0]!.name : "");
  return { title, titleSize: look.size, titleColor: look.color };
}

function textOf(title: XmlNode): string | null {
  const text = child(title, "tx");
  const rich = child(text, "rich");
  if (!rich) return referencedText(child(text, "strRef"));
  return children(rich, "p")
    .map((paragraph) =>
      children(paragraph, "r")
        .map((run) => child(run, "t")?.text ?? "")
        .join(""),
    )
    .join("\n");
}

/** Size and colour of a title's or an axis's text, from its first run or its defaults. */
function textLook(node: XmlNode, palette: Palette): { size: number | null; color: string | null } {
  const paragraph = descend(node, "tx", "rich", "p") ?? descend(node, "txPr", "p");
  const looks = [descend(paragraph, "r", "rPr"), descend(paragraph, "pPr", "defRPr")];
  const size = looks.map((look) => number(look?.attributes["sz"])).find((each) => each !== null) ?? null;
  const color = looks.map((look) => readColor(look, palette)).find((each) => each !== null) ?? null;
  return { size: size === null ? null : size / 100, color };
}

/** The look of the text of an axis or legend itself, its title's left out. */
function ownLook(node: XmlNode | undefined, palette: Palette): ReturnType<typeof textLook> {
  return node ? textLook({ ...node, children: children(node, "txPr") }, palette) : { size: null, color: null };
}

function readAxis(node: XmlNode | undefined, palette: Palette): AxisState {
  const scaling = child(node, "scaling");
  const format = child(node, "numFmt")?.attributes;
  const title = child(node, "title");
  const look = ownLook(node, palette);
  const titleLook = title ? textLook(title, palette) : { size: null, color: null };
  return {
    visible: node !== undefined && !flag(value(node, "delete")),
    title: title ? (textOf(title) ?? "") : null,
    minimum: number(value(scaling, "min")),
    maximum: number(value(scaling, "max")),
    numberFormat: format && !flag(format["sourceLinked"]) ? (format["formatCode"] ?? null) : null,
    majorGridlines: child(node, "majorGridlines") !== undefined,
    reversed: value(scaling, "orientation") === "maxMin",
    fontSize: look.size,
    fontColor: look.color,
    titleSize: titleLook.size,
    titleColor: titleLook.color,
    labelEvery: number(value(node, "tickLblSkip")),
  };
}
