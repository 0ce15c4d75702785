import type { HostObject } from "../wire/objects";
import type { Session } from "./session";
import type { Rect, SheetState } from "./state";

/** `Excel.ConditionalFormatCollection` */
export class ConditionalFormats implements HostObject {
  readonly className = "ConditionalFormatCollection";
  constructor(
    protected readonly session: Session,
    protected readonly sheet: SheetState,
    protected readonly rects: readonly Rect[],
  ) {}
}
