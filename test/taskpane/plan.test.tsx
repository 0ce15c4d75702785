import { axe } from "jest-axe";
import { close, pane, screen, view, within } from "./pane";

jest.setTimeout(60_000);
afterEach(close);

test("the plan and its version, what is late and who owns it, and what the plan says twice can be opened", async () => {
  const { user, container } = await pane();
  await view(user, /^Plan/, /Actions and gaps by area/);
  expect(screen.getByRole("heading", { name: "LLR ICS Green Plan 2022-2025" })).toBeInTheDocument();
  expect(
    screen.getByText(/Issued October 2022, V1. Held here as version 1.0.0: 63 actions in 9 areas/),
  ).toBeInTheDocument();
  const areas = screen.getAllByText(/of \d+ actions/);
  expect(areas).toHaveLength(9);
  const late = areas.find(({ textContent }) => /\d late/.test(textContent ?? ""))!;
  await user.click(late);
  const list = within(late.closest("details")!);
  expect(list.getAllByText(/Off track: overdue/)[0]).toBeVisible();
  expect(list.getAllByText(/Owner: /)[0]).toBeVisible();
  const open = screen.getAllByText(/\d gaps?, \d+ that no action answers/)[0]!;
  await user.click(open);
  const gaps = within(within(open.closest("details")!).getByRole("list", { name: /^Gaps in / }));
  expect(gaps.getAllByText("No action of the plan answers it.")[0]).toBeVisible();
  expect(gaps.getAllByText(/behind its trajectory of/)[0]).toBeVisible();
  for (const fold of [/Conventions/, /contradicts itself/, /Changed since the plan/]) {
    const summary = screen.getByText(fold);
    await user.click(summary);
    expect(within(summary.closest("details")!).getAllByRole("listitem").length).toBeGreaterThan(5);
  }
  expect(await axe(container)).toHaveNoViolations();
});
