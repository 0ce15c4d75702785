import { LABEL_POSITIONS } from "../../../workbook-file/read/drawing-words";
import type { LabelsState } from "../../../workbook-file/book/book";
import type { HostObject } from "../../wire/objects";
import { oneOf } from "../session/arguments";
import { ChartFont } from "./chart-font";
import { newLabels } from "./chart-parts";
import type { ChartSeries } from "./series";

type Change = Partial<LabelsState>;

/** The look of labels, whether a series' or a point's. */
export abstract class ChartLabelLook implements HostObject {
  abstract readonly className: string;
  constructor(
    private readonly state: () => LabelsState,
    private readonly edit: (change: Change) => void,
  ) {}

  get position(): string {
    return this.state().position ?? "BestFit";
  }
  set position(given: unknown) {
    this.edit({ position: oneOf(Object.values(LABEL_POSITIONS), given) });
  }
  get numberFormat(): string {
    return this.state().numberFormat ?? "General";
  }
  set numberFormat(given: unknown) {
    this.edit({ numberFormat: String(given) });
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this.state, this.edit);
  }
}

/** `Excel.ChartDataLabels` of a series: its values beside its points. */
export class ChartDataLabels extends ChartLabelLook {
  readonly className = "ChartDataLabels";
  constructor(series: ChartSeries) {
    const state = () => series.state.labels ?? newLabels;
    super(state, (change) => series.edit({ labels: { ...state(), ...change } }));
  }
}

class ChartDataLabelFormat implements HostObject {
  readonly className = "ChartDataLabelFormat";
  constructor(
    private readonly state: () => LabelsState,
    private readonly edit: (change: Change) => void,
  ) {}
  get font(): ChartFont {
    return new ChartFont(
      () => ({ size: this.state().fontSize, color: this.state().fontColor }),
      ({ size, color }) =>
        this.edit({
          ...(size === undefined ? {} : { fontSize: size }),
          ...(color === undefined ? {} : { fontColor: color }),
        }),
    );
  }
}
