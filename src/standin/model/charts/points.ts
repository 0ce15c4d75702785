import { parseReference } from "../../../snapshot/addresses";
import { columnCount, rowCount } from "../../../snapshot/areas";
import { LABEL_POSITIONS } from "../../../workbook-file/read/drawing-words";
import type { PointLabelState } from "../../../workbook-file/book/book";
import { itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { oneOf } from "../session/arguments";
import { ChartFont } from "./chart-font";
import type { ChartSeries } from "./series";

/** `Excel.ChartPointsCollection` of a series: one for each cell of its values. */
export class ChartPointsCollection implements HostObject {
  readonly className = "ChartPointsCollection";
  constructor(private readonly series: ChartSeries) {}

  get count(): number {
    const area = parseReference(this.series.state.values)?.area;
    return area ? rowCount(area) * columnCount(area) : 0;
  }
  getCount(): number {
    return this.count;
  }
  items(): ChartPoint[] {
    return Array.from({ length: this.count }, (_, index) => new ChartPoint(this.series, index));
  }
  getItemAt(index: number): ChartPoint {
    if (!(index >= 0 && index < this.count)) throw itemNotFound(`the point ${index} of "${this.series.name}"`);
    return new ChartPoint(this.series, index);
  }
}

/** `Excel.ChartPoint` */
class ChartPoint implements HostObject {
  readonly className = "ChartPoint";
  constructor(
    private readonly series: ChartSeries,
    private readonly index: number,
  ) {}

  get label(): PointLabelState | undefined {
    return this.series.state.pointLabels?.find(({ index }) => index === this.index);
  }
  edit(change: Partial<PointLabelState> | null): void {
    const others = (this.series.state.pointLabels ?? []).filter(({ index }) => index !== this.index);
    const own = change === null ? [] : [{ ...newLabel(this.index), ...this.label, ...change }];
    this.series.edit({ pointLabels: [...others, ...own] });
  }

  get hasDataLabel(): boolean {
    return this.label !== undefined || this.series.hasDataLabels;
  }
  set hasDataLabel(given: unknown) {
    this.edit(given === true ? {} : null);
  }
  get dataLabel(): ChartDataLabel {
    return new ChartDataLabel(this);
  }
}

/** A label shows the value until it is told otherwise. */
const newLabel = (index: number): PointLabelState => ({
  index,
  position: null,
  showsName: false,
  showsValue: true,
  numberFormat: null,
  fontSize: null,
  fontColor: null,
});

/** `Excel.ChartDataLabel` */
class ChartDataLabel implements HostObject {
  readonly className = "ChartDataLabel";
  constructor(readonly point: ChartPoint) {}

  get position(): string {
    return this.point.label?.position ?? "BestFit";
  }
  set position(given: unknown) {
    this.point.edit({ position: oneOf(Object.values(LABEL_POSITIONS), given) });
  }
  get showSeriesName(): boolean {
    return this.point.label?.showsName ?? false;
  }
  set showSeriesName(given: unknown) {
    this.point.edit({ showsName: given === true });
  }
  get showValue(): boolean {
    return this.point.label?.showsValue ?? true;
  }
  set showValue(given: unknown) {
    this.point.edit({ showsValue: given === true });
  }
  get numberFormat(): string {
    return this.point.label?.numberFormat ?? "General";
  }
  set numberFormat(given: unknown) {
    this.point.edit({ numberFormat: String(given) });
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this.point);
  }
}

class ChartDataLabelFormat implements HostObject {
  readonly className = "ChartDataLabelFormat";
  constructor(private readonly point: ChartPoint) {}
  get font(): ChartFont {
    return new ChartFont(
      () => ({ size: this.point.label?.fontSize ?? null, color: this.point.label?.fontColor ?? null }),
      ({ size, color }) =>
        this.point.edit({
          ...(size === undefined ? {} : { fontSize: size }),
          ...(color === undefined ? {} : { fontColor: color }),
        }),
    );
  }
}
