import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(__dirname, "lists");

export const textOf = (name: string): string => readFileSync(path.join(folder, name), "utf8");

/** A list's lines as records, keyed by its first line. */
export function list<Key extends string>(name: string): Record<Key, string>[] {
  const [head = [], ...rows] = textOf(name)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const keys = head.filter((key): key is Key => key !== "");
  return rows.map((row) => recordOf(keys, row));
}

function recordOf<Key extends string>(keys: readonly Key[], row: readonly string[]): Record<Key, string> {
  const record: Partial<Record<Key, string>> = {};
  keys.forEach((key, index) => (record[key] = row[index] ?? ""));
  return record as Record<Key, string>;
}

export interface Metric {
  readonly id: string;
  /** A name that every return understands, for what is not about names; "" where the list gives none. */
  readonly name: string;
  readonly unit: string;
  /** Plausible figures for a large acute trust, of 2023/24 and 2024/25. */
  readonly figures: readonly [Amount, Amount];
}

/** A number, or "Yes" or "No". */
export type Amount = number | string;

const amount = (text: string): Amount => (text === "Yes" || text === "No" ? text : Number(text));

export const metrics: ReadonlyMap<string, Metric> = new Map(
  list<"metric" | "plain name" | "unit" | "2023/24" | "2024/25">("metrics.tsv").map((row) => [
    row.metric,
    {
      id: row.metric,
      name: row["plain name"],
      unit: row.unit,
      figures: [amount(row["2023/24"]), amount(row["2024/25"])],
    },
  ]),
);

/** The metric of an id, or of the first of several ("A;B"). */
export function metric(id: string): Metric {
  const found = metrics.get(id.split(";")[0] ?? "");
  if (!found) throw new Error(`metrics.tsv has no ${id}.`);
  return found;
}

/** Amounts with plain names that add up over sites and months: what lists of organisations and periods are made with. */
export const plain: readonly Metric[] =
  "GAS ELEC WATER LANDFILL RECYCLING OIL GAS-COST ELEC-COST WATER-COST INCINERATION FLEET-MILES WASTE-COST"
    .split(" ")
    .map(metric);

/** The item at an index, counted round and round. */
export function roundRobin<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("Nothing to choose from.");
  return item;
}
