import { parseReference } from "../../../snapshot/addresses";
import {
  NO_FILL,
  type AxisState,
  type BookState,
  type ChartState,
  type LabelsState,
  type Scalar,
  type SeriesState,
} from "../../../workbook-file/book/book";
import { sheetNamed } from "../../../workbook-file/book/lookups";
import { EMU_PER_POINT } from "../../../workbook-file/read/drawing-anchor";
import { CHART_TYPES, DASHES, LABEL_POSITIONS, type PlotKind } from "../../../workbook-file/read/drawing-words";
import { element, encodeText, escapeAttribute, escapeXml, numberText, XML_HEAD } from "../package/xml-text";

const CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";
/** Points of a reference kept beside it for readers that do not look into the cells. */
const MOST_CACHED = 4_096;

/**
 * A chart part. Elements stand in the order of the schema (ECMA-376 part 1, 21.2), which Excel asks
 * for: a series' marker or "invert if negative" before its data, "smooth" after it and in lines alone.
 */
export function chartXml(chart: ChartState, book: BookState): string {
  const plots = groupIntoPlots(chart);
  const hasAxes = plots.some((plot) => plot.kind.element !== "pieChart" && plot.kind.element !== "doughnutChart");
  const isSideways = plots[0]?.kind.barDir === "bar";
  const body =
    titleXml(chart.title, chart.titleSize, chart.titleColor) +
    val("autoTitleDeleted", chart.title === null ? 1 : 0) +
    `<c:plotArea><c:layout/>${plots.map((plot) => plotXml(plot, book)).join("")}` +
    (hasAxes
      ? axesXml(
          chart,
          isSideways,
          plots.some((plot) => plot.isSecondary),
        )
      : "") +
    "</c:plotArea>" +
    legendXml(chart) +
    val("plotVisOnly", 1) +
    val("dispBlanksAs", "gap");
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}">` +
    `${val("roundedCorners", 0)}<c:chart>${body}</c:chart></c:chartSpace>`
  );
}

interface Plot {
  kind: PlotKind;
  isSecondary: boolean;
  series: { series: SeriesState; index: number }[];
}

/** Series of one type and axis share a plot; the chart's own type on the primary axis comes first. */
function groupIntoPlots(chart: ChartState): Plot[] {
  const plots = new Map<string, Plot>();
  const own = CHART_TYPES[chart.type] ?? CHART_TYPES["ColumnClustered"]!;
  chart.series.forEach((series, index) => {
    const type = series.type ?? chart.type;
    const isSecondary = series.axisGroup === "Secondary";
    const key = `${type} ${isSecondary}`;
    const plot = plots.get(key) ?? { kind: CHART_TYPES[type] ?? own, isSecondary, series: [] };
    plot.series.push({ series, index });
    plots.set(key, plot);
  });
  if (plots.size === 0) plots.set("", { kind: own, isSecondary: false, series: [] });
  const rank = (plot: Plot) => (plot.isSecondary ? 2 : 0) + (plot.kind === own ? 0 : 1);
  return [...plots.values()].sort((a, b) => rank(a) - rank(b));
}

function val(name: string, value: string | number): string {
  return `<c:${name} val="${escapeAttribute(String(value))}"/>`;
}

const AXES = { category: 111_111_111, value: 222_222_222, secondCategory: 333_333_333, secondValue: 444_444_444 };

function plotXml({ kind, isSecondary, series }: Plot, book: BookState): string {
  const written = series.map((each) => seriesXml(each.series, each.index, kind, book)).join("");
  const axes =
    val("axId", isSecondary ? AXES.secondCategory : AXES.category) +
    val("axId", isSecondary ? AXES.secondValue : AXES.value);
  const stacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  switch (kind.element) {
    case "lineChart":
      return `<c:lineChart>${val("grouping", kind.grouping!)}${val("varyColors", 0)}${written}${val("marker", 1)}${axes}</c:lineChart>`;
    case "areaChart":
      return `<c:areaChart>${val("grouping", kind.grouping!)}${val("varyColors", 0)}${written}${axes}</c:areaChart>`;
    case "pieChart":
      return `<c:pieChart>${val("varyColors", 1)}${written}${val("firstSliceAng", 0)}</c:pieChart>`;
    case "doughnutChart":
      return `<c:doughnutChart>${val("varyColors", 1)}${written}${val("firstSliceAng", 0)}${val("holeSize", 60)}</c:doughnutChart>`;
    default:
      return (
        `<c:barChart>${val("barDir", kind.barDir!)}${val("grouping", kind.grouping!)}${val("varyColors", 0)}${written}` +
        `${val("gapWidth", 80)}${stacked ? val("overlap", 100) : ""}${axes}</c:barChart>`
      );
  }
}

function seriesXml(series: SeriesState, index: number, kind: PlotKind, book: BookState): string {
  const isLine = kind.element === "lineChart";
  return (
    `<c:ser>${val("idx", index)}${val("order", index)}${seriesName(series, book)}${seriesShape(series, isLine)}` +
    (kind.element === "barChart" ? val("invertIfNegative", 0) : "") +
    (isLine ? markerXml(series, kind) : "") +
    labelsXml(series) +
    (series.categories === null ? "" : `<c:cat>${referenceXml(series.categories, book, "any")}</c:cat>`) +
    (series.values === "" ? "" : `<c:val>${referenceXml(series.values, book, "number")}</c:val>`) +
    (isLine ? val("smooth", series.smooth ? 1 : 0) : "") +
    "</c:ser>"
  );
}

function seriesName(series: SeriesState, book: BookState): string {
  if (series.nameRef === null) return series.name === "" ? "" : `<c:tx><c:v>${encodeText(series.name)}</c:v></c:tx>`;
  const found = referencedValues(series.nameRef, book)?.[0];
  const text = found === undefined || found === null ? series.name : plain(found);
  const cache = `<c:strCache>${val("ptCount", 1)}<c:pt idx="0"><c:v>${encodeText(text)}</c:v></c:pt></c:strCache>`;
  return `<c:tx><c:strRef><c:f>${escapeXml(series.nameRef)}</c:f>${cache}</c:strRef></c:tx>`;
}

function seriesShape({ color, lineWeight, lineStyle }: SeriesState, isLine: boolean): string {
  const fill = color === null ? "" : color === NO_FILL ? "<a:noFill/>" : solidFill(color);
  const hasLine = lineWeight !== null || lineStyle !== null;
  const stroke = lineStyle === "None" ? "<a:noFill/>" : isLine ? fill : "";
  const dash = lineStyle === null || lineStyle === "None" ? "" : `<a:prstDash val="${dashToFile(lineStyle)}"/>`;
  const width = lineWeight === null ? "" : ` w="${Math.round(lineWeight * EMU_PER_POINT)}"`;
  const cap = isLine ? ' cap="rnd"' : "";
  const line =
    hasLine || (isLine && fill) ? `<a:ln${width}${cap}>${stroke}${dash}${isLine ? "<a:round/>" : ""}</a:ln>` : "";
  const shape = (isLine ? "" : fill) + line;
  return shape === "" ? "" : `<c:spPr>${shape}</c:spPr>`;
}

function solidFill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${escapeAttribute(color.slice(1).toUpperCase())}"/></a:solidFill>`;
}

/** A line without markers says so series by series, as Excel writes it. */
function markerXml({ markerStyle, markerSize, markerColor }: SeriesState, kind: PlotKind): string {
  const style = markerStyle ?? (kind.markers ? null : "None");
  if (style === null && markerSize === null && markerColor === null) return "";
  const symbol = style === null ? "" : val("symbol", markerToFile(style));
  const size = markerSize === null ? "" : val("size", Math.round(markerSize));
  const fill = markerColor === null ? "" : solidFill(markerColor);
  const shape = fill === "" ? "" : `<c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr>`;
  return `<c:marker>${symbol}${size}${shape}</c:marker>`;
}

/** A series' values beside its points, and what single points say. */
function labelsXml({ labels, pointLabels = [] }: SeriesState): string {
  if (labels === null && pointLabels.length === 0) return "";
  const points = [...pointLabels]
    .sort((a, b) => a.index - b.index)
    .map((label) => {
      const shown = [...(label.showsValue ? ["Val"] : []), ...(label.showsName ? ["SerName"] : [])];
      return `<c:dLbl>${val("idx", label.index)}${labelXml(label, shown)}</c:dLbl>`;
    });
  return `<c:dLbls>${points.join("")}${labelXml(labels ?? newLabels, labels === null ? [] : ["Val"])}</c:dLbls>`;
}

function labelXml(label: LabelsState, shown: readonly string[]): string {
  const { position, numberFormat } = label;
  const format =
    numberFormat === null ? "" : `<c:numFmt formatCode="${escapeAttribute(numberFormat)}" sourceLinked="0"/>`;
  const place = Object.entries(LABEL_POSITIONS).find(([, office]) => office === position)?.[0];
  const shows = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"]
    .map((each) => val(`show${each}`, shown.includes(each) ? 1 : 0))
    .join("");
  return format + labelText(label) + (place === undefined ? "" : val("dLblPos", place)) + shows;
}

/** Labels that say nothing of their look. */
const newLabels: LabelsState = { position: null, numberFormat: null, fontSize: null, fontColor: null };

/** Values a reference points at, row by row; null where it is no range of this workbook or too many. */
function referencedValues(reference: string, book: BookState): Scalar[] | null {
  const place = parseReference(reference);
  const sheet = place && sheetNamed(book, place.sheet);
  if (!place || !sheet) return null;
  const { top, left, bottom, right } = place.area;
  if ((bottom - top + 1) * (right - left + 1) > MOST_CACHED) return null;
  const values: Scalar[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) values.push(sheet.cells[row]?.[column]?.value ?? null);
  }
  return values;
}

function plain(value: Exclude<Scalar, null>): string {
  if (typeof value === "object") return value.error;
  return typeof value === "number" ? numberText(value) : String(value);
}

function referenceXml(reference: string, book: BookState, kind: "any" | "number"): string {
  const values = referencedValues(reference, book);
  const isText = kind === "any" && (values ?? [""]).some((each) => each !== null && typeof each !== "number");
  const formula = `<c:f>${escapeXml(reference)}</c:f>`;
  const points = (values ?? [])
    .map((each, index) => {
      if (each === null || (!isText && typeof each !== "number")) return "";
      return `<c:pt idx="${index}"><c:v>${encodeText(plain(each))}</c:v></c:pt>`;
    })
    .join("");
  const count = values === null ? "" : val("ptCount", values.length);
  if (isText) return `<c:strRef>${formula}${count ? `<c:strCache>${count}${points}</c:strCache>` : ""}</c:strRef>`;
  const cache = count ? `<c:numCache><c:formatCode>General</c:formatCode>${count}${points}</c:numCache>` : "";
  return `<c:numRef>${formula}${cache}</c:numRef>`;
}

function titleXml(title: string | null, size: number | null, color: string | null): string {
  if (title === null) return "";
  const properties = element(
    "a:rPr",
    { lang: "en-GB", sz: size === null ? null : Math.round(size * 100) },
    color === null ? "" : solidFill(color),
  );
  const paragraphs = title
    .split("\n")
    .map((line) => `<a:p><a:r>${properties}<a:t>${encodeText(line)}</a:t></a:r></a:p>`)
    .join("");
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs}</c:rich></c:tx>${val("overlay", 0)}</c:title>`;
}

function legendXml({ legend }: ChartState): string {
  if (!legend.visible) return "";
  const place = { Right: "r", Left: "l", Top: "t", Bottom: "b" }[legend.position];
  return `<c:legend>${val("legendPos", place)}${val("overlay", 0)}${labelText(legend)}</c:legend>`;
}

function axesXml(chart: ChartState, isSideways: boolean, hasSecondary: boolean): string {
  const [across, along] = isSideways ? (["l", "b"] as const) : (["b", "l"] as const);
  const category =
    axisXml("catAx", AXES.category, chart.category, across, AXES.value, "autoZero") +
    axisXml("valAx", AXES.value, chart.value, along, AXES.category, "autoZero");
  if (!hasSecondary) return category;
  const hidden: AxisState = { ...chart.category, visible: false, title: null, majorGridlines: false };
  const second = chart.secondaryValue ?? { ...chart.value, title: null, majorGridlines: false };
  return (
    category +
    axisXml("valAx", AXES.secondValue, second, isSideways ? "t" : "r", AXES.secondCategory, "max") +
    axisXml("catAx", AXES.secondCategory, hidden, across, AXES.secondValue, "autoZero")
  );
}

function axisXml(
  kind: "catAx" | "valAx",
  id: number,
  axis: AxisState,
  position: string,
  crossing: number,
  crosses: string,
): string {
  const limit = (name: string, value: number | null) => (value === null ? "" : val(name, numberText(value)));
  const scaling =
    val("orientation", axis.reversed ? "maxMin" : "minMax") + limit("max", axis.maximum) + limit("min", axis.minimum);
  const format =
    axis.numberFormat === null
      ? '<c:numFmt formatCode="General" sourceLinked="1"/>'
      : `<c:numFmt formatCode="${escapeAttribute(axis.numberFormat)}" sourceLinked="0"/>`;
  const end =
    kind === "catAx"
      ? val("auto", 1) +
        val("lblAlgn", "ctr") +
        val("lblOffset", 100) +
        (axis.labelEvery === null ? "" : val("tickLblSkip", axis.labelEvery)) +
        val("noMultiLvlLbl", 0)
      : val("crossBetween", "between");
  return (
    `<c:${kind}>${val("axId", id)}<c:scaling>${scaling}</c:scaling>${val("delete", axis.visible ? 0 : 1)}` +
    val("axPos", position) +
    (axis.majorGridlines ? gridlines() : "") +
    titleXml(axis.title, axis.titleSize, axis.titleColor) +
    format +
    val("majorTickMark", "out") +
    val("minorTickMark", "none") +
    val("tickLblPos", "nextTo") +
    labelText(axis) +
    val("crossAx", crossing) +
    val("crosses", crosses) +
    end +
    `</c:${kind}>`
  );
}

function gridlines(): string {
  return `<c:majorGridlines><c:spPr><a:ln w="9525">${solidFill("#D9D9D9")}</a:ln></c:spPr></c:majorGridlines>`;
}

function labelText({ fontSize, fontColor }: Pick<AxisState, "fontSize" | "fontColor">): string {
  if (fontSize === null && fontColor === null) return "";
  const look = element(
    "a:defRPr",
    { sz: fontSize === null ? null : Math.round(fontSize * 100) },
    fontColor === null ? "" : solidFill(fontColor),
  );
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

/** The file's word for a dash. */
function dashToFile(word: string): string {
  return DASHES.find(([, office]) => office === word)?.[0] ?? "solid";
}

/** The file's word for a marker. */
function markerToFile(style: string): string {
  return style === "Automatic" ? "auto" : style.toLowerCase();
}
