import { accessDenied, notImplemented } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import type { Session } from "../session/session";
import type { SheetState } from "../../../workbook-file/book/book";

/** `Excel.WorksheetProtection` without a password, which the model does not keep. */
export class WorksheetProtection implements HostObject {
  readonly className = "WorksheetProtection";
  constructor(
    private readonly session: Session,
    private readonly sheet: SheetState,
  ) {}

  get protected(): boolean {
    return this.sheet.protected;
  }
  protect(options?: unknown, password?: string | null): void {
    if (password || (options !== null && options !== undefined)) {
      throw notImplemented("protection with a password or options");
    }
    if (this.sheet.protected) throw accessDenied(`The worksheet "${this.sheet.name}" is protected`);
    this.set(true);
  }
  unprotect(password?: string | null): void {
    if (password) throw notImplemented("protection with a password");
    this.set(false);
  }
  private set(value: boolean): void {
    this.session.requireSheet(this.sheet);
    this.sheet.protected = value;
    this.sheet.edits.view = true;
  }
}
