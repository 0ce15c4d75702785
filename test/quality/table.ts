import type { Result } from "./record";

/** Results as a Markdown table: a column for each name that any of them has, in the order they come. */
export function table(results: readonly Result[]): string {
  const columns = [...new Set(results.flatMap((each) => Object.keys(each)))];
  const rows = [columns, ...results.map((each) => columns.map((column) => shown(each[column])))];
  const isNumeric = columns.map((column) => results.some((each) => typeof each[column] === "number"));
  const widths = columns.map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, at) => (isNumeric[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, at) => (isNumeric[at] ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  const [head, ...body] = rows;
  return [line(head ?? []), line(rule), ...body.map(line)].join("\n");
}

function shown(value: string | number | null | undefined): string {
  return typeof value === "number" ? value.toLocaleString("en-GB", { maximumFractionDigits: 2 }) : (value ?? "");
}
