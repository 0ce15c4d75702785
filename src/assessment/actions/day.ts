import { dateOfSerial, readPeriod, type DateSystem, type IsoDate } from "../../plan/time/periods";

/** A tracker's date cell: the day it means, or that it could not be read. */
export interface Day {
  readonly date: IsoDate | null;
  /** True where something stands there that is no date, or may be more than one. */
  readonly unread: boolean;
}

/** Days a green plan's tracker can speak of: a number outside them (2024, 45) is no date's serial. */
const PLAUSIBLE = { from: "2000-01-01", to: "2099-12-31" } as const;

/** A serial number, a date as text, or a month or quarter, of which the last day is meant. */
export function readDay(value: string | number | null, dateSystem: DateSystem): Day {
  if (value === null || value === "") return { date: null, unread: false };
  if (typeof value === "number") {
    const date = dateOfSerial(value, dateSystem);
    const plausible = date !== null && date >= PLAUSIBLE.from && date <= PLAUSIBLE.to;
    return plausible ? { date, unread: false } : { date: null, unread: true };
  }
  const reading = readPeriod(value, { dateSystem });
  return reading.kind === "period"
    ? { date: reading.period.last, unread: false }
    : { date: null, unread: value.trim() !== "" };
}
