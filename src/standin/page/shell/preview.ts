import { XdmHost } from "../../transport/xdm";
import { EngineClient, EngineFailure } from "../engine/client";
import type { Grid } from "../grid/grid";
import type { BookUpdate } from "../engine/protocol";
import { readManifest, type Manifest, type RibbonButton } from "./manifest";
import { leavePane } from "./regions";

export interface PreviewState {
  readonly manifest: Manifest | null;
  readonly fileName: string;
  readonly host: XdmHost | null;
  readonly paneVisible: boolean;
  readonly running: string | null;
  readonly message: string;
  readonly trouble: boolean;
  readonly notCalculated: number;
}

/** Milliseconds: after the last move of the selection, and at most for the pane before the grid is drawn. */
const selectionPause = 80;
const paneHeadStart = 3000;

/** The page's one controller: the engine, the grid and the pane's host, and what the shell shows of them. */
export class Preview {
  state: PreviewState = {
    manifest: null,
    fileName: "",
    host: null,
    paneVisible: true,
    running: null,
    message: "Opening the workbook…",
    trouble: false,
    notCalculated: 0,
  };
  readonly #engine = new EngineClient();
  readonly #listeners = new Set<() => void>();
  #grid: Grid | null = null;
  #place: HTMLElement | null = null;
  #opened: Promise<BookUpdate> | null = null;
  /** What changed before the grid was there to show it. */
  readonly #early: BookUpdate[] = [];
  #selecting: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): PreviewState => this.state;

  /**
   * Opens the workbook the server offers, and draws it in this element. The pane comes first: it needs the
   * engine, not the grid, and both are on one thread.
   */
  async start(element: HTMLElement): Promise<void> {
    this.#place = element;
    this.#engine.onUpdate = (update) => this.#show(update);
    this.#engine.onEvents = (entries) => this.state.host?.raise(entries);
    const [manifest, offered] = await Promise.all([text("/manifest.xml"), fetch("/workbook")]);
    const fileName = decodeURIComponent(offered.headers.get("x-file-name") ?? "Book1.xlsx");
    const bytes = offered.ok ? new Uint8Array(await offered.arrayBuffer()) : null;
    this.#opened = this.#engine.call("open", bytes, fileName);
    this.#set({ manifest: readManifest(manifest), fileName, host: this.#newHost(fileName) });
    await this.#draw(this.#opened);
  }

  /** Opens another workbook in place of the one shown; the pane starts anew with it. */
  async openFile(file: File): Promise<void> {
    this.#say(`Opening ${file.name}…`);
    const opening = this.#engine.call("open", new Uint8Array(await file.arrayBuffer()), file.name);
    try {
      await opening;
    } catch (error) {
      return this.#fail(error);
    }
    this.#opened = opening;
    this.#set({ fileName: file.name, host: this.#newHost(file.name) });
    await this.#draw(opening);
  }

  async #draw(opening: Promise<BookUpdate>): Promise<void> {
    try {
      const update = await opening;
      await Promise.race([this.state.host?.ready(), new Promise((resolve) => setTimeout(resolve, paneHeadStart))]);
      const { Grid } = await import(/* webpackChunkName: "grid" */ "../grid/grid");
      this.#grid ??= new Grid(this.#place as HTMLElement, {
        onEdit: (sheet, cells) => void this.#applied(this.#engine.call("edit", sheet, cells)),
        onSelect: (sheet, address) => this.#select(sheet, address),
        onClick: (sheet, row, column) => void this.#follow(sheet, row, column),
        onRefused: () => this.#say("The preview does not do that; Excel does."),
      });
      this.#grid.load(update);
      for (const later of this.#early.splice(0)) this.#grid.apply(later);
      this.#set({ notCalculated: update.notCalculated, message: "", trouble: false });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Hands the workbook to the browser as a download. */
  async save(): Promise<void> {
    this.#say("Saving…");
    try {
      const bytes = await this.#engine.call("save");
      const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
      const link = document.createElement("a");
      link.href = url;
      link.download = this.state.fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
      this.#say(`Saved as ${this.state.fileName}.`);
    } catch (error) {
      this.#fail(error);
    }
  }

  async press(button: RibbonButton): Promise<void> {
    if (this.state.running !== null) return;
    if (button.functionName === null) return this.setPaneVisible(true);
    this.#set({ running: button.id, message: `${button.label}: working…`, trouble: false });
    const status = (await this.state.host?.runCommand(button.functionName, button.id)) ?? 0;
    this.#set({ running: null });
    if (status === 0) this.#say(`${button.label}: done.`);
    else this.#fail(new Error(`${button.label} could not be run (Office error ${status}).`));
  }

  readonly setPaneVisible = (paneVisible: boolean): void => this.#set({ paneVisible });

  readonly enterPane = (): void => {
    this.setPaneVisible(true);
    this.state.host?.enter();
  };

  #newHost(documentUrl: string): XdmHost {
    return new XdmHost({
      documentUrl,
      paneVisible: () => this.state.paneVisible,
      setPaneVisible: this.setPaneVisible,
      onExit: leavePane,
      process: async (body) => {
        await this.#opened;
        return this.#engine.call("process", body);
      },
      settings: async () => {
        await this.#opened;
        return this.#engine.call("settings");
      },
      saveSettings: (settings) => this.#engine.call("saveSettings", settings),
    });
  }

  #show(update: BookUpdate): void {
    if (this.#grid) this.#grid.apply(update);
    else this.#early.push(update);
    if (update.notCalculated !== this.state.notCalculated) this.#set({ notCalculated: update.notCalculated });
  }

  async #applied(answer: Promise<BookUpdate>): Promise<void> {
    try {
      this.#show(await answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #select(sheet: string, address: string): void {
    clearTimeout(this.#selecting);
    this.#selecting = setTimeout(() => {
      void this.#engine.call("select", sheet, address).then(() => this.state.host?.selectionChanged());
    }, selectionPause);
  }

  async #follow(sheet: string, row: number, column: number): Promise<void> {
    const link = await this.#engine.call("link", sheet, row, column);
    if (link?.url) this.#say(`Link to ${link.url}`);
    if (!link?.sheet || !link.address) return;
    this.#grid?.select(link.sheet, link.address);
    this.#select(link.sheet, link.address);
  }

  #say(message: string): void {
    this.#set({ message, trouble: false });
  }

  #fail(error: unknown): void {
    const known = error instanceof EngineFailure && error.name === "WorkbookFileError";
    const message = error instanceof Error ? error.message : String(error);
    this.#set({ message: known ? message : `The preview could not do that: ${message}`, trouble: true });
  }

  #set(change: Partial<PreviewState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

async function text(path: string): Promise<string> {
  return (await fetch(path)).text();
}
