/**
 * The preview's server: the built add-in byte for byte, but for one rewrite. Its pages name office.js on
 * Microsoft's network; here that address becomes the npm package's copy, so that nothing leaves the machine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { bytesOf, findFile, NotPlainFile, typeOf } from "./files";
import { panePolicy, previewPolicy, textPolicy } from "./policy";

const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const officejs = "/officejs/";
const trust = `${officejs}agaveerrorux/`;

export interface ServedFolders {
  /** The built add-in, `dist/`. */
  readonly addin: string;
  /** The built preview, `build/preview/`. */
  readonly preview: string;
  /** The npm package's `dist/`, with office.js. */
  readonly officejs: string;
  /** The workbook open at the start; null for an empty one. */
  readonly workbook: string | null;
}

interface Answer {
  readonly status?: number;
  readonly body: Buffer | string;
  readonly type: string;
  readonly policy: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Over plain http, Excel on the web's client asks a page beside office.js whether its host can be trusted, and
 * takes this answer. In production that page is Microsoft's and the address is https.
 */
const trustPage = `<!doctype html><html lang="en"><title>Trust</title><script src="trusted.js"></script></html>`;
const trustScript = `addEventListener("message", (event) => event.source.postMessage('{"hostUserTrusted":true}', event.origin));`;

export function previewServer(folders: ServedFolders): Server {
  return createServer((request, response) => {
    const answer = allowed(request) ? answerOrReason(request, folders) : null;
    send(response, answer ?? refusal(404, "Not found"));
  });
}

/** A file can be taken away, replaced or locked while it is served: that request fails, and the server lives on. */
function answerOrReason(request: IncomingMessage, folders: ServedFolders): Answer | null {
  try {
    return answerTo(request, folders);
  } catch {
    return refusal(500, "A file of the preview could not be read. Build it again, then reload this page.");
  }
}

function refusal(status: number, body: string): Answer {
  return { status, body, type: "text/plain; charset=utf-8", policy: panePolicy };
}

/** Only this machine's own names: a page elsewhere cannot reach the preview through a name of its own. */
function allowed(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? "").replace(/:\d+$/u, "");
  return ["localhost", "127.0.0.1", "[::1]"].includes(host) && ["GET", "HEAD"].includes(request.method ?? "");
}

function answerTo(request: IncomingMessage, folders: ServedFolders): Answer | null {
  const webPath = pathOf(request.url ?? "/");
  if (webPath === null) return null;
  if (webPath === "/workbook") return folders.workbook === null ? null : workbook(folders.workbook);
  const lower = webPath.toLowerCase();
  if (lower === `${trust}index.html`) return { body: trustPage, type: typeOf("index.html"), policy: panePolicy };
  if (lower === `${trust}trusted.js`) return { body: trustScript, type: typeOf("trusted.js"), policy: panePolicy };
  if (lower.startsWith(officejs)) return file(findFile(folders.officejs, webPath.slice(officejs.length)), panePolicy);
  if (webPath === "/") return file(findFile(folders.preview, "index.html"), previewPolicy);
  return page(findFile(folders.addin, webPath)) ?? file(findFile(folders.preview, webPath), previewPolicy);
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
}

function file(found: string | null, policy: string): Answer | null {
  return found === null ? null : { body: bytesOf(found), type: typeOf(found), policy };
}

/** A file of the add-in; in its pages, office.js is taken from here. */
function page(found: string | null): Answer | null {
  const answer = file(found, panePolicy);
  if (!answer || !found?.endsWith(".html")) return answer;
  const body = answer.body.toString().replaceAll(cdn, officejs);
  return { ...answer, body, policy: /<script\b/i.test(body) ? panePolicy : textPolicy };
}

function workbook(found: string): Answer {
  const name = path.basename(found);
  const headers = { "x-file-name": encodeURIComponent(name) };
  try {
    return { body: bytesOf(found), type: typeOf(found), policy: previewPolicy, headers };
  } catch (error) {
    const reason = error instanceof NotPlainFile ? error.message : "cannot be read, perhaps because a program holds it";
    return {
      ...refusal(500, `${name} ${reason}. Reload this page once that is mended, or open another workbook.`),
      headers,
    };
  }
}

function send(response: ServerResponse, { status = 200, body, type, policy, headers }: Answer): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
