import type { ChartState, SheetState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound, notImplemented } from "../../wire/errors";
import { WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";
import { Range } from "../range/range";
import { oneOf } from "../session/arguments";
import { givenCells, isRange } from "../session/given-cells";
import { EVENT, type Session } from "../session/session";
import { ChartAxes } from "./axes";
import { ChartFont } from "./chart-font";
import { checkChartType } from "./chart-parts";
import { ChartSeriesCollection } from "./series";
import { seriesFrom } from "./source-data";

/** `Excel.Chart` */
export class Chart implements HostObject {
  readonly className = "Chart";
  constructor(
    readonly session: Session,
    readonly sheet: SheetState,
    readonly state: ChartState,
  ) {}

  check(): void {
    this.session.requireSheet(this.sheet);
    if (!this.sheet.charts.includes(this.state)) throw itemNotFound(`the chart "${this.state.name}"`);
  }
  /** Says that the chart is to be written anew. */
  edit(change: Partial<ChartState>): void {
    this.check();
    this.session.requireWritable(this.sheet);
    Object.assign(this.state, change);
    this.sheet.edits.charts = true;
  }

  get identity(): string {
    return this.state.id;
  }
  get id(): string {
    return this.state.id;
  }
  get worksheet(): HostObject {
    return this.session.make.worksheet(this.session, this.sheet);
  }
  get title(): ChartTitle {
    return new ChartTitle(this);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this);
  }
  get axes(): ChartAxes {
    return new ChartAxes(this);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this);
  }

  get name(): string {
    return this.state.name;
  }
  set name(given: unknown) {
    this.edit({ name: String(given) });
  }
  get chartType(): string {
    return this.state.type;
  }
  /** All series become of this type. */
  set chartType(given: unknown) {
    const type = String(given);
    checkChartType(type);
    for (const series of this.state.series) series.type = null;
    this.edit({ type });
  }
  get left(): number {
    return this.state.left;
  }
  set left(given: unknown) {
    this.edit({ left: points(given) });
  }
  get top(): number {
    return this.state.top;
  }
  set top(given: unknown) {
    this.edit({ top: points(given) });
  }
  get width(): number {
    return this.state.width;
  }
  set width(given: unknown) {
    this.edit({ width: points(given) });
  }
  get height(): number {
    return this.state.height;
  }
  set height(given: unknown) {
    this.edit({ height: points(given) });
  }

  /** Over the cells from one corner to the other, both included. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const start = this.corner(startCell);
    const place = { left: start.left, top: start.top };
    if (endCell === null || endCell === undefined) return this.edit(place);
    const end = this.corner(endCell);
    const [width, height] = [end.left + end.width - start.left, end.top + end.height - start.top];
    this.edit({ ...place, width: points(width), height: points(height) });
  }
  setData(source: unknown, seriesBy?: string | null): void {
    if (!isRange(source)) throw invalidArgument("A chart is made of a range");
    this.edit({ series: seriesFrom(this.session, source, seriesBy ?? "Auto") });
  }
  delete(): void {
    this.edit({});
    this.sheet.charts = this.sheet.charts.filter((chart) => chart !== this.state);
    this.sheet.edits.charts = true;
    const message = { chartId: this.state.id, worksheetId: this.sheet.id, source: "Local" };
    for (const target of [this.sheet.id, WORKBOOK_TARGET])
      this.session.events.raise(EVENT.chartDeleted, target, message);
  }

  private corner(given: unknown): Range {
    return new Range(this.session, this.sheet, givenCells(this.session, this.sheet, given).rect);
  }
}

function points(given: unknown): number {
  const value = Number(given);
  if (!Number.isFinite(value) || value < 0) throw invalidArgument("A place or size is a number of points, 0 or more");
  return value;
}

/** `Excel.ChartTitle` */
class ChartTitle implements HostObject {
  readonly className = "ChartTitle";
  constructor(private readonly chart: Chart) {}

  get text(): string {
    return this.chart.state.title ?? "";
  }
  set text(given: unknown) {
    this.chart.edit({ title: String(given) });
  }
  get visible(): boolean {
    return this.chart.state.title !== null;
  }
  set visible(given: unknown) {
    if (given === true) this.chart.edit({ title: this.chart.state.title ?? "Chart Title" });
    else this.chart.edit({ title: null });
  }
  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this.chart);
  }
}

class ChartTitleFormat implements HostObject {
  readonly className = "ChartTitleFormat";
  constructor(private readonly chart: Chart) {}
  get font(): ChartFont {
    const { chart } = this;
    return new ChartFont(
      () => ({ size: chart.state.titleSize, color: chart.state.titleColor }),
      ({ size, color }) =>
        chart.edit({
          ...(size !== undefined && { titleSize: size }),
          ...(color !== undefined && { titleColor: color }),
        }),
    );
  }
}

/** `Excel.ChartLegend` */
class ChartLegend implements HostObject {
  readonly className = "ChartLegend";
  constructor(private readonly chart: Chart) {}

  get visible(): boolean {
    return this.chart.state.legend.visible;
  }
  set visible(given: unknown) {
    this.chart.edit({ legend: { ...this.chart.state.legend, visible: given === true } });
  }
  get position(): string {
    return this.chart.state.legend.position;
  }
  set position(given: unknown) {
    if (given === "Corner" || given === "Custom") throw notImplemented(`the legend's position "${given}"`);
    const position = oneOf(["Top", "Bottom", "Left", "Right"] as const, given);
    this.chart.edit({ legend: { ...this.chart.state.legend, position } });
  }
  get format(): ChartLegendFormat {
    return new ChartLegendFormat(this.chart);
  }
}

class ChartLegendFormat implements HostObject {
  readonly className = "ChartLegendFormat";
  constructor(private readonly chart: Chart) {}

  get font(): ChartFont {
    const { chart } = this;
    return new ChartFont(
      () => ({ size: chart.state.legend.fontSize, color: chart.state.legend.fontColor }),
      ({ size, color }) =>
        chart.edit({
          legend: {
            ...chart.state.legend,
            ...(size !== undefined && { fontSize: size }),
            ...(color !== undefined && { fontColor: color }),
          },
        }),
    );
  }
}
