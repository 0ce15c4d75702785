import { invalidObjectPath } from "./errors";
import type { HostObject } from "./objects";

/** Objects the client asked to keep between requests (`_KeepReference`), until it lets them go. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private next = 1;

  get count(): number {
    return this.objects.size;
  }

  keep(object: HostObject): string {
    const known = this.ids.get(object);
    if (known) return known;
    const id = `reference-${this.next++}`;
    this.objects.set(id, object);
    this.ids.set(object, id);
    return id;
  }

  idOf(object: HostObject): string | null {
    return this.ids.get(object) ?? null;
  }

  get(id: string): HostObject {
    const object = this.objects.get(id);
    if (!object) throw invalidObjectPath(`no object is kept as "${id}"`);
    return object;
  }

  remove(id: string): void {
    const object = this.objects.get(id);
    if (!object) return;
    this.objects.delete(id);
    this.ids.delete(object);
  }

  clear(): void {
    this.objects.clear();
    this.ids.clear();
  }
}
