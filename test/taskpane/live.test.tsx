import { store } from "../../src/taskpane/pane/store";
import { applyMend, checkReturn, undoMend } from "../../src/taskpane/pane/tasks";
import { act, close, finding, pane, screen, types, view, waitFor } from "./pane";

jest.setTimeout(60_000);
afterEach(close);

const gas = /LPT’s gas consumed in 2024\/25/;
const water = /UHL’s water consumed in 2024\/25/;
/** LPT!H12 */
const gasCell = { top: 11, left: 7 };
const quiet = { timeout: 10_000 };

test("a person's edit is checked quietly: no message, and the focus stays where it was", async () => {
  const opened = await pane();
  await view(opened.user, /^Check/, /submit/);
  const place = finding(water).getByRole("button", { name: "Explain" });
  place.focus();
  await types(opened, "LPT", gasCell, 21_370_970);
  await waitFor(() => expect(screen.queryByText(gas)).not.toBeInTheDocument(), quiet);
  expect(place).toHaveFocus();
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

/** What the pane shows by now, against a check of everything. */
async function expectWhole(): Promise<void> {
  const quick = store.get().outcome;
  expect(await act(() => checkReturn())).toBe(true);
  expect(quick).toEqual(store.get().outcome);
}

/** A person's edit, until the pane has taken it in. */
async function edits(opened: Awaited<ReturnType<typeof pane>>, sheet: string, at: typeof gasCell, value: number) {
  const before = store.get().outcome;
  await types(opened, sheet, at, value);
  await waitFor(() => expect(store.get().outcome).not.toBe(before), quiet);
}

/** The bytes that Excel sends during some work. */
async function received({ counters }: Awaited<ReturnType<typeof pane>>, work: () => Promise<unknown>): Promise<number> {
  const before = counters.bytesReceived;
  await work();
  return counters.bytesReceived - before;
}

test("an edit is read as little as it touches, and shows what a check of all of it shows", async () => {
  const opened = await pane();
  const whole = await received(opened, () => act(() => checkReturn()));
  expect(await received(opened, () => edits(opened, "LPT", gasCell, 21_370_970))).toBeLessThan(whole / 2);
  await expectWhole();
});

test("an edit is taken in together with a co-author's before it", async () => {
  const opened = await pane();
  await types(opened, "LPT", gasCell, 21_370_970, "co-author");
  await edits(opened, "UHL", gasCell, 1_234);
  await expectWhole();
});

test("an edit that cannot be checked leaves the pane saying that it is old, and the next one takes both in", async () => {
  const opened = await pane();
  const { payloadLimit } = opened.faults;
  opened.faults.payloadLimit = 2_000;
  await types(opened, "LPT", gasCell, 21_370_970);
  await waitFor(() => expect(store.get().stale).toBe(true), quiet);
  opened.faults.payloadLimit = payloadLimit;
  await edits(opened, "UHL", gasCell, 1_234);
  expect(store.get().stale).toBe(false);
  await expectWhole();
});

test("a mend and its undoing are checked at once, by as little", async () => {
  const opened = await pane();
  const whole = await received(opened, () => act(() => checkReturn()));
  const [found] = store.get().outcome!.findings.filter(({ mend }) => mend !== null);
  for (const work of [() => applyMend(found!, found!.mend!), undoMend]) {
    const bytes = await received(opened, async () => expect(await act(work)).toBe(true));
    expect(bytes).toBeLessThan(whole / 2);
  }
  await expectWhole();
});

test("a co-author's edit is left to their own pane", async () => {
  const opened = await pane();
  await view(opened.user, /^Check/, /submit/);
  const before = opened.counters.requests;
  await types(opened, "LPT", gasCell, 21_370_970, "co-author");
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(opened.counters.requests).toBe(before);
  expect(screen.getByText(gas)).toBeInTheDocument();
});
