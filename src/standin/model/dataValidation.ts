import type { HostObject } from "../wire/objects";
import type { Session } from "./session";
import type { Rect, SheetState } from "./state";

/** `Excel.DataValidation` */
export class DataValidation implements HostObject {
  readonly className = "DataValidation";
  constructor(
    protected readonly session: Session,
    protected readonly sheet: SheetState,
    protected readonly rects: readonly Rect[],
  ) {}
}
