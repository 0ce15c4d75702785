/** Units: what they are and how they convert (`measures`), and how people write them (`unit-labels`). */
export * from "./measures";
export { ofCarbon, readUnit, readUnitCell } from "./unit-labels";
export { unitUnderFormat } from "./number-format-units";
export type { UnitReading } from "./unit-labels";
export { readTypedNumber } from "./typed-numbers";
export type { TypedNumber } from "./typed-numbers";
