import { itemNotFound } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import type { Session } from "../session/session";

/** `Excel.SettingCollection`: what an add-in keeps with the workbook. */
export class Settings implements HostObject {
  readonly className = "SettingCollection";
  constructor(private readonly session: Session) {}

  items(): Setting[] {
    return [...this.session.book.settings.keys()].map((key) => new Setting(this.session, key));
  }
  getCount(): number {
    return this.session.book.settings.size;
  }
  add(key: string, value: unknown): Setting {
    this.session.book.settings.set(key, value);
    return new Setting(this.session, key);
  }
  getItem(key: string): Setting {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound(`the setting "${key}"`);
    return item;
  }
  getItemOrNullObject(key: string): Setting | null {
    return this.session.book.settings.has(key) ? new Setting(this.session, key) : null;
  }
}

/** `Excel.Setting` */
export class Setting implements HostObject {
  readonly className = "Setting";
  constructor(
    private readonly session: Session,
    readonly key: string,
  ) {}

  get identity(): string {
    return this.key;
  }
  get value(): unknown {
    return this.session.book.settings.get(this.key);
  }
  set value(given: unknown) {
    this.session.book.settings.set(this.key, given);
  }
  delete(): void {
    this.session.book.settings.delete(this.key);
  }
}
