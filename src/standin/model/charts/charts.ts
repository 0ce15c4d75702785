import type { ChartState, SheetState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound } from "../../wire/errors";
import { WORKBOOK_TARGET } from "../../wire/events";
import type { HostObject } from "../../wire/objects";
import { isRange } from "../session/given-cells";
import { EVENT, type Session } from "../session/session";
import { Chart } from "./chart";
import { checkChartType, newAxis } from "./chart-parts";
import { seriesFrom } from "./source-data";

/** Excel's size of a new chart in points: 5 by 3 inches. */
const WIDTH = 360;
const HEIGHT = 216;

/** `Excel.ChartCollection` */
export class Charts implements HostObject {
  readonly className = "ChartCollection";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
  ) {}

  get eventTarget(): string {
    return this.sheet.id;
  }
  get count(): number {
    return this.sheet.charts.length;
  }
  getCount(): number {
    return this.count;
  }
  items(): Chart[] {
    return this.sheet.charts.map((chart) => new Chart(this.session, this.sheet, chart));
  }
  getItem(key: string): Chart {
    const chart = this.getItemOrNullObject(key);
    if (!chart) throw itemNotFound(`the chart "${key}"`);
    return chart;
  }
  getItemOrNullObject(key: string): Chart | null {
    const { charts } = this.sheet;
    const byId = charts.find((chart) => chart.id === key);
    const found = byId ?? charts.find((chart) => chart.name.toLowerCase() === key.toLowerCase());
    return found ? new Chart(this.session, this.sheet, found) : null;
  }
  getItemAt(index: number): Chart {
    const found = this.sheet.charts[index];
    if (!found) throw itemNotFound(`the chart ${index}`);
    return new Chart(this.session, this.sheet, found);
  }
  /** Draws a range; which of its rows and columns are names, categories and values is told from its content. */
  add(type: string, source: unknown, seriesBy?: string | null): Chart {
    this.session.requireWritable(this.sheet);
    if (!isRange(source)) throw invalidArgument("A chart is made of a range");
    checkChartType(type);
    const series = seriesFrom(this.session, source, seriesBy ?? "Auto");
    const [only] = series;
    const chart: ChartState = {
      id: `{00000000-0008-0000-FFFF-${this.session.nextId().toString(16).toUpperCase().padStart(12, "0")}}`,
      name: this.freeName(),
      type,
      title: series.length === 1 && only ? only.name : "Chart Title",
      titleSize: null,
      titleColor: null,
      legend: { visible: series.length > 1, position: "Bottom", fontSize: null, fontColor: null },
      series,
      category: newAxis(false),
      value: newAxis(true),
      secondaryValue: null,
      left: 0,
      top: 0,
      width: WIDTH,
      height: HEIGHT,
      source: null,
    };
    this.sheet.charts.push(chart);
    this.sheet.edits.charts = true;
    const message = { chartId: chart.id, worksheetId: this.sheet.id, source: "Local" };
    for (const target of [this.sheet.id, WORKBOOK_TARGET]) this.session.events.raise(EVENT.chartAdded, target, message);
    return new Chart(this.session, this.sheet, chart);
  }

  private freeName(): string {
    const taken = new Set(this.sheet.charts.map((chart) => chart.name));
    for (let number = 1; ; number++) if (!taken.has(`Chart ${number}`)) return `Chart ${number}`;
  }
}
