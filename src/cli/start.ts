import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseNumber } from "office-addin-cli";
import { previewServer } from "../standin/server/server";
import { readInput } from "./files";
import { NotDone } from "./not-done";

const root = path.resolve(__dirname, "../..");

/**
 * Serves the built add-in and the preview on http://localhost:3000, the sample return open, until stopped.
 * `npm start -- FILE` opens another workbook; PORT names another port, 0 any free one.
 */
export async function start(args: string[]): Promise<number> {
  const { workbook, addin } = wanted(args);
  const server = previewServer({
    addin,
    preview: path.join(root, "build/preview"),
    officejs: path.join(root, "node_modules/@microsoft/office-js/dist"),
    workbook,
  });
  const port = portWanted();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, port)));
    server.listen(port, "localhost", resolve);
  });
  const address = server.address();
  const at = typeof address === "object" && address ? address.port : port;
  process.stdout.write(`Green Plan Reporter is at http://localhost:${at}  (Ctrl+C stops it)\n`);
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        server.closeAllConnections();
        server.close(() => resolve(0));
      });
    }
  });
}

function wanted(args: string[]): { workbook: string | null; addin: string } {
  const { values, positionals } = parsed(args);
  const addin = path.resolve(values.addin ?? path.join(root, "dist"));
  if (!existsSync(path.join(addin, "taskpane.html"))) {
    throw new NotDone(
      `The add-in is not built: ${path.join(addin, "taskpane.html")} is missing. Run "npm run build" first.`,
    );
  }
  const [named, ...rest] = positionals;
  if (rest.length > 0) throw new NotDone("The preview opens one workbook; name one file.");
  if (named !== undefined) readInput(named);
  const sample = path.join(root, "assets/sample-return.xlsx");
  return { addin, workbook: named ?? (existsSync(sample) ? sample : null) };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { addin: { type: "string" } } });
  } catch {
    throw new NotDone("The preview takes one workbook and --addin FOLDER, nothing else.");
  }
}

function portWanted(): number {
  const text = process.env["PORT"] || "3000";
  const wrong = `PORT is "${text}"; it must be a whole number from 0 to 65535.`;
  let port: number | undefined;
  try {
    port = parseNumber(text, wrong);
  } catch {
    throw new NotDone(wrong);
  }
  if (port === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) throw new NotDone(wrong);
  return port;
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new NotDone(
      `Port ${port} is taken by another program. Stop that one, or name another port: PORT=3001 npm start.`,
    );
  }
  if (error.code === "EACCES")
    return new NotDone(`Port ${port} may not be used by you. Name one above 1023 with PORT.`);
  return error;
}
