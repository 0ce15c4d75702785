import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { readFileSync } from "node:fs";
import path from "node:path";
import { openExcel, type OpenedExcel } from "../../src/standin/index";
import type { Area } from "../../src/snapshot/snapshot";
import { enter } from "../../src/standin/model/cells/values";
import { App } from "../../src/taskpane/App";
import { startFollowing, stopFollowing } from "../../src/taskpane/pane/here";
import { startLive, stopLive } from "../../src/taskpane/pane/live";
import { store } from "../../src/taskpane/pane/store";
import { checkReturn } from "../../src/taskpane/pane/tasks";

/**
 * The pane over a workbook in the stand-in, through Microsoft's own client: nothing between the
 * buttons and the cells is replaced. Formulas are not calculated.
 */

export const sample = readFileSync(path.resolve(__dirname, "../../assets/sample-return.xlsx"));
export const patience = { timeout: 20_000 };

/** A workbook open in Excel, before there is a pane; null for a blank one. */
export async function workbook(file: Uint8Array | null = sample): Promise<OpenedExcel> {
  const opened = await openExcel(file ?? undefined, { fileName: "sample-return.xlsx", recalculate: false });
  Object.assign(globalThis, { Excel: opened.Excel, Office: opened.Office });
  return opened;
}

/** The pane as it stands once it has read the workbook and listens to it. */
export async function pane() {
  const opened = await workbook();
  const shown = show();
  expect(await act(() => checkReturn())).toBe(true);
  await startLive();
  await startFollowing();
  return { ...opened, ...shown };
}

export function show() {
  const { container } = render(<App inExcel />);
  return { container, user: userEvent.setup() };
}

export async function close(): Promise<void> {
  await stopLive();
  await stopFollowing();
  act(() => store.reset());
}

export const button = (name: string | RegExp) => screen.getByRole("button", { name });
const status = () => screen.getByRole("status");

/** Waits until the pane says this of the work it did. */
export const said = (text: string | RegExp) => within(status()).findByText(text, undefined, patience);

/** Opens a view, which is loaded when first asked for. */
export async function view(user: ReturnType<typeof userEvent.setup>, name: RegExp, heading: RegExp): Promise<void> {
  await user.click(screen.getByRole("tab", { name }));
  await screen.findByRole("heading", { name: heading }, patience);
}

/** The finding that holds this text. */
export function finding(text: RegExp) {
  const item = screen.getByText(text).closest("li");
  if (!item) throw new Error(`No finding says ${text}.`);
  return within(item);
}

/** What a cell holds. */
export function held({ book }: OpenedExcel, sheet: string, row: number, column: number): unknown {
  return book.sheets.find(({ name }) => name === sheet)?.cells[row]?.[column]?.value;
}

/** As a person types into the grid, not the add-in. */
export function types(
  { edit }: OpenedExcel,
  sheet: string,
  at: Pick<Area, "top" | "left">,
  value: number,
  editor?: "co-author",
) {
  const rect = { ...at, bottom: at.top, right: at.left };
  return edit(
    (session) =>
      enter(
        session,
        session.worksheets().find(({ name }) => name === sheet)!,
        rect,
        [[value]],
      ),
    editor,
  );
}

export { act, screen, waitFor, within };
