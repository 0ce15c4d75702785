import { axe } from "jest-axe";
import { button, close, finding, held, pane, patience, said, screen, types, view, waitFor, within } from "./pane";

jest.setTimeout(60_000);
afterEach(close);

const gas = /LPT’s gas consumed in 2024\/25/;
const water = /UHL’s water consumed in 2024\/25/;
/** LPT!H12 */
const gasCell = ["LPT", 11, 7] as const;

async function check() {
  const opened = await pane();
  await view(opened.user, /^Check/, /submit/);
  return opened;
}

test("the sample's true errors are listed, the worst first, with what stands in the way of submitting", async () => {
  const { container } = await check();
  expect(screen.getByRole("heading", { name: /Not ready to submit/ })).toBeInTheDocument();
  expect(screen.getByText("1 error, 5 warnings to explain.")).toBeInTheDocument();
  expect(screen.getByRole("tab", { name: "Check (1 error)" })).toBeInTheDocument();
  const headings = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(headings[0]).toBe("◆ Error: Gas consumed, LPT, 2024/25");
  expect(finding(gas).getByText("LPT!H12: 2,137,097 becomes 21,370,970")).toBeInTheDocument();
  expect(finding(water).getByText(/48.6% above 2023\/24/)).toBeInTheDocument();
  expect(await axe(container)).toHaveNoViolations();
});

test("findings can be looked at by severity", async () => {
  const { user } = await check();
  await user.click(button("Errors"));
  expect(button("Errors")).toHaveAttribute("aria-pressed", "true");
  expect(screen.getByText(gas)).toBeInTheDocument();
  expect(screen.queryByText(water)).not.toBeInTheDocument();
  await user.click(button("All"));
  expect(screen.getByText(water)).toBeInTheDocument();
});

test("the way to a finding's cell brings the cell to the front and keeps the place in the list", async () => {
  const { user, Excel } = await check();
  const go = finding(water).getByRole("button", { name: "Go to UHL!H14" });
  await user.click(go);
  await waitFor(async () => expect(await selection(Excel)).toBe("UHL!H14"));
  expect(go).toHaveFocus();
  await user.click(finding(water).getByText("1 other place"));
  await user.click(button("Go to Site energy!H8:H10"));
  await waitFor(async () => expect(await selection(Excel)).toBe("'Site energy'!H8:H10"));
});

test("after going to a cell there is a way back to where the person was, step by step", async () => {
  const { user, Excel } = await check();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("LLR footprint");
    sheet.activate();
    sheet.getRange("B2:C3").select();
    await context.sync();
  });
  await user.click(finding(water).getByRole("button", { name: "Go to UHL!H14" }));
  await user.click(await screen.findByRole("button", { name: "Back to LLR footprint!B2:C3" }));
  await waitFor(async () => expect(await selection(Excel)).toBe("'LLR footprint'!B2:C3"));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Back to/ })).not.toBeInTheDocument());
});

test("from a cell with a finding the pane shows that finding when asked, and takes no focus before", async () => {
  const { user, Excel, container } = await check();
  await user.click(button("Errors"));
  await user.click(screen.getByRole("tab", { name: "Plan" }));
  const tab = screen.getByRole("tab", { name: "Plan" });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("UHL").getRange("H14").select();
    await context.sync();
  });
  const show = await screen.findByRole("button", { name: "Finding in UHL!H14" });
  expect(tab).toHaveFocus();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(show);
  await waitFor(() =>
    expect(screen.getByRole("heading", { name: "Warning: Water volume, UHL, 2024/25" })).toHaveFocus(),
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("UHL").getRange("A1").select();
    await context.sync();
  });
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Finding in/ })).not.toBeInTheDocument());
});

test("a cell that is gone is said to be gone", async () => {
  const { user, edit } = await check();
  await edit((session) => {
    const lpt = session.worksheets().find(({ name }) => name === "LPT")!;
    lpt.visibility = "Hidden";
  });
  await user.click(finding(gas).getByRole("button", { name: "Go to LPT!H12" }));
  expect(await said(/LPT!H12 stands on a hidden sheet/)).toBeInTheDocument();
});

test("a mend writes its one cell, is checked at once, and can be undone", async () => {
  const opened = await check();
  const { user } = opened;
  await user.click(button("Write 21,370,970 in H12"));
  expect(await said("Mended")).toBeInTheDocument();
  expect(held(opened, ...gasCell)).toBe(21_370_970);
  expect(screen.queryByText(gas)).not.toBeInTheDocument();
  expect(screen.getByText("No errors, 5 warnings to explain.")).toBeInTheDocument();
  await user.click(button("Undo"));
  expect(await said("Put back")).toBeInTheDocument();
  expect(held(opened, ...gasCell)).toBe(2_137_097);
  expect(screen.getByText(gas)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Undo/ })).not.toBeInTheDocument();
});

test("by keyboard a mend leaves the focus in the pane, not lost", async () => {
  const { user } = await check();
  button("Write 21,370,970 in H12").focus();
  await user.keyboard("{Enter}");
  expect(await said("Mended")).toBeInTheDocument();
  await waitFor(() => expect(document.body).not.toHaveFocus());
});

test("all mends of a kind are listed before any is made, may be left, and are undone as one", async () => {
  const opened = await check();
  const { user } = opened;
  const electricity = ["LPT", 10, 7] as const;
  const used = held(opened, ...electricity) as number;
  await types(opened, "LPT", { top: 10, left: 7 }, used / 10);
  await screen.findByRole("tab", { name: "Check (2 errors)" }, patience);
  await user.click(finding(gas).getByRole("button", { name: "Mend all 2 of this kind…" }));
  expect(screen.getByRole("heading", { name: "This would write 2 cells:" })).toHaveFocus();
  const panel = within(screen.getByRole("group", { name: "Mend all of this kind" }));
  expect(panel.getAllByRole("listitem")).toHaveLength(2);
  await user.click(panel.getByRole("button", { name: "Leave them" }));
  expect(finding(gas).getByRole("button", { name: /^Mend all/ })).toHaveFocus();
  expect(held(opened, ...gasCell)).toBe(2_137_097);
  await user.click(finding(gas).getByRole("button", { name: /^Mend all/ }));
  await user.click(button("Write 2 cells"));
  expect(await said("2 cells of one kind.")).toBeInTheDocument();
  expect([held(opened, ...gasCell), held(opened, ...electricity)]).toEqual([21_370_970, used]);
  await user.click(button("Undo"));
  expect(await said("Put back")).toBeInTheDocument();
  expect([held(opened, ...gasCell), held(opened, ...electricity)]).toEqual([2_137_097, used / 10]);
});

test("a mend of a cell that has changed since is not made, and the pane says what the cell holds", async () => {
  const opened = await check();
  opened.book.sheets.find(({ name }) => name === "LPT")!.cells[11]![7]!.value = 5;
  await opened.user.click(button("Write 21,370,970 in H12"));
  expect(await said(/LPT!H12 was changed since: it holds 5 now and held 2,137,097 before/)).toBeInTheDocument();
  expect(held(opened, ...gasCell)).toBe(5);
});

test("what was changed since a mend is not put back over, and does not stand before an earlier mend", async () => {
  const opened = await check();
  const { user } = opened;
  const electricity = ["LPT", 10, 7] as const;
  const used = held(opened, ...electricity) as number;
  await types(opened, "LPT", { top: 10, left: 7 }, used / 10);
  await screen.findByRole("tab", { name: "Check (2 errors)" }, patience);
  await user.click(button("Write 21,370,970 in H12"));
  expect(await said(/LPT!H12/)).toBeInTheDocument();
  await user.click(button(/^Write .* in H11$/));
  expect(await said(/LPT!H11/)).toBeInTheDocument();
  opened.book.sheets.find(({ name }) => name === "LPT")!.cells[10]![7]!.value = 5;
  await user.click(button("Undo"));
  expect(await said(/LPT!H11 was changed since: it holds 5 now/)).toBeInTheDocument();
  expect(held(opened, ...electricity)).toBe(5);
  await user.click(button(/^Undo the last mend: LPT!H12/));
  expect(await said("Put back")).toBeInTheDocument();
  expect(held(opened, ...gasCell)).toBe(2_137_097);
});

test("a mend that was written is not denied because the check after it failed", async () => {
  const opened = await check();
  const { user, faults, counters } = opened;
  // Three requests read, write and let go of the cell; those after them are the check's.
  faults.fail({ request: counters.requests + 4, code: "ActivityLimitReached" });
  await user.click(button("Write 21,370,970 in H12"));
  expect(await said(/was written. The check after it did not work: Excel is busy/)).toBeInTheDocument();
  expect(screen.getByText(/Cells have changed since this check/)).toBeInTheDocument();
  expect(held(opened, ...gasCell)).toBe(21_370_970);
  faults.clear();
  await user.click(button(/Undo the last mend/));
  expect(await said("Put back")).toBeInTheDocument();
  expect(held(opened, ...gasCell)).toBe(2_137_097);
});

test("an explanation is weighed as it is written, kept with the workbook, and lets the warning pass", async () => {
  const opened = await check();
  const { user, book, container } = opened;
  await user.click(finding(water).getByRole("button", { name: "Explain" }));
  const text = screen.getByLabelText(/What happened/);
  await user.type(text, "ok");
  expect(screen.getByText(/“ok” explains nothing/)).toBeInTheDocument();
  await user.clear(text);
  await user.click(text);
  await user.paste("A leak at Glenfield from July to October 2024, repaired since: 120,000 m³ lost.");
  await user.type(screen.getByLabelText(/Your name/), "A. Patel");
  expect(screen.getByText("This will do.")).toBeInTheDocument();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(button("Keep explanation"));
  expect(await said("Explanation kept")).toBeInTheDocument();
  expect(book.sheets.map(({ name }) => name)).toContain("Green Plan Explanations");
  expect(screen.getByText("1 error, 4 warnings to explain, 1 explained.")).toBeInTheDocument();
  const group = screen.getByRole("region", { name: "Warnings explained (1)" });
  expect(within(group).getByText(/Explained by A. Patel/)).toBeInTheDocument();
});

async function selection(excel: typeof Excel): Promise<string> {
  return excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    return range.address;
  });
}
