import type { HostObject } from "../wire/objects";
import type { Session } from "./session";
import type { SheetState } from "./state";

/** `Excel.PageLayout` */
export class PageLayout implements HostObject {
  readonly className = "PageLayout";
  constructor(
    protected readonly session: Session,
    protected readonly sheet: SheetState,
  ) {}
}
