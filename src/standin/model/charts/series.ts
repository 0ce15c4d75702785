import { absoluteReference } from "../../../snapshot/addresses";
import { NO_FILL, type SeriesState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound, notImplemented } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { colour, oneOf } from "../session/arguments";
import { isRange } from "../session/given-cells";
import type { Chart } from "./chart";
import { checkChartType, newAxis, newLabels, newSeries } from "./chart-parts";
import { ChartDataLabels } from "./data-labels";
import { ChartPointsCollection } from "./points";

const LINE_STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot", "Automatic"] as const;
const MARKERS = [
  "Invalid", "Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus",
] as const; // prettier-ignore

/** `Excel.ChartSeriesCollection` */
export class ChartSeriesCollection implements HostObject {
  readonly className = "ChartSeriesCollection";
  constructor(private readonly chart: Chart) {}

  get count(): number {
    return this.chart.state.series.length;
  }
  getCount(): number {
    return this.count;
  }
  items(): ChartSeries[] {
    return this.chart.state.series.map((series) => new ChartSeries(this.chart, series));
  }
  getItemAt(index: number): ChartSeries {
    const series = this.chart.state.series[index];
    if (!series) throw itemNotFound(`the series ${index} of "${this.chart.name}"`);
    return new ChartSeries(this.chart, series);
  }
  /** Adds a series without values at the end. */
  add(name?: string | null, index?: number | null): ChartSeries {
    const all = this.chart.state.series;
    const series = newSeries(name ?? `Series${all.length + 1}`);
    const at = index ?? all.length;
    this.chart.edit({ series: [...all.slice(0, at), series, ...all.slice(at)] });
    return new ChartSeries(this.chart, series);
  }
}

/** `Excel.ChartSeries` */
export class ChartSeries implements HostObject {
  readonly className = "ChartSeries";
  constructor(
    private readonly chart: Chart,
    readonly state: SeriesState,
  ) {}

  edit(change: Partial<SeriesState>): void {
    if (!this.chart.state.series.includes(this.state)) throw itemNotFound(`the series "${this.state.name}"`);
    Object.assign(this.state, change);
    this.chart.edit({});
  }
  /** Drawn as a line, so that its colour is the line's. */
  get isLine(): boolean {
    return /^(Line|XY)/.test(this.chartType);
  }

  get name(): string {
    return this.state.name;
  }
  /** A text, or a formula such as "=Sheet1!$B$1". */
  set name(given: unknown) {
    const name = String(given);
    if (name.startsWith("=")) this.edit({ nameRef: name.slice(1) });
    else this.edit({ name, nameRef: null });
  }
  get chartType(): string {
    return this.state.type ?? this.chart.state.type;
  }
  set chartType(given: unknown) {
    const type = String(given);
    checkChartType(type);
    this.edit({ type: type === this.chart.state.type ? null : type });
  }
  get axisGroup(): string {
    return this.state.axisGroup;
  }
  set axisGroup(given: unknown) {
    const axisGroup = oneOf(["Primary", "Secondary"] as const, given);
    this.edit({ axisGroup });
    const anySecondary = this.chart.state.series.some((series) => series.axisGroup === "Secondary");
    if (anySecondary) this.chart.state.secondaryValue ??= newAxis(false);
    else this.chart.state.secondaryValue = null;
  }
  get smooth(): boolean {
    return this.state.smooth;
  }
  set smooth(given: unknown) {
    this.edit({ smooth: given === true });
  }
  get markerStyle(): string {
    return this.state.markerStyle ?? "Automatic";
  }
  set markerStyle(given: unknown) {
    this.edit({ markerStyle: oneOf(MARKERS, given) });
  }
  get markerSize(): number | null {
    return this.state.markerSize;
  }
  set markerSize(given: unknown) {
    const size = Number(given);
    if (!(size >= 2 && size <= 72)) throw invalidArgument("A marker's size is 2 to 72 points");
    this.edit({ markerSize: size });
  }
  /** Fill and outline of a marker are one colour in the model. */
  get markerBackgroundColor(): string {
    return this.state.markerColor ?? "";
  }
  set markerBackgroundColor(given: unknown) {
    this.edit({ markerColor: colour(given) });
  }
  get markerForegroundColor(): string {
    return this.state.markerColor ?? "";
  }
  set markerForegroundColor(given: unknown) {
    this.edit({ markerColor: colour(given) });
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this);
  }
  get hasDataLabels(): boolean {
    return this.state.labels !== null;
  }
  /** Without labels no point keeps one of its own. */
  set hasDataLabels(given: unknown) {
    if (given !== true) delete this.state.pointLabels;
    this.edit({ labels: given === true ? (this.state.labels ?? newLabels) : null });
  }
  get points(): ChartPointsCollection {
    return new ChartPointsCollection(this);
  }
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(this);
  }

  setValues(source: unknown): void {
    this.edit({ values: referenceOf(source) });
  }
  setXAxisValues(source: unknown): void {
    this.edit({ categories: referenceOf(source) });
  }
  delete(): void {
    this.edit({});
    this.chart.edit({ series: this.chart.state.series.filter((series) => series !== this.state) });
  }
}

function referenceOf(source: unknown): string {
  if (!isRange(source)) throw invalidArgument("A series draws a range");
  return absoluteReference(source.sheet.name, source.rect);
}

class ChartSeriesFormat implements HostObject {
  readonly className = "ChartSeriesFormat";
  constructor(private readonly series: ChartSeries) {}
  get line(): ChartLineFormat {
    return new ChartLineFormat(this.series);
  }
  get fill(): ChartFill {
    return new ChartFill(this.series);
  }
}

/** `Excel.ChartLineFormat` of a series. The outline of a column has a weight and a style but no colour of its own. */
class ChartLineFormat implements HostObject {
  readonly className = "ChartLineFormat";
  constructor(private readonly series: ChartSeries) {}

  get color(): string {
    return this.series.isLine ? (this.series.state.color ?? "") : "";
  }
  set color(given: unknown) {
    if (!this.series.isLine) throw notImplemented("the colour of a column's outline");
    this.series.edit({ color: colour(given) });
  }
  get weight(): number | null {
    return this.series.state.lineWeight;
  }
  set weight(given: unknown) {
    const lineWeight = Number(given);
    if (!(lineWeight >= 0 && lineWeight <= 1584)) throw invalidArgument("A line's weight is 0 to 1584 points");
    this.series.edit({ lineWeight });
  }
  get lineStyle(): string {
    return this.series.state.lineStyle ?? "Automatic";
  }
  set lineStyle(given: unknown) {
    const style = oneOf(LINE_STYLES, given);
    this.series.edit({ lineStyle: style === "Automatic" ? null : style });
  }
  clear(): void {
    this.series.edit({ lineStyle: "None" });
  }
}

/** `Excel.ChartFill` of a series */
class ChartFill implements HostObject {
  readonly className = "ChartFill";
  constructor(private readonly series: ChartSeries) {}

  setSolidColor(given: unknown): void {
    if (this.series.isLine) throw notImplemented("the fill of a line");
    this.series.edit({ color: colour(given) });
  }
  clear(): void {
    if (this.series.isLine) throw notImplemented("the fill of a line");
    this.series.edit({ color: NO_FILL });
  }
}
