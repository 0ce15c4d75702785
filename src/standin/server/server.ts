/**
 * The preview's server: the built add-in byte for byte, but for one rewrite. Its pages name office.js on
 * Microsoft's network; here that address becomes the npm package's copy, so that nothing leaves the machine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { bytesOf, findFile, typeOf } from "./files";
import { panePolicy, previewPolicy } from "./policy";

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
    const answer = allowed(request) ? answerTo(request, folders) : null;
    if (answer) send(response, answer);
    else response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
  });
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
  return { ...answer, body: answer.body.toString().replaceAll(cdn, officejs) };
}

function workbook(found: string): Answer {
  const name = encodeURIComponent(path.basename(found));
  return { body: bytesOf(found), type: typeOf(found), policy: previewPolicy, headers: { "x-file-name": name } };
}

function send(response: ServerResponse, { body, type, policy, headers }: Answer): void {
  response.writeHead(200, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
