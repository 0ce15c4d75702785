/** The units that a plan pack may give a metric, as the pack writes them. */
export const UNIT_IDS = [
  "kWh",
  "tCO2e",
  "kgCO2e",
  "t",
  "m³",
  "m²",
  "miles",
  "litres",
  "£",
  "people",
  "reams",
  "%",
  "count",
  "contacts",
  "yes/no",
  "vehicles",
  "sites",
  "kWh/m²",
  "kgCO2e/m²",
  "£/kWh",
  "m³/m²",
  "kgCO2e/contact",
  "points",
] as const;

export type UnitId = (typeof UNIT_IDS)[number];
