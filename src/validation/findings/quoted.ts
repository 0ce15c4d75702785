/** The row's own label in quotes, trimmed and short enough to read: "“Water volume (m³)”". */
export function quoted(label: string): string {
  const clean = label.replace(/\s+/g, " ").trim();
  return `“${clean.length > 60 ? `${clean.slice(0, 57)}…` : clean}”`;
}
