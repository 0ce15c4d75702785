import { invalidArgument } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import { colour } from "../session/arguments";

interface FontLook {
  size?: number | null;
  color?: string | null;
}

/** `Excel.ChartFont`: size and colour, which are kept; null while Excel's own. */
export class ChartFont implements HostObject {
  readonly className = "ChartFont";
  constructor(
    private readonly get: () => FontLook,
    private readonly change: (look: FontLook) => void,
  ) {}
  get size(): number | null {
    return this.get().size ?? null;
  }
  set size(given: unknown) {
    const size = Number(given);
    if (!(size >= 1 && size <= 409)) throw invalidArgument("A font's size is 1 to 409 points");
    this.change({ size });
  }
  get color(): string | null {
    return this.get().color ?? null;
  }
  set color(given: unknown) {
    this.change({ color: colour(given) });
  }
}
