import { dateOfSerial, readPeriod } from "../plan/periods";
import type { DateSystem, IsoDate } from "../plan/periods";

/** A tracker's date cell: the day it means, or that it could not be read. */
export interface Day {
  readonly date: IsoDate | null;
  /** True where something stands there that is no date. */
  readonly unread: boolean;
}

/** A serial number, a date as text, or a month or quarter, of which the last day is meant. */
export function readDay(value: string | number | null, dateSystem: DateSystem): Day {
  if (value === null || value === "") return { date: null, unread: false };
  if (typeof value === "number") {
    const date = dateOfSerial(value, dateSystem);
    return { date, unread: date === null };
  }
  const reading = readPeriod(value, { dateSystem });
  return reading.kind === "period"
    ? { date: reading.period.last, unread: false }
    : { date: null, unread: value.trim() !== "" };
}
