import { decidedRows, type DecidedTable } from "../snapshot/kept-words";
import type { TableRecord } from "../snapshot/own-tables";
import type { Snapshot } from "../snapshot/snapshot";
import { isNo, isYes, plainText, rowWith, saysSomethingIn, textOf, type DecisionCell, type RowToWrite } from "./cells";

/** What a board is asked, and what a report is proud of: people keep, reword or drop what is proposed, and add their own. */

export const askKinds = ["NOTE", "APPROVE", "TAKE ASSURANCE", "AGREE"] as const;
type AskKind = (typeof askKinds)[number];
const HIGHLIGHT = "Highlight";
const MOST_HIGHLIGHTS = 3;
/** Rows without a kind, for people's own asks. */
const FREE_ROWS = 2;

/** Something the board might be asked. The key stays the same when numbers in the text change. */
export interface Proposal {
  readonly kind: AskKind;
  readonly key: string;
  readonly text: string;
}

/** Something the board is asked, as a person kept, reworded or wrote it; the key is that of its proposal. */
interface Ask {
  readonly kind: AskKind;
  readonly key: string | null;
  readonly text: string;
}

export const asksTable: DecidedTable = {
  name: "GreenPlan_Asks",
  about: [],
  headers: ["Proposed", "Kind", "Your words", "Keep", "Reference", "State"],
  isWritten: (row) =>
    saysSomethingIn(row, ["Your words", "Keep"]) ||
    (textOf(row.get("Reference")) === "" && textOf(row.get("Proposed")) !== ""),
};

/** What to print, and the table to write: every proposal and every row that a person wrote. */
export interface BoardAsks {
  readonly asks: readonly Ask[];
  readonly highlights: readonly string[];
  readonly rows: readonly RowToWrite[];
}

/** A row as it stands in the workbook. */
interface Written {
  readonly cells: TableRecord;
  readonly key: string;
  readonly proposed: string;
  readonly words: string;
  /** Null where what stands under Keep is neither yes nor no. */
  readonly keep: "yes" | "no" | "" | null;
}

/** A row to write, and what of it is printed. */
interface Settled {
  readonly row: RowToWrite;
  readonly ask?: Ask;
  readonly highlight?: string;
}

/**
 * What the board is asked, of what is proposed: nothing prints until a person keeps or rewords it. What was kept stays as
 * it was kept when the proposal changes, and its row says so.
 */
export function boardAsks(
  { snapshot }: { readonly snapshot: Pick<Snapshot, "sheets"> },
  proposals: readonly Proposal[],
): BoardAsks {
  const written = decidedRows(snapshot.sheets, asksTable).filter(asksTable.isWritten).map(readRow);
  const rowOf = new Map(proposals.map(({ key }) => [key, written.find((row) => row.key === key)]));
  const used = new Set(rowOf.values());
  const others = written.filter((row) => !used.has(row));
  const isHighlight = ({ cells }: Written) => plainText(cells.get("Kind")) === plainText(HIGHLIGHT);
  const printed: string[] = [];
  const highlights = others.filter(isHighlight).map((row) => {
    const settled = settleHighlight(row, printed.length);
    if (settled.highlight !== undefined) printed.push(settled.highlight);
    return settled;
  });
  const blank = Math.max(0, MOST_HIGHLIGHTS - highlights.length);
  const settled = [
    ...proposals.map((proposal) => settleProposal(proposal, rowOf.get(proposal.key))),
    ...others.filter((row) => !isHighlight(row)).map((row) => settleOwn(row, rowOf.has(row.key))),
  ];
  return {
    asks: settled.flatMap(({ ask }) => ask ?? []),
    highlights: printed,
    rows: [
      ...highlights.map(({ row }) => row),
      ...Array.from({ length: blank }, () => rowWith(null, { Kind: HIGHLIGHT })),
      ...settled.map(({ row }) => row),
      ...Array.from({ length: FREE_ROWS }, () => new Map<string, DecisionCell>()),
    ],
  };
}

function readRow(cells: TableRecord): Written {
  const [keep, text] = [cells.get("Keep"), (header: string) => textOf(cells.get(header))];
  const answer = isYes(keep) ? "yes" : isNo(keep) ? "no" : text("Keep") === "" ? "" : null;
  return { cells, key: text("Reference"), proposed: text("Proposed"), words: text("Your words"), keep: answer };
}

const NEITHER = 'not printed: under Keep write "yes" or "no"';
const DROPPED = "not printed: dropped";

function settleProposal({ kind, key, text }: Proposal, written: Written | undefined): Settled {
  const row = (Proposed: string, State: string) =>
    rowWith(written?.cells, { Proposed, State, Reference: key, Kind: kindIn(written) ?? kind });
  if (written === undefined) return { row: row(text, "not printed until you keep or reword it") };
  const { words, keep, proposed } = written;
  if (keep === null) return { row: row(text, NEITHER) };
  if (keep === "no") return { row: row(text, DROPPED) };
  const before = proposed === "" ? text : proposed;
  const state =
    before === text
      ? `printed${words === "" ? "" : " in your words"}`
      : `printed as you kept it: the proposal has changed since you kept it, and now reads “${text}”`;
  return { row: row(before, state), ask: { kind: kindIn(written) ?? kind, key, text: words || before } };
}

/** A person's own ask, or one that was kept and is no longer proposed. */
function settleOwn(written: Written, isTaken: boolean): Settled {
  const { words, proposed, keep, key } = written;
  const [kind, text] = [kindIn(written), words || proposed];
  const row = (State: string) => ({ row: rowWith(written.cells, { State }) });
  if (keep === null) return row(NEITHER);
  if (keep === "no") return row(DROPPED);
  if (isTaken) return row("not printed: another row has the same reference");
  if (text === "") return row("not printed: write it under Your words");
  if (kind === null) return row(`not printed: under Kind write ${HIGHLIGHT}, ${askKinds.join(", ")}`);
  const gone = "printed as you kept it, though it is no longer proposed: drop it with “no” under Keep";
  return { ...row(key === "" ? "printed" : gone), ask: { kind, key: key || null, text } };
}

function settleHighlight(written: Written, before: number): Settled {
  const { words, proposed, keep } = written;
  const highlight = words || proposed;
  const row = (State: string) => ({ row: rowWith(written.cells, { State, Kind: HIGHLIGHT }) });
  if (keep === null) return row(NEITHER);
  if (keep === "no") return row(DROPPED);
  if (highlight === "") return row("not printed: write it under Your words");
  if (before >= MOST_HIGHLIGHTS) return row("not printed: three highlights at most");
  return { ...row("printed"), highlight };
}

/** "Take assurance", "for assurance" and "assurance" are one kind. */
function kindIn(written: Written | undefined): AskKind | null {
  const text = plainText(written?.cells.get("Kind"));
  if (text === "") return null;
  return askKinds.find((kind) => text.includes(plainText(kind.replace("TAKE ", "")))) ?? null;
}
