import type { HostObject } from "../../wire/objects";
import type { Session } from "../session/session";

/** `Excel.DocumentProperties`: the model keeps none of them, so each answers NotImplemented by its name. */
export class DocumentProperties implements HostObject {
  readonly className = "DocumentProperties";
  constructor(protected readonly session: Session) {}
}
