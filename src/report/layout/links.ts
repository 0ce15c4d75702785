import { splitPlace } from "../../snapshot/addresses";
import type { ReportCell } from "../sheet";

/** A cell as a link to it: "Site Data!BF812". */
export function linkTo(cell: string): ReportCell {
  const place = splitPlace(cell);
  return place ? { text: cell, link: { ...place, tip: `Go to ${cell}` } } : cell;
}
