import { parseReference } from "../../../snapshot/addresses";
import { columnCount, rowCount } from "../../../snapshot/areas";
import type { PointLabelState } from "../../../workbook-file/book/book";
import { itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { newLabels } from "./chart-parts";
import { ChartLabelLook } from "./data-labels";
import type { ChartSeries } from "./series";

/** `Excel.ChartPointsCollection` of a series: one for each cell of its values. */
export class ChartPointsCollection implements HostObject {
  readonly className = "ChartPointsCollection";
  constructor(private readonly series: ChartSeries) {}

  get count(): number {
    const area = parseReference(this.series.state.values)?.area;
    return area ? rowCount(area) * columnCount(area) : 0;
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

  /** A label shows the value until it is told otherwise. */
  get label(): PointLabelState {
    const own = this.series.state.pointLabels?.find(({ index }) => index === this.index);
    return own ?? { ...newLabels, index: this.index, showsName: false, showsValue: true };
  }
  edit(change: Partial<PointLabelState> | null): void {
    const others = (this.series.state.pointLabels ?? []).filter(({ index }) => index !== this.index);
    this.series.edit({ pointLabels: change === null ? others : [...others, { ...this.label, ...change }] });
  }

  get hasDataLabel(): boolean {
    return this.series.hasDataLabels || (this.series.state.pointLabels ?? []).some(({ index }) => index === this.index);
  }
  set hasDataLabel(given: unknown) {
    this.edit(given === true ? {} : null);
  }
  get dataLabel(): ChartDataLabel {
    return new ChartDataLabel(this);
  }
}

/** `Excel.ChartDataLabel` */
class ChartDataLabel extends ChartLabelLook {
  readonly className = "ChartDataLabel";
  constructor(private readonly point: ChartPoint) {
    super(
      () => point.label,
      (change) => point.edit(change),
    );
  }

  get showSeriesName(): boolean {
    return this.point.label.showsName;
  }
  set showSeriesName(given: unknown) {
    this.point.edit({ showsName: given === true });
  }
  get showValue(): boolean {
    return this.point.label.showsValue;
  }
  set showValue(given: unknown) {
    this.point.edit({ showsValue: given === true });
  }
}
