import { MessageChannel, type MessagePort } from "node:worker_threads";
import { readReturn } from "../../../src/excel/job";
import { patched } from "../../../src/excel/read/patch";
import type { Choices } from "../../../src/outcome";
import { llrPack } from "../../../src/plan/llr";
import type { Pack } from "../../../src/plan/schema";
import { outcomeOf } from "../../../src/road";
import { openExcel } from "../../../src/standin";
import { answerChecks } from "../../../src/taskpane/checking/answer-checks";
import { CheckFailed } from "../../../src/taskpane/checking/check-line";
import { checkerIn } from "../../../src/taskpane/checking/checker";
import type { CheckMessage, Port } from "../../../src/taskpane/checking/messages";
import type { Snapshot } from "../../../src/snapshot/snapshot";
import { sample } from "../pane";

const choices: Choices = { asOf: null, today: "2026-11-27", period: null, organisations: [] };

let snapshot: Snapshot;
const open: MessagePort[] = [];

beforeAll(async () => {
  const opened = await openExcel(new Uint8Array(sample), { fileName: "sample-return.xlsx" });
  ({ snapshot } = await readReturn(opened.Excel, llrPack, choices));
  opened.close();
}, 60_000);

afterEach(() => open.splice(0).forEach((port) => port.close()));

/** A line as to a worker: what goes over it is copied, and both ends only hear each other. */
function line(): { here: Port; there: Port; sent: CheckMessage[] } {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const sent: CheckMessage[] = [];
  port2.on("message", (message: CheckMessage) => sent.push(message));
  [port1, port2].forEach((port) => port.start());
  return { here: port1 as unknown as Port, there: port2 as unknown as Port, sent };
}

test("a return checked in a worker gives what a check on the pane's own thread gives", async () => {
  const { here, there } = line();
  answerChecks(there);
  const outcome = await checkerIn(() => Promise.resolve(here))(snapshot, llrPack, choices);
  expect(outcome).toEqual(outcomeOf(snapshot, llrPack, choices));
  expect(outcome.snapshot).toBe(snapshot);
});

test("after an edit only the sheet it changed is sent again, and the answer is that of the edited return", async () => {
  const { here, there, sent } = line();
  answerChecks(there);
  const check = checkerIn(() => Promise.resolve(here));
  await check(snapshot, llrPack, choices);
  sent.length = 0;
  const edited = withFirstNumber(snapshot, 1);
  expect(await check(edited, llrPack, choices)).toEqual(outcomeOf(edited, llrPack, choices));
  expect(sent.filter(({ kind }) => kind === "sheet")).toHaveLength(1);
  expect(sent.filter(({ kind }) => kind === "plan")).toHaveLength(0);
});

test("two checks asked for at once do not mix their sheets", async () => {
  const { here, there } = line();
  answerChecks(there);
  const check = checkerIn(() => Promise.resolve(here));
  const edited = withFirstNumber(snapshot, 2);
  const [first, second] = await Promise.all([check(snapshot, llrPack, choices), check(edited, llrPack, choices)]);
  expect(first).toEqual(outcomeOf(snapshot, llrPack, choices));
  expect(second).toEqual(outcomeOf(edited, llrPack, choices));
});

test("where no worker can be had the return is checked all the same", async () => {
  const check = checkerIn(() => Promise.reject(new Error("forbidden by policy")));
  expect(await check(snapshot, llrPack, choices)).toEqual(outcomeOf(snapshot, llrPack, choices));
});

test("a check that fails says why, and does not run a second time on the pane's own thread", async () => {
  const { here, there } = line();
  answerChecks(there);
  const noPlan = { metrics: null } as unknown as Pack;
  await expect(checkerIn(() => Promise.resolve(here))(snapshot, noPlan, choices)).rejects.toThrow(CheckFailed);
});

/** The workbook with the first number of its first sheet that has any made another. */
function withFirstNumber(whole: Snapshot, value: number): Snapshot {
  const at = whole.sheets.findIndex(({ values }) => values.flat().some((cell) => typeof cell === "number"));
  const sheets = whole.sheets.map((sheet, index) => {
    if (index !== at || sheet.used === null) return sheet;
    const row = sheet.values.findIndex((cells) => cells.some((cell) => typeof cell === "number"));
    const column = sheet.values[row]!.findIndex((cell) => typeof cell === "number");
    return patched(sheet, [{ top: sheet.used.top + row, left: sheet.used.left + column, values: [[value]] }]);
  });
  return { ...whole, sheets };
}
