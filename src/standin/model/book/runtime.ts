import type { HostObject } from "../../wire/objects";
import type { Session } from "../session/session";

/** `Excel.Runtime`: may events go to this add-in? It is a matter of the running add-in, not of the workbook. */
export class Runtime implements HostObject {
  readonly className = "Runtime";
  constructor(private readonly session: Session) {}

  get enableEvents(): boolean {
    return this.session.events.enabled;
  }
  set enableEvents(given: unknown) {
    this.session.events.enabled = given === true;
  }
}
