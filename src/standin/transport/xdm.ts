/**
 * Excel on the web's side of the conversation with office.js in a frame: cross-document messages, as
 * reference notes taken from the npm client describe them. The client is not changed in any way.
 */
import type { EventEntry, RequestBody } from "../wire/protocol";
import { callResponse, eventResponse, readRequest, RequestAction, type XdmRequest } from "./xdm-envelope";
import { answerServices, type PaneHolder } from "./xdm-services";

/** Numbers of the calls an add-in makes of its host, and of the client's errors. */
const Dispatch = {
  loadSettings: 75,
  saveSettings: 76,
  richApi: 93,
  commandCompleted: 94,
} as const;
/** What the pane and its host tell each other about the keyboard; office.js keeps Tab to itself in the pane. */
const HostAction = { tabIn: 11, tabInBackwards: 12 } as const;
const leaving: Readonly<Record<number, PaneExit>> = {
  5: "region",
  6: "region",
  13: "forwards",
  14: "backwards",
  15: "escape",
  17: "forwards",
  18: "backwards",
};
const internalError = 5001;
const unsupported = 5003;
/** "The workbook is read and written" and "Excel on the web", as the client numbers them. */
const readWrite = 1;
const excelWeb = 16;
const taskPane = 2;

/** How the keyboard left the pane: past its last or first control, by F6 with Ctrl, or by Escape. */
export type PaneExit = "forwards" | "backwards" | "region" | "escape";

export interface XdmWorkbook extends PaneHolder {
  /** Answers the body of a ProcessQuery request. */
  process(body: string): Promise<string>;
  /** Office settings as name and JSON text. */
  settings(): Promise<[string, string][]>;
  saveSettings(settings: [string, string][]): Promise<void>;
  readonly documentUrl: string;
  /** The keyboard left the pane. */
  onExit(exit: PaneExit): void;
}

/** Versions as text: a number would lose the 0 of 1.10. */
const requirements = JSON.stringify({ ExcelApi: "1.15", SharedRuntime: "1.1", RibbonApi: "1.1", DialogApi: "1.1" });
const locale = "en-GB";

type Message = Record<string, unknown>;

/** One pane's conversation with the host. */
export class XdmHost {
  readonly conversation = crypto.randomUUID();
  /** Fresh for each frame: office.js keeps settings under it. */
  readonly addInId = crypto.randomUUID();
  readonly #events = new Set<string>();
  readonly #registered = new Map<string, (() => void)[]>();
  readonly #commands = new Map<string, (status: number) => void>();
  #frame: Window | null = null;
  #nextCommand = 1;

  constructor(
    private readonly workbook: XdmWorkbook,
    private readonly origin: string = location.origin,
  ) {
    addEventListener("message", this.#receive);
  }

  /** What the frame must be named before it enters the document: office.js reads its host from it. */
  get frameName(): string {
    const sharedRuntime = 1;
    return JSON.stringify({
      baseFrameName: "pane",
      hostInfo: `Excel$Web$16.01$${locale}$${crypto.randomUUID()}$$$${sharedRuntime}`,
      xdmInfo: `${this.conversation}|${this.addInId}|${this.origin}`,
      serializerVersion: "1",
      flights: "[]",
    });
  }

  /** Resolves when the add-in is up and listens for the ribbon's commands. */
  ready(): Promise<void> {
    return this.#listening("appCommandInvoked");
  }

  attach(frame: Window): void {
    this.#frame = frame;
  }

  /** Puts the keyboard on the pane's first control, or its last. */
  enter(backwards = false): void {
    this.#post(
      JSON.stringify({
        _messageType: 0,
        _actionType: RequestAction.invoke,
        _actionName: "Office_notifyAgave",
        _conversationId: `${this.conversation}_ntf`,
        _correlationId: 0,
        _origin: this.origin,
        _data: [backwards ? HostAction.tabInBackwards : HostAction.tabIn],
        _serializerVersion: 1,
      }),
    );
  }

  dispose(): void {
    removeEventListener("message", this.#receive);
  }

  /** Tells the add-in of events of the workbook. */
  raise(entries: readonly EventEntry[]): void {
    const ArrayData = entries.map((e) => [
      e.messageCategory,
      e.messageType,
      e.targetId,
      e.message,
      e.id,
      e.isRemoteOverride,
    ]);
    this.#tell("richApiMessage", { ArrayData });
  }

  selectionChanged(): void {
    this.#tell("documentSelectionChanged", {});
  }

  /**
   * Runs a function command of the ribbon, once the add-in listens for them.
   * @returns the client's status when the command is completed: 0, or an error's number
   */
  async runCommand(functionName: string, controlId: string): Promise<number> {
    await this.ready();
    const id = String(this.#nextCommand++);
    const done = new Promise<number>((resolve) => this.#commands.set(id, resolve));
    this.#tell("appCommandInvoked", [id, functionName, JSON.stringify({ source: { id: controlId } })]);
    return done;
  }

  #listening(event: string): Promise<void> {
    if (this.#events.has(event)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#registered.set(event, [...(this.#registered.get(event) ?? []), resolve]);
    });
  }

  #tell(event: string, data: unknown): void {
    if (this.#events.has(event)) this.#post(eventResponse(event, this.conversation, this.origin, data));
  }

  #post(message: string): void {
    this.#frame?.postMessage(message, this.origin);
  }

  /** Only the pane's own frame, of our own origin, is listened to; before there is one, nobody. */
  #receive = (event: MessageEvent): void => {
    if (!this.#frame || event.source !== this.#frame || event.origin !== this.origin) return;
    const request = readRequest(event.data);
    if (request?._conversationId === this.conversation) void this.#respond(request);
  };

  async #respond(request: XdmRequest): Promise<void> {
    this.#post(callResponse(request, this.origin, await this.#answer(request)));
  }

  #answer(request: XdmRequest): unknown {
    if (request._actionType !== RequestAction.invoke) return this.#listen(request);
    if (request._actionName === "ContextActivationManager_getAppContextAsync") return this.#context();
    if (request._actionName === "executeMethod") return this.#execute(request._data);
    if (request._actionName === "ContextActivationManager_notifyHost") this.#notified(request._data);
    return null;
  }

  #notified(data: unknown): void {
    const exit = Array.isArray(data) ? leaving[Number(data[1])] : undefined;
    if (exit) this.workbook.onExit(exit);
  }

  #listen(request: XdmRequest): Message {
    const name = request._actionName;
    if (request._actionType === RequestAction.unregisterEvent) this.#events.delete(name);
    else this.#events.add(name);
    setTimeout(() => this.#registered.get(name)?.forEach((heard) => heard()), 0);
    return { Error: 0 };
  }

  async #context(): Promise<Message> {
    return {
      _id: this.addInId,
      _appName: excelWeb,
      _appVersion: "16.01",
      _appMinorVersion: "0",
      _hostFullVersion: "16.01",
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: this.workbook.documentUrl,
      _clientMode: readWrite,
      _settings: await this.workbook.settings(),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: crypto.randomUUID(),
      _appInstanceId: crypto.randomUUID(),
      _requirementMatrix: requirements,
      _initialDisplayMode: taskPane,
      _addinName: "Green Plan Reporter",
      _appDomains: [],
    };
  }

  async #execute(sent: unknown): Promise<Message> {
    try {
      const data = sent as Message;
      const dispatch = (data["DdaMethod"] as Message | undefined)?.["DispatchId"];
      return { Version: 1, Error: 0, ...(await this.#dispatch(dispatch, data)) };
    } catch {
      return { Version: 1, Error: internalError };
    }
  }

  async #dispatch(dispatch: unknown, data: Message): Promise<Message> {
    switch (dispatch) {
      case Dispatch.richApi:
        return { Data: [200, [], await this.#query(data["ArrayData"] as unknown[])] };
      case Dispatch.commandCompleted:
        return this.#completed(data);
      case Dispatch.saveSettings:
        return this.#saveSettings(data);
      case Dispatch.loadSettings: {
        const settings = await this.workbook.settings();
        return { Properties: { Settings: settings.map(([Name, Value]) => ({ Name, Value })) } };
      }
      default:
        return { Error: unsupported };
    }
  }

  /** The services beside the workbook are told by the first field; everything else is for the workbook. */
  async #query([kind, , , , body]: unknown[]): Promise<string> {
    if (kind !== "WacPartition") return this.workbook.process(String(body));
    return JSON.stringify(answerServices(JSON.parse(String(body)) as RequestBody, this.workbook));
  }

  #completed(data: Message): Message {
    const id = String(data["0"]);
    this.#commands.get(id)?.(Number(data["1"]));
    this.#commands.delete(id);
    return {};
  }

  async #saveSettings(data: Message): Promise<Message> {
    const properties = (data["DdaSettingsMethod"] as Message | undefined)?.["Properties"] ?? [];
    if (!areSettings(properties)) return { Error: internalError };
    await this.workbook.saveSettings(properties);
    return {};
  }
}

/** Names with their JSON texts. Anything else would put the workbook's settings out of order. */
function areSettings(properties: unknown): properties is [string, string][] {
  const isText = (part: unknown) => typeof part === "string";
  return Array.isArray(properties) && properties.every((p) => Array.isArray(p) && p.length === 2 && p.every(isText));
}
