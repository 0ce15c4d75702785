import type { UnitId as PackUnitId } from "./schema";

export type UnitId = PackUnitId;
