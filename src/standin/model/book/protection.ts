import type { HostObject } from "../../wire/objects";
import type { Session } from "../session/session";

/** `Excel.WorkbookProtection`: whether the structure is protected. It is neither put on nor taken off here. */
export class WorkbookProtection implements HostObject {
  readonly className = "WorkbookProtection";
  constructor(private readonly session: Session) {}

  get protected(): boolean {
    return this.session.book.structureLocked;
  }
}
