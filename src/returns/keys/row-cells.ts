import { addTo } from "../../collections/collect";
import type { RawTable } from "../tables/raw-table";
import { emptyWord } from "../words/heading-words";
import type { Label } from "../words/labels";
import { isSiteName } from "../words/site-names";
import { fold } from "../words/text";
import type { Column } from "./columns";

const keyRoles: ReadonlySet<Column["role"]> = new Set<Column["role"]>([
  "organisation",
  "organisationCode",
  "site",
  "siteCode",
  "period",
  "kind",
  "metric",
  "label",
]);

/** The cells of keys of a table's rows, by the role of their column; a key merged down is read in every row it spans. */
export class RowCells {
  readonly keyColumns: readonly number[];
  /** Columns that name a row's site: its own, or, where metrics stand across and no column is of sites, the first of labels. */
  readonly siteColumns: readonly Column[];
  /** For each column of keys, the last row passed in which it is filled. */
  private readonly lastFilled = new Map<number, number>();
  /** Columns of a form that name whose its rows are, and in nothing else are filled. */
  private readonly owners: ReadonlySet<number>;
  /** Columns whose words begin with the number of their question. */
  private readonly numbered: ReadonlySet<number>;
  private readonly byRole = new Map<Column["role"], Column[]>();

  constructor(
    readonly table: RawTable,
    readonly columns: readonly Column[],
    metricsAcross: boolean,
  ) {
    for (const column of columns) addTo(this.byRole, column.role, column);
    this.keyColumns = columns.filter(({ role }) => keyRoles.has(role)).map(({ column }) => column);
    const hasNoSites = this.of("site").length === 0 && this.of("siteCode").length === 0;
    this.siteColumns = metricsAcross && hasNoSites ? this.of("label").slice(0, 1) : this.of("site");
    const ofWords = [...this.of("metric"), ...this.of("label")].map(({ column }) => column);
    this.owners = new Set(this.keyColumns.filter((column) => isOfOwners(table, column)));
    this.numbered = new Set(ofWords.filter((column) => isNumbered(table, column)));
  }

  of(role: Column["role"]): readonly Column[] {
    return this.byRole.get(role) ?? [];
  }

  /** Call once a row is read: blank keys of the rows after it may take theirs from it. */
  pass(row: number): void {
    for (const column of this.keyColumns) if (!this.table.grid.blank(row, column)) this.lastFilled.set(column, row);
  }

  /** The row that a key is written in: a key left blank, because the cell above it is merged down, is filled where a key to its right is given. */
  filledRow(row: number, column: number): number | null {
    const { grid, headerRows } = this.table;
    if (!grid.blank(row, column)) return row;
    const isToTheRight = (other: number) => other > column && !grid.blank(row, other);
    const mayBeMerged = headerRows.length > 0 || this.owners.has(column);
    const isMerged = mayBeMerged && this.keyColumns.some(isToTheRight);
    return isMerged ? (this.lastFilled.get(column) ?? null) : null;
  }

  labelOf(row: number, column: number): Label | null {
    const from = this.filledRow(row, column);
    const label = from === null ? null : this.written(from, column);
    // "Utility" heads a column of metrics, but as a row's own heading it is a name like any other.
    return label !== null && label.role !== null && label.name === "" ? { ...label, name: label.folded } : label;
  }

  private written(row: number, column: number): Label | null {
    const { grid } = this.table;
    const label = grid.label(row, column);
    if (label === null || !this.numbered.has(column)) return label;
    return { ...grid.labels.read(label.text.replace(questionNumber, "")), text: label.text };
  }

  textOf(row: number, column: number): string {
    const from = this.filledRow(row, column);
    return from === null ? "" : this.table.grid.text(from, column);
  }

  /** The first text in some columns of a row; null where all are blank. */
  firstText(row: number, columns: readonly Column[]): string | null {
    for (const { column } of columns) {
      const text = this.textOf(row, column);
      if (text !== "") return text;
    }
    return null;
  }
}

/** "Bradgate Unit" or "UHL" to the left of the first row of each block of a form. */
function isOfOwners({ grid, headerRows, dataRows }: RawTable, column: number): boolean {
  const filled = headerRows.length > 0 ? [] : dataRows.flatMap((row) => grid.label(row, column) ?? []);
  return (
    filled.length > 1 &&
    filled.every((label) => isSiteName(label, grid.labels) || (label.name === "" && label.organisation !== null))
  );
}

const questionNumber = /^Q\s?(\d{1,2})[.):]?\s+(?=\p{L})/iu;

/** "Q1 Gas", "Q2 Electricity", "Q3 Water": numbers of questions, each asked once; "Q1 Gas", "Q2 Gas" are quarters. */
function isNumbered({ grid, dataRows }: RawTable, column: number): boolean {
  const texts = dataRows.map((row) => grid.text(row, column)).filter((text) => questionNumber.test(text));
  const numbers = new Set(texts.map((text) => questionNumber.exec(text)?.[1]));
  const names = new Set(texts.map((text) => fold(text.replace(questionNumber, ""))));
  return texts.length > 1 && numbers.size === texts.length && names.size === texts.length;
}

/** True for a word that stands for no key ("n/a", "-"); none has a digit, as most codes and names of a large table do. */
export function saysNothing(text: string): boolean {
  return !/\d/.test(text) && emptyWord(text, fold(text)) !== null;
}
