import type { HostObject } from "../../wire/objects";
import type { Session } from "../session";
import type { SheetState } from "../state";

/** `Excel.ChartCollection` */
export class Charts implements HostObject {
  readonly className = "ChartCollection";
  constructor(
    protected readonly session: Session,
    protected readonly sheet: SheetState,
  ) {}
}
