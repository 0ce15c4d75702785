/** Units: what they are and how they convert (`measures`), and how people write them (`unit-labels`). */
export * from "./measures";
export { readUnit, unitOfNumberFormat } from "./unit-labels";
export type { UnitReading } from "./unit-labels";
