import { axe } from "jest-axe";
import { mappingIn } from "../../src/decisions/mapping";
import { readWorkbook } from "../../src/excel/read/read-workbook";
import { runExcel } from "../../src/excel/host/run";
import { act, button, close, patience, said, screen, show, view, workbook } from "./pane";
import { checkReturn } from "../../src/taskpane/pane/tasks";

jest.setTimeout(60_000);
afterEach(close);

/** A return with one line that no metric of the plan is called by. */
async function strange() {
  const opened = await workbook(null);
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.name = "UHL";
    sheet.getRange("A1:D4").values = [
      ["University Hospitals of Leicester", "", "", ""],
      ["Metric", "Unit", "'2022/23", "'2023/24"],
      ["Gas consumed", "kWh", 1200, 1100],
      ["Boiler house meter four", "kWh", 340, 350],
    ];
    await context.sync();
  });
  const { user, container } = show();
  await act(() => checkReturn());
  await view(user, /^Check/, /submit/);
  await user.click(screen.getByText("1 line of figures"));
  return { ...opened, user, container };
}

const mapping = ({ Excel }: Awaited<ReturnType<typeof workbook>>) =>
  runExcel(Excel, async (context) => mappingIn(await readWorkbook(context, { onlyOurs: true })));

test("a line that was not understood is said to be a metric, shown as it would read, and kept with the workbook", async () => {
  const opened = await strange();
  const { user, container } = opened;
  await user.click(button("Say what it is"));
  await user.type(screen.getByLabelText("Find a metric"), "other fuel");
  const metric = screen.getByLabelText(/^Metric/);
  expect([...metric.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual([
    "Choose one",
    expect.stringMatching(/^Other fuel consumed/),
  ]);
  await user.selectOptions(metric, screen.getByRole("option", { name: /^Other fuel consumed/ }));
  await user.type(screen.getByLabelText("Unit"), "buckets");
  expect(screen.getByText(/“buckets” is no unit that is known here/)).toBeInTheDocument();
  expect(button("Keep")).toHaveAttribute("aria-disabled", "true");
  await user.clear(screen.getByLabelText("Unit"));
  await user.click(button("See what it would read"));
  expect(
    await screen.findByText("2 figures for UHL would be read. The first, UHL!C4, is 340 kWh for 2022/23."),
  ).toBeInTheDocument();
  expect(await mapping(opened)).toEqual([]);
  expect(await axe(container)).toHaveNoViolations();
  await user.click(button("Keep"));
  expect(await said("Kept")).toBeInTheDocument();
  expect(await mapping(opened)).toMatchObject([
    { sheet: "UHL", range: "C4:D4", label: "Boiler house meter four", byHand: true },
  ]);
  expect(screen.queryByRole("heading", { name: "Not understood" })).not.toBeInTheDocument();
  expect(await screen.findByRole("heading", { name: "Said by hand" }, patience)).toBeInTheDocument();
});

test("a line can be left out, and read by its heading again", async () => {
  const opened = await strange();
  const { user } = opened;
  await user.click(button("Say what it is"));
  await user.click(button("Leave this line out"));
  expect(await said("Kept")).toBeInTheDocument();
  expect(await mapping(opened)).toMatchObject([{ metric: null, byHand: true }]);
  expect(screen.queryByRole("heading", { name: "Not understood" })).not.toBeInTheDocument();
  await user.click(screen.getByText("1 line of figures"));
  expect(screen.getByText("“Boiler house meter four” is left out.")).toBeInTheDocument();
  await user.click(button("Read it by its heading again"));
  expect(await screen.findByRole("heading", { name: "Not understood" }, patience)).toBeInTheDocument();
  expect(await mapping(opened)).toEqual([]);
});

test("what another person said on the sheet since the last check stays", async () => {
  const opened = await strange();
  const { user } = opened;
  await user.click(button("Say what it is"));
  await user.click(button("Leave this line out"));
  expect(await said("Kept")).toBeInTheDocument();
  // Another says on the sheet that the gas is to be left out.
  await opened.Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem("Green Plan Mapping").tables.getItem("GreenPlan_Mapping");
    const body = table.getDataBodyRange();
    const headers = table.getHeaderRowRange();
    body.load("values");
    headers.load("values");
    await context.sync();
    const at = (header: string) => headers.values[0]!.indexOf(header);
    const row = body.values.findIndex((each) => each[at("Label")] === "Gas consumed");
    body.getCell(row, at("Metric")).values = [[""]];
    body.getCell(row, at("Set by hand")).values = [["yes"]];
    await context.sync();
  });
  await user.click(screen.getByText("1 line of figures"));
  await user.click(button("Read it by its heading again"));
  expect(await said("Kept")).toBeInTheDocument();
  expect((await mapping(opened)).map(({ label, metric }) => [label, metric])).toEqual([["Gas consumed", null]]);
});
