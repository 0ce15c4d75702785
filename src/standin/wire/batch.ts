import {
  HostError,
  invalidArgument,
  invalidObjectPath,
  invalidOperation,
  itemNotFound,
  notImplemented,
} from "./errors";
import type { EventRegistry } from "./events";
import { classMetadata, memberOf, type Member } from "./metadata";
import { call, isHostObject, item, read, requireMember, write, type HostObject } from "./objects";
import {
  ActionType,
  PathType,
  type ActionInfo,
  type ArgumentInfo,
  type ObjectPathInfo,
  type RequestBody,
  type ResponseBody,
} from "./protocol";
import { load, loadTree } from "./query";
import type { References } from "./references";

/** The workbook behind the wire. */
export interface Model {
  readonly root: HostObject;
  /** Brings calculated values up to date; called before anything is read. */
  settle(endOfRequest?: boolean): Promise<void>;
  /** An object the client makes by its server type (Office's own services); undefined where there is none. */
  service(typeName: string): HostObject | undefined;
}

export interface BatchContext {
  readonly model: Model;
  readonly references: References;
  readonly events: EventRegistry;
  /** Actions to run before failing with the error, for tests of half-done requests. */
  readonly stopAfter?: { readonly actions: number; readonly error: HostError };
}

/** Runs a request's actions in order. The first error stops it; what was done stays done, as in Excel. */
export async function runBatch(body: RequestBody, context: BatchContext): Promise<ResponseBody> {
  const batch = new Batch(body.ObjectPaths ?? {}, context);
  const response: ResponseBody = { Results: [], TraceIds: [] };
  for (const [index, action] of (body.Actions ?? []).entries()) {
    try {
      if (context.stopAfter && index >= context.stopAfter.actions) throw context.stopAfter.error;
      response.Results.push({ ActionId: action.Id, Value: await batch.run(action) });
      if (action.ActionType === ActionType.Trace) response.TraceIds.push(action.Id);
    } catch (error) {
      response.Error = errorBody(error, index, batch.location(action));
      return response;
    }
  }
  return response;
}

/** What the client is told of an error. Anything not foreseen is GeneralException: the pane must never hang. */
export function errorBody(error: unknown, actionIndex: number, location: string): NonNullable<ResponseBody["Error"]> {
  const known = error instanceof HostError ? error : null;
  return {
    Code: known?.code ?? "GeneralException",
    Message: error instanceof Error ? error.message : String(error),
    Location: location,
    ActionIndex: actionIndex,
    HttpStatusCode: known?.status ?? 500,
  };
}

class Batch {
  /** One object for a path however often it is used: a method path such as `worksheets.add` runs once. */
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly paths: Record<string, ObjectPathInfo>,
    private readonly context: BatchContext,
  ) {}

  async run(action: ActionInfo): Promise<unknown> {
    switch (action.ActionType) {
      case ActionType.Instantiate: {
        const object = await this.resolve(action.ObjectPathId);
        return object && this.identity(object);
      }
      case ActionType.Query:
        return this.query(action, "wire");
      case ActionType.QueryAsJson:
        return this.query(action, "json");
      case ActionType.RecursiveQuery:
        return this.recursiveQuery(action);
      case ActionType.Method:
        return this.method(action);
      case ActionType.SetProperty:
        return this.setProperty(action);
      case ActionType.Update:
        await this.update(await this.existing(action), action.ObjectState ?? {});
        return null;
      case ActionType.EnsureUnchanged:
        this.ensureUnchanged(await this.existing(action), action.ObjectState ?? {});
        return null;
      case ActionType.Trace:
        return null;
      default:
        throw notImplemented(`the action type ${action.ActionType}`);
    }
  }

  /** "Range.values": where an error happened, as the client shows it in `debugInfo.errorLocation`. */
  location(action: ActionInfo): string {
    const object = this.resolved.get(action.ObjectPathId);
    const path = this.paths[String(action.ObjectPathId)];
    if (action.ActionType === ActionType.Method || action.ActionType === ActionType.SetProperty) {
      return object
        ? `${object.className}.${memberOf(object.className, action.Name)?.name ?? action.Name}`
        : action.Name;
    }
    if (object) return object.className;
    const parent = path?.ParentObjectPathId === undefined ? null : this.resolved.get(path.ParentObjectPathId);
    if (!parent || !path) return path?.Name ?? "";
    const name = path.ObjectPathType === PathType.Indexer ? "getItem" : memberOf(parent.className, path.Name)?.name;
    return `${parent.className}.${name ?? path.Name}`;
  }

  private identity = (object: HostObject): Record<string, unknown> => {
    const fields = classMetadata(object.className).identity.map((field) => [
      field,
      field === "_ReferenceId" ? this.context.references.idOf(object) : (object.identity ?? null),
    ]);
    return Object.fromEntries(fields) as Record<string, unknown>;
  };

  private async resolve(id: number): Promise<HostObject | null> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (!path) throw invalidObjectPath(`the request has no path ${id}`);
    const object = await this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private async follow(path: ObjectPathInfo): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PathType.GlobalObject:
        return this.context.model.root;
      case PathType.NullObject:
        return null;
      case PathType.ReferenceId: {
        const kept = this.context.references.get(path.Name);
        kept.check?.();
        return kept;
      }
      case PathType.NewObject: {
        const service = this.context.model.service(path.Name);
        if (!service) throw notImplemented(`the service ${path.Name}`);
        return service;
      }
      default:
        return this.followFromParent(path);
    }
  }

  private async followFromParent(path: ObjectPathInfo): Promise<HostObject | null> {
    const parent = await this.resolve(path.ParentObjectPathId ?? 0);
    // What belongs to a null object is a null object.
    if (!parent) return null;
    if (path.ObjectPathType === PathType.Indexer) return item(parent, await this.arguments(path.ArgumentInfo));
    if (path.ObjectPathType === PathType.Property) {
      return asObject(read(parent, requireMember(parent, path.Name, "navigation")), parent, path.Name);
    }
    if (path.ObjectPathType === PathType.Method) {
      const member = requireMember(parent, path.Name, "method");
      return asObject(await call(parent, member, await this.arguments(path.ArgumentInfo)), parent, path.Name);
    }
    throw notImplemented(`the path type ${path.ObjectPathType}`);
  }

  private async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const given = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(given.map((value, i) => this.argument(value, references[i])));
  }

  private async argument(value: unknown, reference: unknown): Promise<unknown> {
    if (typeof reference === "number" && reference !== 0) return this.resolve(reference);
    if (Array.isArray(reference) && Array.isArray(value)) {
      return Promise.all(value.map((one, i) => this.argument(one, reference[i])));
    }
    return this.withObjects(value);
  }

  /** Client objects inside plain ones come as `{ _ObjectPathId }`. */
  private async withObjects(value: unknown): Promise<unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value) return this.resolve(Number(value._ObjectPathId));
    const entries = Object.entries(value).map(async ([key, inner]) => [key, await this.withObjects(inner)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  /** The action's object; to change or call a null object is an error. */
  private async existing(action: ActionInfo): Promise<HostObject> {
    const object = await this.resolve(action.ObjectPathId);
    if (!object) throw itemNotFound(`a null object has no ${action.Name || "properties to set"}`);
    return object;
  }

  private async query(action: ActionInfo, spelling: "wire" | "json"): Promise<unknown> {
    const object = await this.resolve(action.ObjectPathId);
    if (!object) return null;
    await this.context.model.settle();
    const tree = loadTree(object.className, action.QueryInfo);
    return load(object, tree, action.QueryInfo, this.identity, spelling);
  }

  private async recursiveQuery(action: ActionInfo): Promise<unknown> {
    const object = await this.resolve(action.ObjectPathId);
    if (!object) return null;
    await this.context.model.settle();
    const { Queries = {}, MaxDepth = 0 } = action.RecursiveQueryInfo ?? {};
    const visit = (at: HostObject, depth: number): Record<string, unknown> => {
      const query = Queries[at.className];
      const answer = load(at, loadTree(at.className, query), query, this.identity, "wire");
      if (depth >= MaxDepth) return answer;
      for (const [name, { wire, class: given }] of Object.entries(classMetadata(at.className).navigations)) {
        const member = memberOf(at.className, name);
        if (!(given in Queries) || !member) continue;
        const below = read(at, member);
        answer[wire] = isHostObject(below) ? visit(below, depth + 1) : null;
      }
      return answer;
    };
    return visit(object, 0);
  }

  private async method(action: ActionInfo): Promise<unknown> {
    const object = await this.resolve(action.ObjectPathId);
    if (action.Name === "_KeepReference") {
      if (object) this.context.references.keep(object);
      return null;
    }
    if (!object) throw itemNotFound(`a null object has no method ${action.Name}`);
    const args = await this.arguments(action.ArgumentInfo);
    if (object === this.context.model.root && this.referenceMethod(action.Name, args)) return null;
    if (this.registration(object, action.Name)) return null;
    const member = requireMember(object, action.Name, "method");
    // A method that gives a plain value reads the workbook, so what was written before must have been calculated.
    await this.context.model.settle();
    const result = await call(object, member, args);
    return result === undefined || isHostObject(result) ? null : result;
  }

  private referenceMethod(name: string, args: readonly unknown[]): boolean {
    if (name === "_RemoveReference") this.context.references.remove(String(args[0]));
    else if (name === "_RemoveAllReferences") this.context.references.clear();
    else return false;
    return true;
  }

  /** `_RegisterDataChangedEvent` and its like: the event's number is in the metadata. */
  private registration(object: HostObject, name: string): boolean {
    const match = /^_(Unr|R)(egister\w+)$/.exec(name);
    if (!match) return false;
    const number = classMetadata(object.className).events[`_R${match[2]}`];
    if (number === undefined) return false;
    if (match[1] === "R") this.context.events.register(number, object);
    else this.context.events.unregister(number, object);
    return true;
  }

  private async setProperty(action: ActionInfo): Promise<null> {
    const object = await this.existing(action);
    const [value] = await this.arguments(action.ArgumentInfo);
    write(object, requireMember(object, action.Name, "scalar"), value);
    return null;
  }

  /** `object.set({...})` and `update`: properties by the add-in's names, those of inner objects nested. */
  private async update(object: HostObject, state: Record<string, unknown>): Promise<void> {
    for (const [name, value] of Object.entries(state)) {
      const member = memberOf(object.className, name);
      if (member?.kind === "scalar") write(object, member, await this.withObjects(value));
      else if (member?.kind === "navigation" && isRecord(value)) {
        const inner = asObject(read(object, member), object, name);
        if (!inner) throw itemNotFound(`${object.className}.${name}`);
        await this.update(inner, value);
      } else throw invalidArgument(`${object.className} has no property "${name}" to set`);
    }
  }

  private ensureUnchanged(object: HostObject, state: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(state)) {
      const member: Member = requireMember(object, name, "scalar");
      if (JSON.stringify(read(object, member)) !== JSON.stringify(value)) {
        throw invalidOperation(`${object.className}.${name} has changed since it was read`);
      }
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function asObject(value: unknown, parent: HostObject, name: string): HostObject | null {
  if (value === null) return null;
  if (isHostObject(value)) return value;
  throw notImplemented(`${parent.className}.${name}`);
}
