import { makeReport } from "../../src/excel/job";
import type { Outcome } from "../../src/outcome";
import { runExcel } from "../../src/excel/host/run";
import { llrPack } from "../../src/plan/llr";
import type { CellValue } from "../../src/snapshot/snapshot";
import type { OpenedExcel } from "../../src/standin/index";
import { peoplesSheets, records, sheetOf, snapshot, type as typeIn, workbookOf } from "./workbook";

jest.setTimeout(120_000);

const years = ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25"];
const months = Array.from(
  { length: 26 },
  (_, index) => `${2023 + Math.floor((index + 2) / 12)}-${String(((index + 2) % 12) + 1).padStart(2, "0")}`,
);
const desflurane = months.map((_, index) => (index < 12 ? [6, 6.2, 5.9][index % 3]! : [3, 3.1, 2.9][index % 3]!));
/** A sheet's title alone in its row, beside as many blanks as the rows below are wide. */
const titled = (rows: readonly (readonly CellValue[])[]) => [
  ["University Hospitals of Leicester", ...rows[0]!.slice(1).map(() => null)],
  ...rows,
];
const uhl = {
  name: "UHL",
  values: titled([
    ["Metric", "Unit", ...years],
    ["NHS Carbon Footprint", "tCO2e", 61200, 58400, 59700, 57100, 55600, 54300],
    ["Business mileage emissions", "tCO2e", 1000, 950, 900, 850, 820, 790],
  ]),
};
const medicines = {
  name: "UHL medicines",
  values: titled([
    ["Metric", "Unit", ...months],
    ["Desflurane share of volatile anaesthetic gas", "%", ...desflurane],
  ]),
};

async function run({ Excel }: OpenedExcel): Promise<Outcome> {
  const choices = { asOf: "2025-04-30", today: "2025-06-01", period: null, organisations: [] };
  return (await makeReport(Excel, llrPack, choices)).outcome;
}

/** Types one decision into the first free row, and gives back the row of the sheet. */
async function write(opened: OpenedExcel, cells: Readonly<Record<string, string | number>>): Promise<number> {
  const sheet = sheetOf(await snapshot(opened), "Green Plan Settings");
  const { area } = sheet.tables.find(({ name }) => name === "GreenPlan_Decisions")!;
  const [headers, ...rows] = Array.from(
    { length: area.bottom - area.top + 1 },
    (_, at) => sheet.values[area.top + at - sheet.used!.top] ?? [],
  );
  const row = area.top + 1 + rows.findIndex((each) => each.every((cell) => cell === null || cell === ""));
  for (const [header, value] of Object.entries(cells))
    await typeIn(opened, sheet.name, row, headers!.indexOf(header), value);
  return row;
}

/** Adds a column of a person's own to the register, with words in one row of the sheet. */
async function widen(opened: OpenedExcel, row: number, header: string, words: string): Promise<void> {
  const sheet = sheetOf(await snapshot(opened), "Green Plan Settings");
  const { area } = sheet.tables.find(({ name }) => name === "GreenPlan_Decisions")!;
  await runExcel(opened.Excel, async (context) => {
    const own = context.workbook.worksheets.getItem(sheet.name);
    own.getRangeByIndexes(area.top, area.right + 1, 1, 1).values = [[header]];
    own.getRangeByIndexes(row, area.right + 1, 1, 1).values = [[words]];
    const { top, left, bottom, right } = area;
    context.workbook.tables
      .getItem("GreenPlan_Decisions")
      .resize(own.getRangeByIndexes(top, left, bottom - top + 1, right - left + 2));
    await context.sync();
  });
}

const decisions = async (opened: OpenedExcel) => records(await snapshot(opened), "GreenPlan_Decisions");
const decided = async (opened: OpenedExcel) =>
  (await decisions(opened)).filter((row) => [...row.values()].some((cell) => cell !== null && cell !== ""));
const latest = ({ assessments }: Outcome, metric: string, organisation = "RWE") =>
  assessments.find(
    (row) => row.metric === metric && row.organisation === organisation && row.latest && row.actual !== null,
  )!;

describe("the register of decisions on the settings sheet", () => {
  test("takes down each baseline when it is first used, and has free rows", async () => {
    const opened = await workbookOf([uhl, medicines]);
    await run(opened);
    const { area } = sheetOf(await snapshot(opened), "Green Plan Settings").tables.find(
      ({ name }) => name === "GreenPlan_Decisions",
    )!;
    expect(area.bottom - area.top).toBe(5);
    expect(
      (await decided(opened)).map((row) =>
        ["Decision", "Metric", "Organisation", "Period", "New value"].map((header) => row.get(header)),
      ),
    ).toEqual([
      ["baseline", "CF", "RWE", "2019/20", 61200],
      ["baseline", "BUSMILES-C", "RWE", "2019/20", 1000],
    ]);
  });

  test("asks for a signed baseline when the base year changed by 5% or more, and keeps old and new, who, when and why", async () => {
    const opened = await workbookOf([uhl, medicines]);
    await run(opened);
    await typeIn(opened, "UHL", 2, 2, 66000);
    const changed = await run(opened);
    const asked = (await decided(opened)).at(-1)!;
    expect(["Decision", "Old value", "New value"].map((header) => asked.get(header))).toEqual([
      "baseline",
      61200,
      66000,
    ]);
    expect(asked.get("State")).toContain(
      "asked for: on record is 61,200 tCO₂e and the return has 66,000 tCO₂e, 7.8% more",
    );
    expect(records(await snapshot(opened), "GreenPlan_Restated").map((row) => row.get("What it says"))).toEqual([
      expect.stringContaining("the settings sheet has on record 61,200 tCO₂e and the return 66,000 tCO₂e, 7.8% more"),
    ]);
    expect(latest(changed, "CF").baseline?.value).toBe(66000);

    const sheet = sheetOf(await snapshot(opened), "Green Plan Settings");
    const { area } = sheet.tables.find(({ name }) => name === "GreenPlan_Decisions")!;
    const headers = sheet.values[area.top - sheet.used!.top]!;
    const row = area.top + 1 + (await decisions(opened)).findIndex((each) => each.get("Old value") === 61200);
    for (const [header, value] of Object.entries({
      Why: "Two health centres joined",
      Who: "A. Patel",
      When: "2 April 2025",
    }))
      await typeIn(opened, sheet.name, row, headers.indexOf(header), value);
    const outcome = await run(opened);
    expect(latest(outcome, "CF").working).toContain(
      "66,000 tCO₂e in 2019/20, the baseline agreed by A. Patel on 2 April 2025",
    );
    const kept = (await decided(opened)).find((each) => each.get("Old value") === 61200)!;
    expect(["Why", "Who", "State"].map((header) => kept.get(header))).toEqual([
      "Two health centres joined",
      "A. Patel",
      "used: agreed by A. Patel on 2 April 2025",
    ]);
  });

  test("takes an own target that is greater, whatever way the percentage is written, and shows it on the sheet", async () => {
    const opened = await workbookOf([uhl, medicines]);
    await run(opened);
    for (const [value, level] of [
      [25, 750],
      ["-30%", 700],
      [0.35, 650],
    ] as const) {
      await write(opened, {
        Decision: "Own target",
        Metric: "Business-mileage emissions",
        Organisation: "UHL",
        "New value": value,
      });
      expect(latest(await run(opened), "BUSMILES-C").goal.value).toBeCloseTo(level, 9);
    }
    const row = records(await snapshot(opened), "GreenPlan_Targets").find((each) =>
      String(each.get("Reference")).startsWith("BUSMILES-C"),
    )!;
    expect(row.get("Outlook, target and note")).toContain(
      "20% less than in the base year, by January 2025; its own target of 35% less (the settings sheet) is greater and is used",
    );
    expect(
      (await decided(opened)).filter((each) => each.get("Decision") === "Own target").map((each) => each.get("State")),
    ).toEqual([
      "replaced by a later row",
      "replaced by a later row",
      "used: its own target of 35% less (the settings sheet) is greater and is used",
    ]);
  });

  test("draws control limits anew from the month a person names, with the reason", async () => {
    const opened = await workbookOf([uhl, medicines]);
    const before = await run(opened);
    expect(latest(before, "DESFLURANE").spc).toMatchObject({ points: 26, since: null });
    await write(opened, {
      ...{ Decision: "new limits", Metric: "DESFLURANE", Organisation: "RWE", Period: "March 2024" },
      ...{ Why: "Desflurane was taken out of theatre stock", Who: "B. Jones", When: "2024-04-10" },
    });
    const after = await run(opened);
    expect(latest(after, "DESFLURANE").spc).toMatchObject({ points: 14, since: { label: "2024-03" }, assurance: "P" });
    const limits = records(await snapshot(opened), "GreenPlan_ControlLimits");
    expect(limits.map((row) => row.get("Assurance and note"))).toEqual([
      expect.stringContaining("14 figures from March 2024 on, as decided on the settings sheet"),
    ]);
  });

  test("never loses a row or a column of a person's, and says what it cannot use", async () => {
    const opened = await workbookOf([uhl, medicines]);
    await run(opened);
    const people = peoplesSheets(await snapshot(opened));
    await write(opened, { Decision: "new limits", Metric: "Desfluran", Organisation: "UHL", Why: "'=1+1" });
    const row = await write(opened, { Decision: "think about it", Who: "C. Smith" });
    await widen(opened, row, "Ask", "the energy team");
    for (let time = 0; time < 2; time++) await run(opened);
    const rows = (await decided(opened)).slice(-2);
    expect(rows.map((row) => [row.get("Decision"), row.get("State")])).toEqual([
      ["new limits", 'not used: the plan has no metric "Desfluran"; write its id or its title'],
      [
        "think about it",
        'not used: under Decision write "new baseline", "own target", "new limits" or "count in total"',
      ],
    ]);
    expect(rows.map((row) => [row.get("Why"), row.get("Who"), row.get("Ask")])).toEqual([
      ["=1+1", null, null],
      [null, "C. Smith", "the energy team"],
    ]);
    expect(peoplesSheets(await snapshot(opened))).toEqual(people);
  });

  test("reads the switch for the Making Data Count Excel tool", async () => {
    const opened = await workbookOf([uhl, medicines]);
    const usual = latest(await run(opened), "DESFLURANE").spc!;
    const sheet = sheetOf(await snapshot(opened), "Green Plan Settings");
    const row = sheet.values.findIndex((cells) => cells[0] === "Match the MDC Excel tool") + sheet.used!.top;
    await typeIn(opened, sheet.name, row, 1, "yes");
    const matched = latest(await run(opened), "DESFLURANE").spc!;
    // The one step from 6 to 3 is left out of the moving ranges unless the tool is matched.
    expect(matched.upper - matched.mean).toBeGreaterThan(usual.upper - usual.mean);
    expect(sheetOf(await snapshot(opened), "Green Plan Settings").values[row - sheet.used!.top]![1]).toBe("yes");
  });
});
