import { close, finding, pane, screen, types, view, waitFor } from "./pane";

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

test("a co-author's edit is left to their own pane", async () => {
  const opened = await pane();
  await view(opened.user, /^Check/, /submit/);
  const before = opened.counters.requests;
  await types(opened, "LPT", gasCell, 21_370_970, "co-author");
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(opened.counters.requests).toBe(before);
  expect(screen.getByText(gas)).toBeInTheDocument();
});
