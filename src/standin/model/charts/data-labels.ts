import { LABEL_POSITIONS } from "../../../workbook-file/read/drawing-words";
import type { LabelsState } from "../../../workbook-file/book/book";
import type { HostObject } from "../../wire/objects";
import { oneOf } from "../session/arguments";
import { ChartFont } from "./chart-font";
import { newLabels } from "./chart-parts";
import type { ChartSeries } from "./series";

/** `Excel.ChartDataLabels` of a series: its values beside its points. */
export class ChartDataLabels implements HostObject {
  readonly className = "ChartDataLabels";
  constructor(private readonly series: ChartSeries) {}

  private get state(): LabelsState {
    return this.series.state.labels ?? newLabels;
  }
  edit(change: Partial<LabelsState>): void {
    this.series.edit({ labels: { ...this.state, ...change } });
  }

  get position(): string {
    return this.state.position ?? "BestFit";
  }
  set position(given: unknown) {
    this.edit({ position: oneOf(Object.values(LABEL_POSITIONS), given) });
  }
  get numberFormat(): string {
    return this.state.numberFormat ?? "General";
  }
  set numberFormat(given: unknown) {
    this.edit({ numberFormat: String(given) });
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this, () => this.state);
  }
}

class ChartDataLabelFormat implements HostObject {
  readonly className = "ChartDataLabelFormat";
  constructor(
    private readonly labels: ChartDataLabels,
    private readonly state: () => LabelsState,
  ) {}
  get font(): ChartFont {
    return new ChartFont(
      () => ({ size: this.state().fontSize, color: this.state().fontColor }),
      ({ size, color }) =>
        this.labels.edit({
          ...(size === undefined ? {} : { fontSize: size }),
          ...(color === undefined ? {} : { fontColor: color }),
        }),
    );
  }
}
