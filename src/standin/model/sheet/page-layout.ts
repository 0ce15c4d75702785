import { MAX_COLUMNS, MAX_ROWS } from "../../../snapshot/addresses";
import type { Area } from "../../../snapshot/snapshot";
import type { PageLayoutState, SheetState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { Range } from "../range/range";
import { RangeAreas } from "../range/range-areas";
import { oneOf } from "../session/arguments";
import { givenCells } from "../session/given-cells";
import type { Session } from "../session/session";

type Margin = keyof PageLayoutState["margins"];
/** Points in each unit of `setPrintMargins`. */
const UNITS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** `Excel.PageLayout` */
export class PageLayout implements HostObject {
  readonly className = "PageLayout";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
  ) {}

  get orientation(): string {
    return this.layout.orientation;
  }
  set orientation(given: unknown) {
    this.edit({ orientation: oneOf(["Portrait", "Landscape"] as const, given) });
  }
  get centerHorizontally(): boolean {
    return this.layout.centerHorizontally;
  }
  set centerHorizontally(given: unknown) {
    this.edit({ centerHorizontally: given === true });
  }
  get centerVertically(): boolean {
    return this.layout.centerVertically;
  }
  set centerVertically(given: unknown) {
    this.edit({ centerVertically: given === true });
  }
  get printGridlines(): boolean {
    return this.layout.printGridlines;
  }
  set printGridlines(given: unknown) {
    this.edit({ printGridlines: given === true });
  }
  get paperSize(): string | null {
    return this.layout.paperSize;
  }
  set paperSize(given: unknown) {
    this.edit({ paperSize: given === null ? null : String(given) });
  }
  /** A scale in percent, or the pages to fit on; 0 or none: as many as needed. */
  get zoom(): Record<string, number> {
    const { scale, fitToWidth, fitToHeight } = this.layout;
    if (fitToWidth === null && fitToHeight === null) return { scale: scale ?? 100 };
    return {
      ...(fitToWidth !== null && { horizontalFitToPages: fitToWidth }),
      ...(fitToHeight !== null && { verticalFitToPages: fitToHeight }),
    };
  }
  set zoom(given: unknown) {
    const { scale, horizontalFitToPages, verticalFitToPages } = given as Record<string, number | null | undefined>;
    const fits = horizontalFitToPages !== undefined || verticalFitToPages !== undefined;
    if (typeof scale === "number" && (scale < 10 || scale > 400)) throw invalidArgument("A scale is 10 to 400 percent");
    this.edit({
      scale: fits ? null : (scale ?? null),
      fitToWidth: fits ? horizontalFitToPages || null : null,
      fitToHeight: fits ? verticalFitToPages || null : null,
    });
  }

  get leftMargin(): number {
    return this.layout.margins.left;
  }
  set leftMargin(given: unknown) {
    this.setMargins({ left: Number(given) });
  }
  get rightMargin(): number {
    return this.layout.margins.right;
  }
  set rightMargin(given: unknown) {
    this.setMargins({ right: Number(given) });
  }
  get topMargin(): number {
    return this.layout.margins.top;
  }
  set topMargin(given: unknown) {
    this.setMargins({ top: Number(given) });
  }
  get bottomMargin(): number {
    return this.layout.margins.bottom;
  }
  set bottomMargin(given: unknown) {
    this.setMargins({ bottom: Number(given) });
  }
  get headerMargin(): number {
    return this.layout.margins.header;
  }
  set headerMargin(given: unknown) {
    this.setMargins({ header: Number(given) });
  }
  get footerMargin(): number {
    return this.layout.margins.footer;
  }
  set footerMargin(given: unknown) {
    this.setMargins({ footer: Number(given) });
  }
  get headersFooters(): HeadersFooters {
    return new HeadersFooters(this);
  }

  setPrintArea(given: unknown): void {
    this.edit({ printArea: this.rect(given) });
  }
  getPrintArea(): RangeAreas {
    const areas = this.getPrintAreaOrNullObject();
    if (!areas) throw invalidArgument("The worksheet has no print area");
    return areas;
  }
  getPrintAreaOrNullObject(): RangeAreas | null {
    const { printArea } = this.layout;
    return printArea && new RangeAreas(this.session, this.sheet, [printArea]);
  }
  setPrintTitleRows(given: unknown): void {
    const { top, bottom } = this.rect(given);
    this.edit({ titleRows: { first: top, last: bottom } });
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    const { titleRows } = this.layout;
    if (!titleRows) return null;
    const rect = { top: titleRows.first, bottom: titleRows.last, left: 0, right: MAX_COLUMNS - 1 };
    return new Range(this.session, this.sheet, rect);
  }
  setPrintTitleColumns(given: unknown): void {
    const { left, right } = this.rect(given);
    this.edit({ titleColumns: { first: left, last: right } });
  }
  getPrintTitleColumnsOrNullObject(): Range | null {
    const { titleColumns } = this.layout;
    if (!titleColumns) return null;
    const rect = { left: titleColumns.first, right: titleColumns.last, top: 0, bottom: MAX_ROWS - 1 };
    return new Range(this.session, this.sheet, rect);
  }
  setPrintMargins(unit: string, given: Partial<Record<Margin, number>>): void {
    const points = UNITS[oneOf(["Points", "Inches", "Centimeters"] as const, unit)];
    const sizes = Object.entries(given).filter(([, size]) => typeof size === "number");
    this.setMargins(Object.fromEntries(sizes.map(([side, size]) => [side, size * points])));
  }

  get layout(): PageLayoutState {
    return this.sheet.pageLayout;
  }
  edit(change: Partial<PageLayoutState>): void {
    this.session.requireSheet(this.sheet);
    this.sheet.pageLayout = { ...this.layout, ...change };
    this.sheet.edits.view = true;
  }
  private setMargins(change: Partial<Record<Margin, number>>): void {
    const unknown = Object.keys(change).some((side) => !(side in this.layout.margins));
    if (unknown || Object.values(change).some((size) => !(size >= 0))) throw invalidArgument("Margins are 0 or more");
    this.edit({ margins: { ...this.layout.margins, ...change } });
  }
  rect(given: unknown): Area {
    return givenCells(this.session, this.sheet, given).rect;
  }
}

/** `Excel.HeaderFooterGroup`: one header and footer for all pages. */
class HeadersFooters implements HostObject {
  readonly className = "HeaderFooterGroup";
  constructor(private readonly page: PageLayout) {}

  get state(): string {
    return "Default";
  }
  /** Whether they shrink with the sheet where it is made to fit. */
  get useSheetScale(): boolean {
    return this.page.layout.textScales;
  }
  set useSheetScale(given: unknown) {
    this.page.edit({ textScales: given === true });
  }
  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.page);
  }
}

/** `Excel.HeaderFooter`, with Excel's codes such as "&P". */
class HeaderFooter implements HostObject {
  readonly className = "HeaderFooter";
  constructor(private readonly page: PageLayout) {}

  get leftHeader(): string {
    return this.page.layout.header.left;
  }
  set leftHeader(given: unknown) {
    this.set("header", { left: String(given) });
  }
  get centerHeader(): string {
    return this.page.layout.header.center;
  }
  set centerHeader(given: unknown) {
    this.set("header", { center: String(given) });
  }
  get rightHeader(): string {
    return this.page.layout.header.right;
  }
  set rightHeader(given: unknown) {
    this.set("header", { right: String(given) });
  }
  get leftFooter(): string {
    return this.page.layout.footer.left;
  }
  set leftFooter(given: unknown) {
    this.set("footer", { left: String(given) });
  }
  get centerFooter(): string {
    return this.page.layout.footer.center;
  }
  set centerFooter(given: unknown) {
    this.set("footer", { center: String(given) });
  }
  get rightFooter(): string {
    return this.page.layout.footer.right;
  }
  set rightFooter(given: unknown) {
    this.set("footer", { right: String(given) });
  }
  private set(where: "header" | "footer", change: Partial<PageLayoutState["header"]>): void {
    this.page.edit({ [where]: { ...this.page.layout[where], ...change } });
  }
}
