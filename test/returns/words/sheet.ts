import { sheet } from "../grids";
import { read } from "../reading";

/** The metrics of a label with a unit beside it ("Gas | kWh"), answered or given a number, whichever its unit asks for. */
export function readSheet(labelled: string): string[] {
  const [label = "", unit = null] = labelled.split(" | ");
  const value = /^y/i.test(unit ?? "") ? "Yes" : 5;
  const { observations } = read([
    sheet("UHL", [
      ["Metric", "Unit", "2023/24"],
      [label, unit, value],
      ["Steam", "kWh", 9],
    ]),
  ]);
  return observations.filter(({ place }) => place.cell === "UHL!C2").map(({ metric }) => metric);
}
