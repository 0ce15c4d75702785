import { XdmHost } from "../../transport/xdm";
import { EngineClient, EngineFailure } from "../client";
import { Grid } from "../grid/grid";
import type { BookUpdate } from "../protocol";
import type { Manifest, RibbonButton } from "./manifest";
import { readManifest } from "./manifest";

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

const selectionPause = 80;

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
  #opened: Promise<unknown> = Promise.resolve();
  #selecting: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): PreviewState => this.state;

  /** Draws the grid in this element and opens the workbook the server offers. */
  async start(element: HTMLElement): Promise<void> {
    this.#grid = new Grid(element, {
      onEdit: (sheet, cells) => void this.#applied(this.#engine.call("edit", sheet, cells)),
      onSelect: (sheet, address) => this.#select(sheet, address),
      onClick: (sheet, row, column) => void this.#follow(sheet, row, column),
      onRefused: () => this.#say("The preview does not do that; Excel does."),
    });
    this.#engine.onUpdate = (update) => this.#show(update);
    this.#engine.onEvents = (entries) => this.state.host?.raise(entries);
    this.#set({ manifest: readManifest(await text("/manifest.xml")) });
    const offered = await fetch("/workbook");
    const name = decodeURIComponent(offered.headers.get("x-file-name") ?? "Book1.xlsx");
    await this.open(offered.ok ? new Uint8Array(await offered.arrayBuffer()) : null, name);
  }

  /** Opens a workbook in place of the one shown; the pane starts anew with it. */
  async open(bytes: Uint8Array | null, fileName: string): Promise<void> {
    this.#say(`Opening ${fileName}…`);
    const opening = this.#engine.call("open", bytes, fileName);
    try {
      const update = await opening;
      this.#opened = opening;
      this.#grid?.load(update);
      this.#set({
        fileName,
        notCalculated: update.notCalculated,
        host: this.#newHost(fileName),
        message: "",
        trouble: false,
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  async openFile(file: File): Promise<void> {
    await this.open(new Uint8Array(await file.arrayBuffer()), file.name);
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
    if (button.functionName === null) return this.setPaneVisible(true);
    this.#set({ running: button.id, message: `${button.label}: working…`, trouble: false });
    const status = (await this.state.host?.runCommand(button.functionName, button.id)) ?? 0;
    this.#set({ running: null });
    if (status === 0) this.#say(`${button.label}: done.`);
    else this.#fail(new Error(`${button.label} could not be run (Office error ${status}).`));
  }

  readonly setPaneVisible = (paneVisible: boolean): void => this.#set({ paneVisible });

  #newHost(documentUrl: string): XdmHost {
    return new XdmHost({
      documentUrl,
      paneVisible: () => this.state.paneVisible,
      setPaneVisible: this.setPaneVisible,
      process: async (body) => {
        await this.#opened;
        return this.#engine.call("process", body);
      },
      settings: () => this.#engine.call("settings"),
      saveSettings: (settings) => this.#engine.call("saveSettings", settings),
    });
  }

  #show(update: BookUpdate): void {
    this.#grid?.apply(update);
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
