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
  /** Stands where the grid will be: why there is none, or null while the first workbook is being opened. */
  readonly refusal: string | null;
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
    refusal: null,
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
    try {
      const [manifest, offered] = await Promise.all([text("/manifest.xml"), fetch("/workbook")]);
      const fileName = decodeURIComponent(offered.headers.get("x-file-name") ?? "Book1.xlsx");
      this.#set({ manifest: readManifest(manifest), fileName });
      const none = offered.status === 404;
      if (!offered.ok && !none) return this.#refuse(await offered.text());
      const bytes = none ? null : new Uint8Array(await offered.arrayBuffer());
      this.#opened = this.#engine.call("open", bytes, fileName);
      this.#set({ host: this.#newHost(fileName) });
      await this.#opened;
    } catch (error) {
      return this.#refuse(wordsFor(error));
    }
    await this.#draw(this.#opened);
  }

  /** Opens another workbook in place of the one shown; the pane starts anew with it. */
  async openFile(file: File): Promise<void> {
    this.#say(`Opening ${file.name}…`);
    const opening = this.#engine.call("open", new Uint8Array(await file.arrayBuffer()), file.name);
    try {
      await opening;
    } catch (error) {
      return this.state.host ? this.#fail(error) : this.#refuse(wordsFor(error));
    }
    this.#opened = opening;
    this.#set({ fileName: file.name, refusal: null, host: this.#newHost(file.name) });
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
    if (!this.state.host) return this.#say(openFirst);
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
    if (!this.state.host) return this.#say(openFirst);
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
        await this.#whenOpen();
        return this.#engine.call("process", body);
      },
      settings: async () => {
        await this.#whenOpen();
        return this.#engine.call("settings");
      },
      saveSettings: (settings) => this.#engine.call("saveSettings", settings),
    });
  }

  /** Never where the workbook cannot be opened: its pane is taken away, and has nobody to tell. */
  async #whenOpen(): Promise<void> {
    await this.#opened?.catch(() => new Promise(() => undefined));
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
    this.#set({ message: wordsFor(error), trouble: true });
  }

  /** No workbook is open: the reason takes the grid's place, and the pane, which could only fail, goes. */
  #refuse(refusal: string): void {
    this.#set({ refusal, host: null, message: "", trouble: false });
  }

  #set(change: Partial<PreviewState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const openFirst = "Open a workbook first.";

function wordsFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof EngineFailure && error.name === "WorkbookFileError";
  return known ? message : `The preview could not do that: ${message}`;
}

async function text(path: string): Promise<string> {
  return (await fetch(path)).text();
}
