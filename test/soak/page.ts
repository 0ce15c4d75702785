import { createHash } from "node:crypto";
import { onReturnChanged, onReturnSelected, type CellsEdited } from "../../src/excel/host/events";
import { makeReport, readReturn, rereadReturn } from "../../src/excel/job";
import { keepExplanation } from "../../src/excel/state";
import { applyChanges } from "../../src/excel/write/mend";
import type { Choices, Outcome } from "../../src/outcome";
import { llrPack } from "../../src/plan/llr";
import type { CellPlace } from "../../src/snapshot/snapshot";
import { openExcel, type OpenedExcel } from "../../src/standin";
import { enter } from "../../src/standin/model/cells/values";

const choices: Choices = { asOf: null, today: "2026-01-01", period: null, organisations: [] };

/** A workbook open in one page, with what the pane listens to, and what a person does in it again and again. */
export interface Page {
  /** One round; afterwards the user's sheets hold what they held before it. */
  live(round: number): Promise<void>;
  /** The pane is closed: nobody listens any more. */
  end(): Promise<void>;
  readonly handlers: number;
  /** Objects that Excel keeps for the add-in. */
  readonly references: number;
  readonly sheets: number;
  readonly names: number;
  /** Whether every sheet of the user's holds what it held when it was opened. */
  isKept(): boolean;
}

export async function openPage(file: Uint8Array): Promise<Page> {
  const excel = await openExcel(file, { fileName: "Soak.xlsx" });
  const theirs = excel.book.sheets.map(({ name }) => name);
  const before = contentOf(excel, theirs);
  const edits: CellsEdited[] = [];
  const ends = [
    await onReturnChanged(excel.Excel, { edited: (cells) => edits.push(cells), outdated: () => undefined }),
    await onReturnSelected(excel.Excel, () => undefined),
  ];
  return {
    async live(round) {
      const first = await readReturn(excel.Excel, llrPack, choices);
      const second = await edited(excel, first, round, edits);
      await report(excel);
      await explain(excel, second, round);
      await mendAndUndo(excel, await readReturn(excel.Excel, llrPack, choices));
      await report(excel);
    },
    async end() {
      for (const end of ends) await end();
    },
    get handlers() {
      return handlersOf(excel);
    },
    get references() {
      return excel.host.wire.tracked;
    },
    get sheets() {
      return excel.book.sheets.length;
    },
    get names() {
      return excel.book.names.length;
    },
    isKept: () => contentOf(excel, theirs) === before,
  };
}

const report = ({ Excel }: OpenedExcel) => makeReport(Excel, llrPack, choices);

/** A person types over one figure and puts it back; each edit is checked by itself. */
async function edited(excel: OpenedExcel, first: Outcome, round: number, edits: CellsEdited[]): Promise<Outcome> {
  const typed = first.reading.observations.filter(({ raw, place }) => typeof raw === "number" && isTyped(excel, place));
  const { place, raw } = typed[round % typed.length]!;
  let outcome = first;
  for (const value of [Number(raw) + round, Number(raw)]) {
    edits.length = 0;
    await type(excel, place, value);
    const heard = [...edits];
    if (heard.length === 0) throw new Error("The pane was not told of a person's edit.");
    outcome = await rereadReturn(excel.Excel, { before: outcome.snapshot, edited: heard }, llrPack, choices);
  }
  return outcome;
}

const cellOf = ({ book }: OpenedExcel, { sheet, row, column }: CellPlace) =>
  book.sheets.find(({ name }) => name === sheet)?.cells[row]?.[column];

const isTyped = (excel: OpenedExcel, place: CellPlace): boolean => cellOf(excel, place)?.formula === undefined;

/** As a person does in the grid; the pane hears of it a moment later. */
async function type({ edit }: OpenedExcel, { sheet, row, column }: CellPlace, value: number): Promise<void> {
  const area = { top: row, left: column, bottom: row, right: column };
  await edit((session) =>
    enter(
      session,
      session.worksheets().find(({ name }) => name === sheet)!,
      area,
      [[value]],
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
}

async function explain({ Excel }: OpenedExcel, { findings }: Outcome, round: number): Promise<void> {
  const warned = findings.filter(({ severity }) => severity === "warning");
  const { key, figure } = warned[round % warned.length]!;
  const text = `The meter was changed and read ${round} days late.`;
  await keepExplanation(Excel, { key, who: "A. Patel", when: "2025-12-01", text, figure });
}

/** One of the findings' mends, and its undo. */
async function mendAndUndo({ Excel }: OpenedExcel, { findings }: Outcome): Promise<void> {
  const mend = findings.find((each) => each.mend !== null)?.mend;
  if (!mend) throw new Error("The workbook has nothing to mend, so mending was not tried.");
  const undo = await applyChanges(Excel, mend.changes);
  await readReturn(Excel, llrPack, choices);
  await applyChanges(Excel, undo);
}

/** How many handlers the host calls, by events of each sheet; the registry itself keeps the number to itself. */
function handlersOf({ host }: OpenedExcel): number {
  const { counts } = host.wire.events as unknown as { readonly counts: ReadonlyMap<string, number> };
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}

function contentOf({ book }: OpenedExcel, wanted: readonly string[]): string {
  const sheets = book.sheets.filter(({ name }) => wanted.includes(name));
  const cells = sheets.map((sheet) => [
    sheet.name,
    sheet.cells.map((row) => row?.map((cell) => cell && [cell.value, cell.formula])),
  ]);
  return createHash("sha256").update(JSON.stringify(cells)).digest("hex");
}
