import { axe } from "jest-axe";
import { button, close, pane, patience, said, screen, show, waitFor, within, workbook } from "./pane";

jest.setTimeout(60_000);
afterEach(close);

const main = () => within(screen.getByRole("main"));

test("the sample is read, and the pane says for whom, of when and how much", async () => {
  const { container } = await pane();
  expect(main().getByText("LLR, UHL, LPT, Primary care, LLR ICB")).toBeInTheDocument();
  expect(main().getByText("2019/20 to 2024/25")).toBeInTheDocument();
  expect(main().getByText(/^\d+ from 8 tables$/)).toBeInTheDocument();
  expect(main().getByText("63 of 63 actions of the plan")).toBeInTheDocument();
  expect(main().getByText("Judged as at 31 March 2025", { exact: false })).toBeInTheDocument();
  expect(await axe(container)).toHaveNoViolations();
});

test("each footprint stands with a word, a shape, its trajectory and how it was worked out", async () => {
  await pane();
  const heading = main().getByRole("heading", { name: "LLR: NHS Carbon Footprint" });
  const row = within(heading.closest("li")!);
  expect(row.getByText("79,000 tCO₂e in 2024/25; its trajectory stands at 59,067 tCO₂e.")).toBeInTheDocument();
  expect(row.getByText(/Off track: behind/)).toHaveTextContent("◆ Off track: behind");
  expect(row.getByText(/19,933 tCO₂e \(33.7%\) behind/)).not.toBeVisible();
  expect(row.getByText(/National basis/)).toHaveTextContent("46,962 tCO₂e by 2031/32");
});

test("another reporting day can be chosen, and the workbook's own be had back", async () => {
  const { user } = await pane();
  const day = screen.getByLabelText("Another day");
  await user.clear(day);
  await user.type(day, "2024-03-31");
  expect(main().getByText(/Judged as at 31 March 2025/)).toBeInTheDocument();
  await user.click(button("Use this day"));
  expect(await main().findByText("Judged as at 31 March 2024, which was chosen here.")).toBeInTheDocument();
  expect(main().getAllByText(/in 2023\/24; its trajectory/).length).toBeGreaterThan(0);
  await user.click(button("Back to the workbook’s own date"));
  expect(await main().findByText(/Judged as at 31 March 2025, the workbook’s own/)).toBeInTheDocument();
});

test("a workbook with nothing of the plan in it is met with one plain sentence, here and when a report is asked for", async () => {
  const opened = await workbook(null);
  const { user } = show();
  await user.click(button("Read this workbook"));
  const sentence = /holds no table that LLR ICS Green Plan 2022-2025 recognises/;
  expect(await main().findByText(sentence)).toBeInTheDocument();
  await user.click(button("Make board report"));
  expect(await said("Nothing to report")).toBeInTheDocument();
  expect(await said(sentence)).toBeInTheDocument();
  expect(opened.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
});

test("where Excel refuses to be read, the pane says why and what to do, and can be asked again", async () => {
  const opened = await workbook();
  opened.faults.fail({ request: 2, code: "InvalidOrTimedOutSession" });
  const { user } = show();
  await user.click(button("Read this workbook"));
  expect(await said(/The connection to Excel has ended. Nothing was changed. Reload the workbook/)).toBeInTheDocument();
  opened.faults.clear();
  await user.click(button("Check"));
  expect(await main().findByText("This return")).toBeInTheDocument();
  expect(screen.queryByText(/The connection to Excel has ended/)).not.toBeInTheDocument();
});

test("reading can be stopped, which leaves what was there and says so", async () => {
  const { user, faults } = await pane();
  faults.delay("all", 400);
  await user.click(button("Check again"));
  expect(button("Check again")).toHaveAttribute("aria-disabled", "true");
  await user.click(button("Stop"));
  expect(await said("Stopped")).toBeInTheDocument();
  expect(await said(/Nothing was changed/)).toBeInTheDocument();
  expect(main().getByText("63 of 63 actions of the plan")).toBeInTheDocument();
  expect(screen.getByRole("main")).toHaveFocus();
});

test("while work is under way, no other is begun", async () => {
  const { user, faults, counters } = await pane();
  const [again, report] = [button("Check again"), button("Make board report")];
  const free = () => waitFor(() => expect(again).not.toHaveAttribute("aria-disabled", "true"), patience);
  let before = counters.requests;
  await user.click(again);
  await free();
  const asMuchAsOneCheck = counters.requests - before;
  before = counters.requests;
  faults.delay("all", 500);
  await user.click(again);
  await user.click(again);
  await user.click(report);
  expect(report).toHaveAttribute("aria-disabled", "true");
  await free();
  expect(counters.requests - before).toBe(asMuchAsOneCheck);
});
