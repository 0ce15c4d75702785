import { button, close, held, pane, said, screen } from "./pane";

jest.setTimeout(60_000);
afterEach(close);

const own = ["Contents", "Board Report", "Action Status", "Trajectories", "Charts", "Findings", "Notes"];

test("the report is made on sheets of its own, its board page in front, and the pane says so", async () => {
  const { user, book, Excel } = await pane();
  const before = book.sheets.map(({ name }) => name);
  await user.click(button("Make board report"));
  expect(await said("Board report made")).toBeInTheDocument();
  expect(await said(/1[0-9] sheets written, beginning with Contents and Board Report/)).toBeInTheDocument();
  const names = book.sheets.map(({ name }) => name);
  expect(names.slice(0, before.length)).toEqual(before);
  expect(names).toEqual(expect.arrayContaining(own));
  await Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    expect(active.name).toBe("Board Report");
  });
  await user.click(button("Close"));
  expect(screen.queryByText("Board report made")).not.toBeInTheDocument();
  expect(screen.getByRole("main")).toHaveFocus();
});

test("where Excel refuses to write, the pane says what to do, the return is whole, and the next report is too", async () => {
  const opened = await pane();
  const { user, faults, counters, book } = opened;
  const before = held(opened, "LPT", 11, 7);
  faults.fail({ request: counters.requests + 6, code: "AccessDenied" });
  await user.click(button("Make board report"));
  expect(await said(/Unprotect it on the Review tab/)).toBeInTheDocument();
  expect(held(opened, "LPT", 11, 7)).toBe(before);
  faults.clear();
  await user.click(button("Make board report"));
  expect(await said("Board report made")).toBeInTheDocument();
  expect(book.sheets.filter(({ name }) => name.startsWith("Board Report"))).toHaveLength(1);
});

test("a report that is stopped before it is written says that nothing was changed", async () => {
  const { user, faults } = await pane();
  faults.delay("all", 60);
  await user.click(button("Make board report"));
  await user.click(button("Stop"));
  expect(await said("Stopped")).toBeInTheDocument();
  expect(await said(/Nothing was changed\. Make the report again when ready\./)).toBeInTheDocument();
});

test("a report that is stopped while it is written says that it may be part new, and that the return is as it was", async () => {
  const { user, faults } = await pane();
  faults.delay("all", 400);
  await user.click(button("Make board report"));
  await screen.findByText(/Writing the report/, undefined, { timeout: 20_000 });
  await user.click(button("Stop"));
  expect(await said("Stopped")).toBeInTheDocument();
  expect(await said(/Your own sheets are as they were\. .*part new and part old/)).toBeInTheDocument();
});
