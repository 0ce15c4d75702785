import type { AxisState, LabelsState, SeriesState } from "../../../workbook-file/book/book";
import { isWrittenChartType } from "../../../workbook-file/read/drawing-words";
import { notImplemented } from "../../wire/errors";

/** @throws NotImplemented for a type that cannot be written to a file. */
export function checkChartType(type: string): void {
  if (!isWrittenChartType(type)) throw notImplemented(`charts of the type "${type}"`);
}

export const newAxis = (majorGridlines: boolean): AxisState => ({
  visible: true,
  title: null,
  minimum: null,
  maximum: null,
  numberFormat: null,
  majorGridlines,
  reversed: false,
  fontSize: null,
  fontColor: null,
  titleSize: null,
  titleColor: null,
  labelEvery: null,
});

/** A series that says nothing of its look. */
export const newSeries = (name: string): SeriesState => ({
  name,
  nameRef: null,
  categories: null,
  values: "",
  type: null,
  axisGroup: "Primary",
  color: null,
  lineWeight: null,
  lineStyle: null,
  markerStyle: null,
  markerSize: null,
  markerColor: null,
  smooth: false,
  labels: null,
});

/** Labels that say nothing of their look. */
export const newLabels: LabelsState = { position: null, numberFormat: null, fontSize: null, fontColor: null };
