import type { Pack } from "../plan/schema";
import type { ReturnReading, Total } from "./observation";

export function totals(_reading: ReturnReading, _pack: Pack): Total[] {
  return [];
}
