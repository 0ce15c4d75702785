import type { Choices } from "../../outcome";
import { isoDate } from "../../plan/time/dates";
import { store } from "./store";

/** The day by the person's own clock. */
export function today(): string {
  const now = new Date();
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** What the person chose, for a reading of the workbook. */
export function choices(): Choices {
  return { asOf: store.get().asOf, today: today(), period: null, organisations: [] };
}
