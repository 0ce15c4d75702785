import { emptySheet } from "../../workbook-file/book/blank-book";
import type { BookState, SheetState } from "../../workbook-file/book/book";
import { sameData } from "../../workbook-file/book/same-data";
import { readBook } from "../../workbook-file/open";
import { findWorkbookPart } from "../../workbook-file/package/file-kind";
import { Package } from "../../workbook-file/package/package";
import { SourcePackage } from "../../workbook-file/package/source-package";
import { Palette } from "../../workbook-file/read/colors";
import { drawingPart, readAround } from "../../workbook-file/read/sheet";
import { readStyles } from "../../workbook-file/read/styles";
import { BLANK_STYLES, blankPackage, blankWorksheet } from "./package/blank-package";
import { CONTENT_TYPE, PackageWriter, STRICT } from "./package/package-writer";
import { zip } from "./package/zip";
import { writeCharts } from "./parts/drawing";
import { settingsChanged, writeSettings } from "./parts/settings";
import { StyleWriter } from "./parts/styles";
import { editTable, tableXml } from "./parts/tables";
import { editWorkbook } from "./parts/workbook";
import { editWorksheet } from "./parts/worksheet";

/**
 * The workbook as .xlsx bytes, or .xlsm where it came as one. What nobody edited leaves as it came:
 * without edits the very file, with edits every other part letter for letter.
 *
 * The XML of edited parts is changed in place rather than through a library that reads and rewrites the
 * whole package: such rewriting loses what it does not know (revision ids, theme fonts, cached values).
 */
export async function saveBook(book: BookState): Promise<Uint8Array> {
  if (book.source && !isEdited(book)) {
    return book.source instanceof SourcePackage ? book.source.bytes.slice() : zip(book.source, book.source);
  }
  return zip(new BookWriter(book).write(), book.source);
}

function isEdited(book: BookState): boolean {
  const packaged = new Package(book.source!);
  const part = findWorkbookPart(packaged, "The workbook");
  const before = readBook(packaged, part, new Set());
  const shape = (each: Pick<BookState, "sheets" | "calculationMode">) => [
    each.sheets.map((sheet) => [sheet.source, sheet.name, sheet.visibility]),
    each.calculationMode,
  ];
  return (
    book.namesEdited ||
    book.sheets.some(isSheetEdited) ||
    !sameData(shape(book), shape(before)) ||
    settingsChanged(packaged, part, book.settings)
  );
}

function isSheetEdited(sheet: SheetState): boolean {
  const { values, styles, rows, columns, ...flags } = sheet.edits;
  return (
    [values, styles, rows, columns].some((set) => set.size > 0) || Object.values(flags).some((flag) => flag === true)
  );
}

class BookWriter {
  private readonly writer: PackageWriter;
  private readonly workbookPart: string;
  private readonly original: ReturnType<typeof readBook>;
  private readonly styles: StyleWriter;
  private readonly stylePart: string;
  private readonly xfs = new Map<number, number>();
  private readonly reachableBefore: ReadonlySet<string>;
  private nextTable: number;

  constructor(private readonly book: BookState) {
    const source = book.source ?? blankPackage();
    const packaged = new Package(source);
    this.workbookPart = findWorkbookPart(packaged, "The workbook");
    const isStrict = packaged.text(this.workbookPart)!.includes(STRICT.main);
    this.writer = new PackageWriter(source, isStrict);
    this.reachableBefore = this.writer.reachable();
    const edited = book.sheets.filter((sheet) => sheet.source !== null && isSheetEdited(sheet));
    this.original = readBook(packaged, this.workbookPart, new Set(edited.map((sheet) => sheet.source!)));
    this.stylePart = this.requireStyles();
    const styleText = this.writer.text(this.stylePart)!;
    const theme = this.writer.relationships(this.workbookPart).find((each) => each.type === "theme")?.target;
    const written = this.writer.package;
    this.styles = new StyleWriter(
      styleText,
      readStyles(written.xml(this.stylePart), new Palette(written.xml(theme ?? ""))),
    );
    this.nextTable = 1 + this.highestTableId();
  }

  write(): Map<string, Uint8Array> {
    const { book, writer } = this;
    const relationships = this.placeSheets();
    const front = this.frontSheet();
    for (const sheet of book.sheets) {
      if (sheet.kind === "worksheet" && (sheet.source === null || isSheetEdited(sheet))) {
        this.writeSheet(sheet, relationships.get(sheet.id)!.part, sheet === front);
      }
    }
    this.dropSheets();
    this.dropCalculationChain();
    writer.write(
      this.workbookPart,
      editWorkbook(writer.text(this.workbookPart)!, {
        book,
        original: this.original,
        relationships: new Map([...relationships].map(([id, { relationship }]) => [id, relationship])),
        relationshipNamespace: writer.relationshipNamespace,
        activeTab: Math.max(0, front ? book.sheets.indexOf(front) : 0),
      }),
    );
    if (this.styles.changed) writer.write(this.stylePart, this.styles.toString());
    if (settingsChanged(writer.package, this.workbookPart, book.settings)) {
      writeSettings(writer, this.workbookPart, book.settings);
    }
    this.dropOrphans();
    return writer.finish();
  }

  private requireStyles(): string {
    const known = this.writer.relationships(this.workbookPart).find((each) => each.type === "styles");
    if (known && this.writer.package.has(known.target)) return known.target;
    const part = this.writer.add("xl/styles#.xml", BLANK_STYLES, CONTENT_TYPE.styles);
    this.writer.relate(this.workbookPart, "styles", part);
    return part;
  }

  /** Table ids are one series over the whole workbook. */
  private highestTableId(): number {
    const packaged = this.writer.package;
    const ids = [...packaged.parts.keys()]
      .filter((name) => packaged.contentType(name) === CONTENT_TYPE.table)
      .map((name) => Number(packaged.xml(name)?.attributes["id"] ?? 0));
    return Math.max(0, ...ids);
  }

  private readonly xf = (style: number): number => {
    let index = this.xfs.get(style);
    if (index === undefined) {
      index = this.styles.xf(this.book.styles.get(style));
      this.xfs.set(style, index);
    }
    return index;
  };

  /** Part and relationship of every sheet; new ones get both here. */
  private placeSheets(): Map<string, { part: string; relationship: string }> {
    const known = new Map(this.writer.relationships(this.workbookPart).map((each) => [each.target, each.id]));
    return new Map(
      this.book.sheets.map((sheet) => {
        if (sheet.source !== null)
          return [sheet.id, { part: sheet.source, relationship: known.get(sheet.source) ?? "" }];
        const part = this.writer.add(
          "xl/worksheets/sheet#.xml",
          blankWorksheet(this.writer.mainNamespace),
          CONTENT_TYPE.worksheet,
        );
        return [sheet.id, { part, relationship: this.writer.relate(this.workbookPart, "worksheet", part) }];
      }),
    );
  }

  /**
   * The tab in front when the file is opened. A sheet that says in its own part that it is selected, and
   * that nobody edited, stays in front: unselecting it would change the part, and two selected sheets
   * would be edited as one.
   */
  private frontSheet(): SheetState | undefined {
    const { book } = this;
    const wanted = book.sheets.find((sheet) => sheet.id === book.activeSheet && sheet.visibility === "Visible");
    const selected = book.sheets.find(
      (sheet) =>
        sheet.source !== null &&
        sheet.visibility === "Visible" &&
        !isSheetEdited(sheet) &&
        /<[^>]*\bsheetView\b[^>]*\stabSelected\s*=\s*["'](1|true)["']/.test(
          (this.writer.text(sheet.source) ?? "").slice(0, 8192),
        ),
    );
    return selected ?? wanted ?? book.sheets.find((sheet) => sheet.visibility === "Visible");
  }

  private writeSheet(sheet: SheetState, part: string, isActive: boolean): void {
    const { writer } = this;
    const text = writer.text(part)!;
    const original = this.original.sheets.find((each) => each.source === part) ?? emptySheet(sheet.id, sheet.name);
    const isNew = sheet.source === null;
    const edited = editWorksheet(text, {
      book: this.book,
      sheet,
      original,
      isNew,
      xf: this.xf,
      differential: (format) => this.styles.differential(format),
      linkTo: (address) => writer.relate(part, "hyperlink", address, true),
      relationshipNamespace: writer.relationshipNamespace,
      drawing: isNew || sheet.edits.charts ? this.writeDrawing(sheet, original, part, text) : undefined,
      tables: isNew || sheet.edits.tables ? this.writeTables(sheet, original, part) : undefined,
      isActive,
    });
    writer.write(part, edited);
  }

  private writeDrawing(sheet: SheetState, original: SheetState, part: string, text: string): string | null | undefined {
    const { writer } = this;
    const existing = drawingPart(readAround(text), part, writer.package);
    const drawing = writeCharts(sheet, original, this.book, existing, writer);
    if (drawing !== null) return drawing === existing ? undefined : writer.relate(part, "drawing", drawing);
    const ids = writer.relationships(part).filter((each) => each.target === existing);
    writer.unrelate(part, new Set(ids.map((each) => each.id)));
    return existing === null ? undefined : null;
  }

  private writeTables(sheet: SheetState, original: SheetState, part: string): string[] {
    const { writer } = this;
    const before = new Map(original.tables.map((table) => [table.source, table]));
    const ids = sheet.tables.map((table) => {
      if (table.source === null || !before.has(table.source)) {
        const added = writer.add(
          "xl/tables/table#.xml",
          tableXml(table, this.nextTable++, writer.mainNamespace),
          CONTENT_TYPE.table,
        );
        return writer.relate(part, "table", added);
      }
      if (!sameData({ ...before.get(table.source), id: table.id }, table)) {
        writer.write(table.source, editTable(writer.text(table.source)!, table));
      }
      return writer.relationships(part).find((each) => each.target === table.source)!.id;
    });
    const gone = writer.relationships(part).filter((each) => each.type === "table" && !ids.includes(each.id));
    writer.unrelate(part, new Set(gone.map((each) => each.id)));
    return ids;
  }

  private dropSheets(): void {
    const { writer, book } = this;
    const kept = new Set(book.sheets.map((sheet) => sheet.source));
    const gone = new Set(this.original.sheets.map((sheet) => sheet.source).filter((part) => !kept.has(part)));
    const ids = writer.relationships(this.workbookPart).filter((each) => gone.has(each.target));
    writer.unrelate(this.workbookPart, new Set(ids.map((each) => each.id)));
  }

  /** The order of calculation is Excel's to work out again; one that names a cell without a formula is an error. */
  private dropCalculationChain(): void {
    const { writer } = this;
    const chain = writer.relationships(this.workbookPart).find((each) => each.type === "calcChain");
    if (!chain) return;
    const deleted = this.original.sheets.some((old) => !this.book.sheets.some((sheet) => sheet.source === old.source));
    const edited = this.book.sheets.some((sheet) => sheet.source === null || sheet.edits.values.size > 0);
    if (deleted || edited) writer.unrelate(this.workbookPart, new Set([chain.id]));
  }

  /** Parts that only a deleted sheet, table or chart led to. What nothing led to before stays. */
  private dropOrphans(): void {
    const now = this.writer.reachable();
    for (const part of this.reachableBefore) if (!now.has(part)) this.writer.drop(part);
  }
}
