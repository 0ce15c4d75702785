/**
 * Calendar days as ISO text, and Excel's two ways of numbering them. No `Date`: a day here has no
 * time and no time zone, so nothing can shift it.
 */

/** A calendar day, "2025-03-31": comparable as text. */
export type IsoDate = string & { readonly __isoDate?: never };

/** Which day Excel counts from: 1 January 1900 (Windows) or 1 January 1904 (old Mac workbooks). */
export type DateSystem = 1900 | 1904;

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, the month counted from 1. */
function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The ISO day of a year, month (1 to 12) and day that exist. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Year, month (1 to 12) and day of an ISO day. */
export function dateParts(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Whether text is an ISO day that exists: "2025-02-29" is not. */
export function isRealDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = dateParts(text);
  return isRealDay(year, month, day);
}

/** Whether a year, month and day exist together. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): IsoDate {
  return isoDate(year, month, daysInMonth(year, month));
}

/** Days since 1 January 1970, by Howard Hinnant's civil calendar arithmetic. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = dateParts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function dateOfDayNumber(number: number): IsoDate {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** The day a number of days later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from one day to another: 0 for the same day, negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day a number of months later, or that month's last day where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return isoDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

const SERIAL_1900_DAY_0 = dayNumber("1899-12-31");
const SERIAL_1904_DAY_0 = dayNumber("1904-01-01");
const FALSE_LEAP_DAY = 60;
const LAST_SERIAL = { 1900: 2958465, 1904: 2957003 };

/**
 * The day an Excel serial number stands for, the time of day dropped; null where it stands for none.
 * In the 1900 system serial 60 is 29 February 1900, a day that never was (kept by Excel for Lotus
 * 1-2-3's sake), so it stands for none and every later serial is one too high.
 */
export function dateOfSerial(serial: number, system: DateSystem = 1900): IsoDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole > LAST_SERIAL[system]) return null;
  if (system === 1904) return whole < 0 ? null : dateOfDayNumber(SERIAL_1904_DAY_0 + whole);
  if (whole < 1 || whole === FALSE_LEAP_DAY) return null;
  return dateOfDayNumber(SERIAL_1900_DAY_0 + (whole > FALSE_LEAP_DAY ? whole - 1 : whole));
}

/** Excel's serial number of a day from 1900 (or 1904) on. */
export function serialOfDate(date: IsoDate, system: DateSystem = 1900): number {
  if (system === 1904) return dayNumber(date) - SERIAL_1904_DAY_0;
  const count = dayNumber(date) - SERIAL_1900_DAY_0;
  return count >= FALSE_LEAP_DAY ? count + 1 : count;
}

/** "31 March 2025". */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** "31 Mar 2025". */
export function shortDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTH_NAMES[month - 1]?.slice(0, 3)} ${year}`;
}
