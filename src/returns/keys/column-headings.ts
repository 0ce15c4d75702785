import type { RawTable } from "../tables/raw-table";
import type { Label, LabelReader } from "../words/labels";
import { isSiteName } from "../words/site-names";

/** A heading over a column, with its row. */
export interface Heading {
  readonly label: Label;
  readonly row: number;
}

/** A column's own headings, top to bottom, and those it shares with the columns beside it. */
interface HeadingsOver {
  readonly own: readonly Heading[];
  readonly groups: readonly Heading[];
}

/** The headings over one column, the groups lowest first. */
export function headingsOver(table: RawTable, column: number): HeadingsOver {
  const filled = headingsIn(table, column);
  const leaf = filled.at(-1);
  if (leaf === undefined) return { own: [], groups: [] };
  const own = filled.filter((heading) => heading === leaf || !isOverSeveral(table, heading.row, column));
  return { own, groups: groupHeadings(table, column, leaf) };
}

function headingsIn(table: RawTable, column: number): Heading[] {
  return table.headerRows.flatMap((row) => {
    if (table.grid.blank(row, column)) return [];
    const label = table.grid.label(row, column);
    return label ? [{ label, row }] : [];
  });
}

/** Whether a heading over others speaks for the next column too, as a merged one does: the first column of its group is named by it no more than the last. */
function isOverSeveral({ grid, headerRows, right }: RawTable, row: number, column: number): boolean {
  if (column >= right || !grid.blank(row, column + 1)) return false;
  return headerRows.some((below) => below > row && !grid.blank(below, column + 1));
}

/** Merged headings are filled to the right: a group reaches to the next one, where a heading of its own stands below it. Lowest first. */
function groupHeadings(table: RawTable, column: number, { row: leaf }: Heading): Heading[] {
  const groups: Heading[] = [];
  for (const row of table.headerRows) {
    if (row >= leaf) continue;
    if (!table.grid.blank(row, column) && !isOverSeveral(table, row, column)) continue;
    const group = nearestLeft(table, row, column);
    if (group) groups.unshift(group);
  }
  return groups;
}

function nearestLeft(table: RawTable, row: number, column: number): Heading | null {
  for (let left = column; left >= table.left; left--) {
    if (table.grid.blank(row, left)) continue;
    const label = table.grid.label(row, left);
    const below = table.headerRows.filter((each) => each > row && !table.grid.blank(each, left));
    const overKeys = below.some((each) => {
      const role = table.grid.label(each, left)?.role ?? null;
      return role !== null && role !== "value";
    });
    return label && below.length > 0 && !overKeys ? { label, row } : null;
  }
  return null;
}

/** Words over a group of columns that leave what its rows measure as they say it. */
const general =
  /\b(absolute|actuals?|all|amounts?|and|annual|annually|by|calendar|carbon|co2e?|consumed|consumption|costs?|current|data|electricity|emissions?|energy|environmental|estates?|expenditure|figures?|financial|footprint|for|fuels?|fy|gas|green|historic|historical|history|in|indicators?|kpis?|measured|measures?|metrics?|months?|monthly|of|outturn|over|per|percent|performance|periods?|plan|position|previous|quantit(y|ies)|quarters?|quarterly|reported|reporting|reports?|results?|returns?|shares?|spend|spending|submissions?|summary|sustainability|table|the|to|totals?|transport|travel|trends?|units?|usage|use|used|utilit(y|ies)|values?|volumes?|waste|water|years?|yearly|column labels|sum)\b|[\d£]/g;

/**
 * The names of a group whose words are none that are known, under which the rows may count something
 * else: "Number of meters" over "2022/23 | 2023/24". A site's or an organisation's name is none.
 */
export function unknownNames(groups: readonly Heading[], labels: LabelReader): string[] {
  return groups.flatMap(({ label }) => {
    const { role, name, metric, organisation } = label;
    if (role !== null || metric !== null || organisation !== null || isSiteName(label, labels)) return [];
    return /\p{L}/u.test(name.replace(general, "")) ? [name] : [];
  });
}
