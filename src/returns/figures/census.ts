import { addTo } from "../../collections/collect";
import {
  REGIONS_RULE,
  type Census,
  type LeftOutRule,
  type NotUnderstood,
  type Observation,
  type StatedTotal,
} from "../observation";
import { placeOf, type Claim, type TableReading } from "./claim";
import { isCounted, type Refusal } from "./questions";
import type { Figure } from "./settle";

/** Everything that a reading made of its claims. */
export interface ReadFigures {
  readonly claims: readonly Claim[];
  readonly readings: Iterable<TableReading>;
  readonly observations: readonly Observation[];
  readonly statedTotals: readonly StatedTotal[];
  readonly figures: readonly Figure[];
  readonly refusals: readonly Refusal[];
  readonly leftOut: ReadonlyMap<Claim, LeftOutRule>;
}

/** A census, and the claims that no rule explains: none should be, and any is a question. */
export interface CensusTaken {
  readonly census: Omit<Census, "asked">;
  readonly unexplained: readonly Claim[];
}

/** Counts what became of every number and every yes or no in the tables of figures. */
export function takeCensus(read: ReadFigures): CensusTaken {
  const fates = new Fates(read);
  const unexplained: Claim[] = [];
  const byRule = new Map<LeftOutRule, number>();
  const leaveOut = (rule: LeftOutRule, cells: number) => {
    if (cells > 0) byRule.set(rule, (byRule.get(rule) ?? 0) + cells);
  };
  let cellsRead = 0;
  for (const claim of read.claims) {
    if (!isCounted(claim)) continue;
    const fate = fates.of(claim);
    if (fate === "read") cellsRead++;
    else if (fate === "unexplained") unexplained.push(claim);
    else if (fate !== "asked") leaveOut(fate, 1);
  }
  for (const { outsideCells, regionCells, keyCells } of read.readings) {
    leaveOut("another body's row", outsideCells);
    leaveOut(REGIONS_RULE, regionCells);
    leaveOut("a name, reference or note beside the figures", keyCells);
  }
  const leftOut = [...byRule.values()].reduce((sum, cells) => sum + cells, 0);
  return {
    census: { read: cellsRead, leftOut, byRule: [...byRule].map(([rule, cells]) => ({ rule, cells })) },
    unexplained,
  };
}

/** The figures that all questions ask about. */
export function cellsAsked(questions: readonly NotUnderstood[]): number {
  return questions.reduce((sum, { cells }) => sum + cells, 0);
}

type Fate = "read" | "asked" | "unexplained" | LeftOutRule;

class Fates {
  private readonly read = new Set<string>();
  private readonly asked: ReadonlySet<Claim>;
  private readonly totals: ReadonlySet<string>;
  private readonly values = new Map<Claim, (number | null)[]>();

  constructor(private readonly made: ReadFigures) {
    for (const { place, parts, value, kind } of made.observations) {
      if (value === null || kind === "variance") continue;
      this.read.add(place.cell);
      for (const part of parts ?? []) this.read.add(part.place.cell);
    }
    this.asked = new Set(made.refusals.map(({ claim }) => claim));
    this.totals = new Set(made.statedTotals.map(({ place }) => place.cell));
    for (const { claim, value } of made.figures) addTo(this.values, claim, value);
  }

  of(claim: Claim): Fate {
    const { cell } = placeOf(claim);
    if (this.read.has(cell)) return "read";
    if (this.asked.has(claim)) return "asked";
    const rule = this.made.leftOut.get(claim);
    if (rule !== undefined) return rule;
    if (claim.kind === "variance") return "a change or variance";
    const values = this.values.get(claim) ?? [];
    const isAside = this.totals.has(cell) || claim.total !== null || values.some((value) => value !== null);
    return isAside ? "a total or a part of a figure that is read" : "unexplained";
  }
}
