import { llrPack } from "../../src/plan/llr";
import type { Observation, ReturnReading, ReadingChoices } from "../../src/returns/observation";
import { readReturns } from "../../src/returns/reading/read";
import type { SheetSnapshot } from "../../src/snapshot/snapshot";
import { workbook } from "./grids";

export interface Around extends Partial<ReadingChoices> {
  readonly fileName?: string;
  readonly dateSystem?: 1900 | 1904;
}

/** Reads fixture sheets against the plan that ships. */
export function read(sheets: readonly SheetSnapshot[], around: Around = {}): ReturnReading {
  const { fileName = null, dateSystem = 1900, ...choices } = around;
  return readReturns(workbook(sheets, { fileName, dateSystem }), llrPack, {
    period: null,
    organisations: [],
    ...choices,
  });
}

/** "GAS RWE 2023/24 123": with the site after the organisation, and the kind where it is no actual. */
export function line({ metric, organisation, site, period, kind, value, note }: Observation): string {
  const whose = site === null ? organisation : `${organisation}/${site}`;
  const what = kind === "actual" ? "" : `${kind} `;
  return `${metric} ${whose} ${period.label} ${what}${value ?? `none (${note})`}`;
}

/** Every figure the return gives, those derived from energy left out. */
export function lines(reading: ReturnReading): string[] {
  return reading.observations
    .filter(({ metric }) => metric !== "ENERGY-C")
    .map(line)
    .sort();
}

export function expectLines(reading: ReturnReading, expected: readonly string[]): void {
  expect(lines(reading)).toEqual([...expected].sort());
}

export function cells(reading: ReturnReading): Record<string, string> {
  return Object.fromEntries(
    reading.observations.filter(({ metric }) => metric !== "ENERGY-C").map((each) => [line(each), each.place.cell]),
  );
}
