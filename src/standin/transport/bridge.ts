import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { EventEntry } from "../wire/protocol";

/** Microsoft's client talks to a host outside a browser through this object, if it is there when the client starts. */
interface NativeBridge {
  sendMessageToHost(message: string): void;
  /** The client sets it. */
  onMessageFromHost?: (message: string) => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body?: object | string };
}

const RESPONSE = 2;
const EVENT = 3;

/** Answers a request's body, sent with flags, with a response's body as JSON. */
type Process = (body: object | string, flags: number) => Promise<string>;

export interface Client {
  /** Microsoft's `Excel` namespace, bound to this workbook alone. */
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Hands events to the add-in. */
  deliver(entries: EventEntry[]): void;
}

/** Names the client looks up as properties of the window although it declares them as variables. */
const WINDOW_VARIABLES = [
  "Microsoft", "Type", "Sys", "OSF", "OfficeExt", "OfficeExtension", "OfficeExtensionBatch", "Excel", "OfficeRuntime",
  "CustomFunctions", "CustomFunctionMappings",
]; // prettier-ignore

/** Names the client must not find in Node or in a test's page: it gets those of its own small window. */
const PARAMETERS = [
  "window",
  "self",
  "globalThis",
  "document",
  "navigator",
  "location",
  "Office",
  "_richApiNativeBridge",
];

/**
 * Starts Microsoft's own Excel client, unmodified, over a host. It runs as a function's body in the caller's realm, so
 * that its lists are `Array` here, and with a window of its own, so that several live side by side and nothing global
 * is touched.
 */
export function startClient(office: object, process: Process): Client {
  const bridge: NativeBridge = { sendMessageToHost: (text) => void answer(bridge, text, process) };
  const window = smallWindow(office);
  const client = clientFunction()(
    window,
    window,
    window,
    window.document,
    window.navigator,
    window.location,
    office,
    bridge,
  );
  return {
    ...client,
    deliver: (entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: EVENT, message: { entries } })),
  };
}

async function answer(bridge: NativeBridge, text: string, process: Process): Promise<void> {
  const { id, flags, message } = JSON.parse(text) as BridgeMessage;
  const reply = (statusCode: number, body: string) =>
    bridge.onMessageFromHost?.(JSON.stringify({ id, type: RESPONSE, message: { statusCode, headers: {}, body } }));
  try {
    reply(200, await process(message.body ?? {}, flags ?? 0));
  } catch (error) {
    reply(500, String(error));
  }
}

type ClientFunction = (...parameters: unknown[]) => Pick<Client, "Excel" | "OfficeExtension">;
let compiled: ClientFunction | undefined;

/** The client's script as a function, read and compiled once. */
function clientFunction(): ClientFunction {
  if (compiled) return compiled;
  const accessors = WINDOW_VARIABLES.map(
    (name) =>
      `Object.defineProperty(window,"${name}",{configurable:true,get:function(){return typeof ${name}==="undefined"?undefined:${name}},set:function(v){${name}=v}});`,
  );
  const source = readFileSync(clientFile(), "utf8");
  const declared = `var ${WINDOW_VARIABLES.join(",")};`;
  const body = `${declared}${accessors.join("")}\n${source}\nreturn { Excel: Excel, OfficeExtension: OfficeExtension };`;
  compiled = new Function(...PARAMETERS, body) as ClientFunction;
  return compiled;
}

/** The client in the npm package, found from the running program or else from the current folder. */
function clientFile(): string {
  const starts = [process.argv[1], path.join(process.cwd(), "package.json")].filter((start) => start !== undefined);
  for (const start of starts) {
    try {
      const found = createRequire(start).resolve("@microsoft/office-js/package.json");
      return path.join(path.dirname(found), "dist/excel-web-16.00.js");
    } catch {
      // Looked for from the next place.
    }
  }
  throw new Error("The package @microsoft/office-js is not installed.");
}

/** As much of a window as the client asks for while it starts. */
function smallWindow(office: object) {
  const nothing = () => undefined;
  return {
    Office: office,
    location: { hash: "", search: "", href: "", origin: "", protocol: "https:" },
    navigator: { userAgent: "Node" },
    document: {
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: () => ({}),
      addEventListener: nothing,
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
  };
}
