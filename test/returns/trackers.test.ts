import { sheet } from "./grids";
import { read } from "./reading";

const tracker = [
  ["UHL action tracker"],
  [],
  [
    "Action ID",
    "Action",
    "Action owner",
    "Status",
    "% complete",
    "Due date",
    "Date completed",
    "Last update",
    "Comments",
  ],
  ["Food and nutrition"],
  [
    "FN 5",
    "Cut food waste",
    "Jo Bloggs",
    "In progress",
    { value: 0.4, format: "0%" },
    "Q4 2024",
    null,
    { value: 45400, format: "dd/mm/yyyy" },
    "On track",
  ],
  ["fn1", "Menus", null, "Complete", 100, 44742, 44700, null, null],
  ["CCA01", "Adaptation lead", "A. Smith", "< Select >", null, "Annually", null, null, null],
  ["X9", "Something of our own", "B. Jones", "Not started", null, "Mar 2025", null, null, null],
];

describe("action trackers", () => {
  const reading = read([sheet("Actions", tracker)]);

  test("each row is one action, found by its id whatever its spacing, case or zeros", () => {
    expect(reading.actions.map(({ action, rawId }) => [action, rawId])).toEqual([
      ["FN5", "FN 5"],
      ["FN1", "fn1"],
      ["CCA1", "CCA01"],
      [null, "X9"],
    ]);
    expect(reading.tables).toMatchObject([{ shape: "action-tracker", range: "A3:I8" }]);
  });

  test("its fields come as written, with their cells", () => {
    expect(reading.actions[0]).toMatchObject({
      title: "Cut food waste",
      owner: "Jo Bloggs",
      status: "In progress",
      percent: 40,
      due: "Q4 2024",
      lastUpdate: 45400,
      comment: "On track",
      organisation: "RWE",
      place: { cell: "Actions!A5" },
    });
    expect(reading.actions[0]!.cells["status"]).toBe("Actions!D5");
    expect(reading.actions[1]).toMatchObject({ owner: null, percent: 100, due: 44742, completed: 44700 });
  });

  test("an unfilled drop-down is no status", () => {
    expect(reading.actions[2]!.status).toBeNull();
  });

  test("a table of metrics with an owner and a RAG column is no tracker", () => {
    const grid = [
      ["Ref", "Metric", "Unit", "2023/24", "Owner", "RAG status", "Comments"],
      [1, "Gas", "kWh", 5, "Jo", "Green", "fine"],
    ];
    const metrics = read([sheet("UHL", grid)]);
    expect(metrics.actions).toEqual([]);
    expect(metrics.observations.find(({ metric }) => metric === "GAS")?.value).toBe(5);
  });
});
