import { packUnit, type Unit } from "../../plan/quantity/units";
import { isCorner, isScope, type Column } from "../keys/columns";
import type { ResolvedMetric } from "../keys/resolve-metric";
import type { RawTable } from "../tables/raw-table";
import { countedWords } from "../words/heading-words";

/** What is measured, never counted. */
const amounts: ReadonlySet<string> = new Set(["energy", "mass", "volume", "distance", "area", "money"]);

/** What the figures of a table may be that give no unit: not always what their metric is counted in. */
export class OtherMeasures {
  private readonly hasScopes: boolean;
  /** The words that stand over all of the table. */
  private readonly over: readonly string[];

  constructor({ captions }: RawTable, columns: readonly Column[]) {
    this.hasScopes = columns.some(isScope);
    this.over = [...captions, ...columns.filter(isCorner)].map(({ text }) => text);
  }

  /** Why a figure cannot be taken without a unit, or null. Beside scopes it may be emissions; under “Number of meters” it counts those. */
  doubt({ match }: ResolvedMetric, units: readonly Unit[], section: string | null): string | null {
    if (match === null || units.some(({ dimension }) => dimension !== "count")) return null;
    const dimensions = match.entries.map(({ metric }) => packUnit(metric.unit).dimension);
    if (this.hasScopes && !dimensions.includes("CO2e"))
      return "beside a scope and without a unit it may be an amount or its emissions";
    if (!dimensions.some((dimension) => amounts.has(dimension))) return null;
    const counted = [section ?? "", ...this.over].map(countedWords).find((words) => words !== undefined);
    return counted === undefined ? null : `the words over it speak of “${counted}”, and no unit is given`;
  }
}
