import type { Pack } from "../../plan/schema";
import { outcomeOf } from "../../road";
import type { SheetSnapshot } from "../../snapshot/snapshot";
import type { CheckAnswer, CheckMessage, CheckOrder, Port, SheetFrame, SheetRows } from "./messages";

/** A sheet as its rows come in. */
interface GrowingSheet {
  readonly frame: SheetFrame;
  readonly portions: SheetRows[];
}

/** The worker's side of the line: keeps the plan and the sheets it is sent, and answers each order to check. */
export function answerChecks(port: Port): void {
  let pack: Pack | null = null;
  let sheets = new Map<number, GrowingSheet>();

  function check({ workbook, sheets: wanted, choices }: CheckOrder): CheckAnswer {
    if (pack === null) throw new Error("The plan was not sent before the order to check.");
    sheets = new Map([...sheets].filter(([number]) => wanted.includes(number)));
    const snapshot = { ...workbook, sheets: wanted.map((number) => wholeSheet(sheets.get(number))) };
    const { pack: _pack, snapshot: _snapshot, ...outcome } = outcomeOf(snapshot, pack, choices);
    return { kind: "checked", outcome };
  }

  port.addEventListener("message", ({ data }) => {
    const message = data as CheckMessage;
    if (message.kind === "plan") pack = message.pack;
    else if (message.kind === "sheet") sheets.set(message.sheet, { frame: message.frame, portions: [] });
    else if (message.kind === "rows") sheets.get(message.sheet)?.portions.push(message.rows);
    else port.postMessage(answerOf(() => check(message)));
  });
}

function answerOf(check: () => CheckAnswer): CheckAnswer {
  try {
    return check();
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

function wholeSheet(sheet: GrowingSheet | undefined): SheetSnapshot {
  if (sheet === undefined) throw new Error("A sheet was not sent before the order to check.");
  const { frame, portions } = sheet;
  return {
    ...frame,
    values: portions.flatMap(({ values }) => values),
    formulas: portions.flatMap(({ formulas }) => formulas),
    numberFormats: portions.flatMap(({ numberFormats }) => numberFormats),
  };
}
