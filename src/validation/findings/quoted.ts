import { shortened } from "../../errors/shortened";

/** The row's own label in quotes, trimmed and short enough to read: "“Water volume (m³)”". */
export function quoted(label: string): string {
  return `“${shortened(label)}”`;
}
