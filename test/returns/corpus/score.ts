import { outcomeJson } from "../../../src/cli/json";
import { refuseNothing, type Outcome } from "../../../src/outcome";
import { PlainError } from "../../../src/errors/plain-error";
import { llrPack } from "../../../src/plan/llr";
import { outcomeOf } from "../../../src/road";
import { cellPlace, parseRange, splitPlace } from "../../../src/snapshot/addresses";
import { snapshotOf, truthOf, type Book, type Truth } from "./book";

/** What became of one cell; "silent" is what must never be: read wrong, or at all, without a finding on the cell. */
export type Fate = "right" | "refused" | "lost" | "left out" | "flagged" | "silent";

export interface Judged {
  readonly truth: Truth;
  readonly fate: Fate;
  /** What was read, for people. */
  readonly got: string;
}

type Json = ReturnType<typeof outcomeJson>;
type Read = Json["observations"][number];

/** Reads a book as the commands do and says of each answered cell what became of it. */
export function judgeBook(book: Book): Judged[] {
  const choices = { asOf: null, today: "2026-11-28", period: null, organisations: [] };
  const outcome = outcomeOf(snapshotOf(book), llrPack, choices);
  const json = outcomeJson(outcome, book.file, { requests: 0, bytesSent: 0, bytesReceived: 0, sheetsWritten: [] });
  const cells: Seen = {
    read: byCell(json.observations.filter(isStated), placesOf),
    flagged: byCell(json.findings.filter(isFlag), ({ cells }) => cells),
    asked: byCell(json.notUnderstood, askedPlaces),
    refused: refusesAll(outcome),
  };
  return truthOf(book).map((truth) => judge(truth, cells));
}

interface Seen {
  readonly read: ReadonlyMap<string, readonly Read[]>;
  readonly flagged: ReadonlyMap<string, unknown>;
  readonly asked: ReadonlyMap<string, unknown>;
  /** The whole workbook is refused, with a sentence. */
  readonly refused: boolean;
}

function refusesAll(outcome: Outcome): boolean {
  try {
    refuseNothing(outcome);
    return false;
  } catch (error) {
    if (error instanceof PlainError) return true;
    throw error;
  }
}

/** Not worked out from other figures. */
const isStated = ({ note, raw, parts }: Read) => !(note?.startsWith("worked out") ?? false) && (raw !== null || !parts);
const isFlag = ({ severity }: Json["findings"][number]) => severity !== "info";
const placesOf = ({ cell, parts }: Read) => [cell, ...(parts ?? []).map((part) => part.cell)];

/** The area a question is about: its cells and, where they are scattered, those between. */
const askedPlaces = ({ cell, range }: Json["notUnderstood"][number]) => [`${splitPlace(cell)?.sheet ?? ""}!${range}`];

function byCell<T>(items: readonly T[], placesOf: (item: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items)
    for (const cell of new Set(placesOf(item).flatMap(cellsOf))) map.set(cell, [...(map.get(cell) ?? []), item]);
  return map;
}

function cellsOf(reference: string): string[] {
  const sheet = splitPlace(reference)?.sheet ?? "";
  return reference.split(",").flatMap((part) => {
    const area = parseRange(splitPlace(part)?.address ?? part);
    if (!area) return [];
    const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, at) => area.top + at);
    const columns = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at);
    return rows.flatMap((row) => columns.map((column) => cellPlace(sheet, row, column).cell));
  });
}

function judge(truth: Truth, { read, flagged, asked, refused }: Seen): Judged {
  const all = read.get(truth.cell) ?? [];
  const figures = all.filter(({ value }) => value !== null);
  const flag = flagged.has(truth.cell);
  const got = figures.map((each) => `${each.metric} ${each.organisation} ${each.period} ${each.kind} ${each.value}`);
  return { truth, fate: fate(), got: got.join("; ") };

  function fate(): Fate {
    if (truth.status === "ask" || truth.status === "not") {
      const taken = figures.some(({ kind }) => kind !== "variance");
      return !taken ? "left out" : flag ? "flagged" : "silent";
    }
    if (figures.some((each) => isRight(truth, each))) return "right";
    if (figures.length > 0) return flag ? "flagged" : "silent";
    if (truth.status === "may") return "left out";
    return refused || flag || all.length > 0 || asked.has(truth.cell) ? "refused" : "lost";
  }
}

function isRight(truth: Truth, { metric, organisation, site, period, kind, value }: Read): boolean {
  const oneOf = (wanted: string, found: string) => wanted.split(";").includes(found);
  return (
    oneOf(truth.metric, metric) &&
    truth.organisation === organisation &&
    (site === null || truth.site !== "") &&
    oneOf(truth.period, period) &&
    oneOf(truth.kind, kind) &&
    value !== null &&
    isNear(value, truth.value === "yes" ? 1 : truth.value === "no" ? 0 : Number(truth.value))
  );
}

const isNear = (value: number, wanted: number) => Math.abs(value - wanted) <= Math.max(2e-6 * Math.abs(wanted), 1e-9);
