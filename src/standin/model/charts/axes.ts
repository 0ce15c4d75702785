import type { AxisState } from "../../../workbook-file/book/book";
import { invalidArgument, itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { oneOf } from "../session/arguments";
import type { Chart } from "./chart";
import { ChartFont } from "./chart-font";

type Which = "category" | "value" | "secondaryValue";

/** `Excel.ChartAxes` */
export class ChartAxes implements HostObject {
  readonly className = "ChartAxes";
  constructor(private readonly chart: Chart) {}

  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.chart, "category");
  }
  get valueAxis(): ChartAxis {
    return new ChartAxis(this.chart, "value");
  }
  getItem(type: string, group?: string | null): ChartAxis {
    const kind = oneOf(["Category", "Value"] as const, type);
    if (oneOf(["Primary", "Secondary"] as const, group ?? "Primary") === "Primary") {
      return kind === "Category" ? this.categoryAxis : this.valueAxis;
    }
    if (kind === "Category" || !this.chart.state.secondaryValue) throw itemNotFound(`the secondary axis ${type}`);
    return new ChartAxis(this.chart, "secondaryValue");
  }
}

/** `Excel.ChartAxis` */
class ChartAxis implements HostObject {
  readonly className = "ChartAxis";
  constructor(
    private readonly chart: Chart,
    private readonly which: Which,
  ) {}

  get state(): AxisState {
    const axis = this.chart.state[this.which];
    if (!axis) throw itemNotFound("the chart's secondary axis");
    return axis;
  }
  edit(change: Partial<AxisState>): void {
    this.chart.edit({ [this.which]: { ...this.state, ...change } });
  }

  get type(): string {
    return this.which === "category" ? "Category" : "Value";
  }
  get axisGroup(): string {
    return this.which === "secondaryValue" ? "Secondary" : "Primary";
  }
  get visible(): boolean {
    return this.state.visible;
  }
  set visible(given: unknown) {
    this.edit({ visible: given === true });
  }
  /** "" while Excel chooses: the stand-in draws nothing and so cannot say what Excel would choose. */
  get minimum(): number | "" {
    return this.state.minimum ?? "";
  }
  set minimum(given: unknown) {
    this.edit({ minimum: bound(given) });
  }
  get maximum(): number | "" {
    return this.state.maximum ?? "";
  }
  set maximum(given: unknown) {
    this.edit({ maximum: bound(given) });
  }
  get numberFormat(): string {
    return this.state.numberFormat ?? "General";
  }
  set numberFormat(given: unknown) {
    this.edit({ numberFormat: String(given) });
  }
  get reversePlotOrder(): boolean {
    return this.state.reversed;
  }
  set reversePlotOrder(given: unknown) {
    this.edit({ reversed: given === true });
  }
  /** 1 while Excel chooses. */
  get tickLabelSpacing(): number {
    return this.state.labelEvery ?? 1;
  }
  set tickLabelSpacing(given: unknown) {
    const every = Number(given);
    if (this.which !== "category" || !Number.isInteger(every) || every < 1)
      throw invalidArgument("A category axis labels every first, second or later category");
    this.edit({ labelEvery: every });
  }
  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this);
  }
  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this);
  }
  get format(): ChartAxisFormat {
    return new ChartAxisFormat(this);
  }
}

function bound(given: unknown): number | null {
  if (given === "" || given === null) return null;
  const value = Number(given);
  if (!Number.isFinite(value)) throw invalidArgument("An axis ends at a number");
  return value;
}

class ChartAxisTitle implements HostObject {
  readonly className = "ChartAxisTitle";
  constructor(private readonly axis: ChartAxis) {}

  get text(): string {
    return this.axis.state.title ?? "";
  }
  set text(given: unknown) {
    this.axis.edit({ title: String(given) });
  }
  get visible(): boolean {
    return this.axis.state.title !== null;
  }
  set visible(given: unknown) {
    this.axis.edit({ title: given === true ? (this.axis.state.title ?? "Axis Title") : null });
  }
  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(this.axis);
  }
}

class ChartAxisTitleFormat implements HostObject {
  readonly className = "ChartAxisTitleFormat";
  constructor(private readonly axis: ChartAxis) {}

  get font(): ChartFont {
    const { axis } = this;
    return new ChartFont(
      () => ({ size: axis.state.titleSize, color: axis.state.titleColor }),
      ({ size, color }) =>
        axis.edit({
          ...(size !== undefined && { titleSize: size }),
          ...(color !== undefined && { titleColor: color }),
        }),
    );
  }
}

class ChartGridlines implements HostObject {
  readonly className = "ChartGridlines";
  constructor(private readonly axis: ChartAxis) {}

  get visible(): boolean {
    return this.axis.state.majorGridlines;
  }
  set visible(given: unknown) {
    this.axis.edit({ majorGridlines: given === true });
  }
}

class ChartAxisFormat implements HostObject {
  readonly className = "ChartAxisFormat";
  constructor(private readonly axis: ChartAxis) {}

  get font(): ChartFont {
    const { axis } = this;
    return new ChartFont(
      () => ({ size: axis.state.fontSize, color: axis.state.fontColor }),
      ({ size, color }) =>
        axis.edit({ ...(size !== undefined && { fontSize: size }), ...(color !== undefined && { fontColor: color }) }),
    );
  }
}
