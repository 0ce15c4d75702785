import { invalidArgument } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import type { PageLayout } from "./page-layout";

/** `Excel.PageBreakCollection`: the rows before which a new page begins. */
export class HorizontalPageBreaks implements HostObject {
  readonly className = "PageBreakCollection";
  constructor(private readonly page: PageLayout) {}

  items(): readonly HorizontalPageBreak[] {
    return this.page.layout.rowBreaks.map((row) => new HorizontalPageBreak(this.page, row));
  }
  getCount(): number {
    return this.page.layout.rowBreaks.length;
  }
  /** Before the first row of the range. */
  add(range: unknown): HorizontalPageBreak {
    const { top } = this.page.rect(range);
    if (top === 0) throw invalidArgument("No page can begin before the first row");
    const rows = new Set([...this.page.layout.rowBreaks, top]);
    this.page.edit({ rowBreaks: [...rows].sort((a, b) => a - b) });
    return new HorizontalPageBreak(this.page, top);
  }
  removePageBreaks(): void {
    this.page.edit({ rowBreaks: [] });
  }
}

class HorizontalPageBreak implements HostObject {
  readonly className = "PageBreak";
  constructor(
    private readonly page: PageLayout,
    private readonly row: number,
  ) {}

  get identity(): number {
    return this.row;
  }
  get rowIndex(): number {
    return this.row;
  }
  get columnIndex(): number {
    return 0;
  }
  delete(): void {
    this.page.edit({ rowBreaks: this.page.layout.rowBreaks.filter((row) => row !== this.row) });
  }
}
