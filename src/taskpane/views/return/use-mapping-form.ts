import { useState } from "react";
import type { Outcome } from "../../../outcome";
import { readUnit } from "../../../plan/quantity/units";
import { readPeriod } from "../../../plan/time/periods";
import type { MappingRow } from "../../../returns/observation";
import { sayWhatItIs, wouldRead } from "../../pane/tasks";

/** What is entered in the form, as text; "" where a person leaves it to the sheet. */
interface MappingEntries {
  readonly metric: string;
  readonly unit: string;
  readonly organisation: string;
  readonly period: string;
  readonly who: string;
}

export interface MappingFormState {
  readonly entries: MappingEntries;
  /** Takes in what a person changes; the sentence on what would be read is out of date from then on. */
  readonly change: (part: Partial<MappingEntries>) => void;
  /** What is wrong with an entry, as a sentence, or null. */
  readonly unitTrouble: string | null;
  readonly periodTrouble: string | null;
  /** True where the entries can be tried and kept. */
  readonly isUsable: boolean;
  /** What the row would be read as, once asked for. */
  readonly preview: string | null;
  readonly showPreview: () => void;
  /** Keeps the entries with the workbook. */
  readonly keep: () => void;
  /** Keeps that the row is no figure of the plan. */
  readonly leaveOut: () => void;
}

export interface MappingFormProps {
  readonly row: MappingRow;
  readonly outcome: Outcome;
  /** The name that a person gave before, or "". */
  readonly who: string;
  readonly busy: boolean;
  readonly done: () => void;
}

/** State of the form in which a person says what a mapping row is; `done` is called once that is kept. */
export function useMappingForm({ row, outcome, who, busy, done }: MappingFormProps): MappingFormState {
  const [entries, setEntries] = useState(() => ({ ...entriesOf(row), who }));
  const [preview, setPreview] = useState<string | null>(null);
  const trouble = { unitTrouble: unitTrouble(entries.unit), periodTrouble: periodTrouble(entries.period) };
  const isUsable = entries.metric !== "" && trouble.unitTrouble === null && trouble.periodTrouble === null && !busy;
  const keep = (metric: string | null) =>
    void sayWhatItIs(rowOf(row, entries, metric)).then((isKept) => isKept && done());
  return {
    entries,
    change: (part) => {
      setEntries({ ...entries, ...part });
      setPreview(null);
    },
    ...trouble,
    isUsable,
    preview,
    showPreview: () =>
      void wouldRead(outcome, rowOf(row, entries, entries.metric)).then(setPreview, () => setPreview(null)),
    keep: () => {
      if (isUsable) keep(entries.metric);
    },
    leaveOut: () => keep(null),
  };
}

/** What the form begins with: all that was set by hand before, else only the metric. */
function entriesOf({ metric, unit, organisation, period, byHand }: MappingRow): Omit<MappingEntries, "who"> {
  const begun = { metric: metric ?? "", unit: "", organisation: "", period: "" };
  return byHand ? { ...begun, unit: unit ?? "", organisation: organisation ?? "", period: period ?? "" } : begun;
}

/** The row as a person says it is; with no metric it is left out. */
function rowOf(
  row: MappingRow,
  { unit, organisation, period, who }: MappingEntries,
  metric: string | null,
): MappingRow {
  return {
    ...row,
    metric,
    unit: unit.trim() || null,
    organisation: organisation || null,
    period: period.trim() || null,
    confidence: 1,
    why: "said in the pane",
    byHand: true,
    who: who.trim(),
  };
}

function unitTrouble(entry: string): string | null {
  const text = entry.trim();
  if (text === "" || readUnit(text)) return null;
  return `“${text}” is no unit that is known here. Write one like kWh, MWh, tCO2e, m3, tonnes or %.`;
}

function periodTrouble(entry: string): string | null {
  const text = entry.trim();
  if (text === "" || readPeriod(text).kind === "period") return null;
  return `“${text}” is no period. Write one like 2024/25, 2024/25 Q3 or March 2025.`;
}
