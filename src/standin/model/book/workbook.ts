import { parseReference } from "../../../snapshot/addresses";
import type { SheetState } from "../../../workbook-file/book/book";
import type { HostObject } from "../../wire/objects";
import { Names } from "../range/names";
import { Range } from "../range/range";
import { parseAreas, type RangeAreas } from "../range/range-areas";
import type { Session } from "../session/session";
import { Tables } from "../table/tables";
import { Application } from "./application";
import { DocumentProperties } from "./document-properties";
import { Functions } from "./functions";
import { WorkbookProtection } from "./protection";
import { Runtime } from "./runtime";
import { Settings } from "./settings";
import { Worksheets } from "./worksheets";

/** `Excel.Workbook` */
export class Workbook implements HostObject {
  readonly className = "Workbook";
  constructor(private readonly session: Session) {}

  get worksheets(): Worksheets {
    return new Worksheets(this.session);
  }
  get tables(): Tables {
    return new Tables(this.session, null);
  }
  get names(): Names {
    return new Names(this.session, null);
  }
  get functions(): Functions {
    return new Functions(this.session);
  }
  get application(): Application {
    return new Application(this.session);
  }
  get settings(): Settings {
    return new Settings(this.session);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.session);
  }
  get properties(): DocumentProperties {
    return new DocumentProperties(this.session);
  }

  get _Runtime(): Runtime {
    return new Runtime(this.session);
  }

  get name(): string {
    return this.session.book.fileName ?? "Book1";
  }
  get readOnly(): boolean {
    return false;
  }
  getActiveCell(): Range {
    const { sheet, selection } = this.selected();
    const first = parseReference(selection.split(",")[0] ?? "A1")?.area ?? { top: 0, left: 0, bottom: 0, right: 0 };
    return new Range(this.session, sheet, { ...first, bottom: first.top, right: first.left });
  }
  getSelectedRange(): Range {
    const { sheet, selection } = this.selected();
    const rect = parseReference(selection)?.area;
    return rect ? new Range(this.session, sheet, rect) : this.getActiveCell();
  }
  getSelectedRanges(): RangeAreas {
    const { sheet, selection } = this.selected();
    return parseAreas(this.session, sheet, selection);
  }

  private selected(): { sheet: SheetState; selection: string } {
    const { book } = this.session;
    const sheet = this.session.activeWorksheet();
    return { sheet, selection: book.selection.get(sheet.id) ?? "A1" };
  }
}
