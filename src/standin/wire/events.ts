import type { HostObject } from "./objects";
import type { EventEntry } from "./protocol";

/** Category of all events of the Rich API. */
const RICH_API_EVENT = 65536;

/** A worksheet-level event is addressed to the sheet, and to this name for handlers on the collection. */
export const WORKBOOK_TARGET = "Workbook";

/** Which events the client listens to; raises only those, after the answer of the request that caused them. */
export class EventRegistry {
  private readonly counts = new Map<string, number>();
  private readonly waiting: EventEntry[] = [];
  private next = 1;
  /** `runtime.enableEvents` */
  enabled = true;

  constructor(private readonly sink: (entries: EventEntry[]) => void) {}

  register(eventNumber: number, object: HostObject): void {
    const key = keyOf(eventNumber, targetOf(object));
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  unregister(eventNumber: number, object: HostObject): void {
    const key = keyOf(eventNumber, targetOf(object));
    const left = (this.counts.get(key) ?? 0) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }

  listens(eventNumber: number, target: string): boolean {
    return this.counts.has(keyOf(eventNumber, target));
  }

  /** Says that something happened; nothing is sent where nobody listens. `remote`: a co-author's edit, made elsewhere. */
  raise(eventNumber: number, target: string, message: Record<string, unknown>, remote = false): void {
    if (!this.enabled || !this.listens(eventNumber, target)) return;
    this.waiting.push({
      messageCategory: RICH_API_EVENT,
      messageType: eventNumber,
      targetId: target,
      message: JSON.stringify(message),
      id: String(this.next++),
      isRemoteOverride: remote,
    });
  }

  /** Sends what was raised. */
  flush(): void {
    if (this.waiting.length > 0) this.sink(this.waiting.splice(0));
  }
}

const keyOf = (eventNumber: number, target: string): string => `${eventNumber} ${target}`;

const targetOf = (object: HostObject): string => object.eventTarget ?? String(object.identity ?? "");
