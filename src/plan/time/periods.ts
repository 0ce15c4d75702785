/**
 * Reporting periods: days (`dates`), periods and their arithmetic (`calendar`), and how people
 * write them (`period-labels`, `find-period`).
 */
export * from "./dates";
export * from "./calendar";
export { readPeriod } from "./period-labels";
export type { PeriodOptions, PeriodReading } from "./period-labels";
export { hintsOf, noHints, mayBeSettled, underHeading } from "./period-hints";
export { upToWhen, withMarks, withoutMarks } from "./period-marks";
export { findPeriod, settleReadings } from "./find-period";
