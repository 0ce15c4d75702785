import { itemNotFound, notImplemented } from "./errors";
import { memberOf, type Member } from "./metadata";

/**
 * What the dispatcher needs of an object of the model. Its getters, setters and methods carry the add-in's names; a
 * member that Microsoft's client has and the object has not is answered with NotImplemented. A method that gives no
 * object (`…OrNullObject`) returns null.
 */
export interface HostObject {
  /** The class in Microsoft's client. */
  readonly className: string;
  /** By what the client finds it again: an id or a name. */
  readonly identity?: string | number;
  /** Of a collection. */
  items?(): readonly HostObject[];
  /** Throws where the object is kept by the client but gone from the workbook. */
  check?(): void;
  /** What events of this object are addressed to; its identity where absent. */
  readonly eventTarget?: string;
}

type Method = (...given: unknown[]) => unknown;

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && typeof (value as { className?: unknown }).className === "string";

const spelled = (object: HostObject, member: Member | string): string =>
  `${object.className}.${typeof member === "string" ? member : member.name}`;

/** The member's metadata, or NotImplemented: the client sent a name its own metadata does not have. */
export function requireMember(object: HostObject, name: string, kind: Member["kind"]): Member {
  const member = memberOf(object.className, name);
  if (member?.kind !== kind) throw notImplemented(spelled(object, member ?? name));
  return member;
}

function descriptor(object: HostObject, name: string): PropertyDescriptor | undefined {
  for (let at: unknown = object; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

export function has(object: HostObject, member: Member): boolean {
  const found = descriptor(object, member.name);
  return found !== undefined && (found.get !== undefined || found.value !== undefined);
}

/** The value of a property or the object behind a navigation. */
export function read(object: HostObject, member: Member): unknown {
  if (!has(object, member)) throw notImplemented(spelled(object, member));
  return (object as unknown as Record<string, unknown>)[member.name];
}

export function write(object: HostObject, member: Member, value: unknown): void {
  if (!member.writable || !descriptor(object, member.name)?.set)
    throw notImplemented(`setting ${spelled(object, member)}`);
  (object as unknown as Record<string, unknown>)[member.name] = value;
}

/** Calls a method; its result may be a promise. */
export function call(object: HostObject, member: Member, args: readonly unknown[]): unknown {
  const method = descriptor(object, member.name)?.value as unknown;
  if (typeof method !== "function") throw notImplemented(`${spelled(object, member)}()`);
  return (method as Method).apply(object, [...args]);
}

/** An item of a collection by name, id or number. */
export function item(object: HostObject, args: readonly unknown[]): HostObject {
  const getItem = descriptor(object, "getItem")?.value as unknown;
  if (typeof getItem !== "function") throw notImplemented(`${object.className}.getItem()`);
  const found = (getItem as Method).apply(object, [...args]);
  if (!isHostObject(found)) throw itemNotFound(String(args[0]));
  return found;
}
