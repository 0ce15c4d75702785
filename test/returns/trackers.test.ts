import { trackerRole } from "../../src/returns/words/tracker-words";
import { sheet, type Grid, type GridCell } from "./grids";
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

/** One tracker on a sheet of UHL's: its headings and its rows. */
const tracked = (headings: readonly string[], ...rows: Grid) => read([sheet("UHL", [headings, ...rows])]).actions;

describe("trackers as people keep them", () => {
  test("a colour and a status are two things: the words are the status, whichever column comes first", () => {
    const headings = ["Ref", "Action", "SRO", "RAG", "Status", "Comments"];
    const [one, two] = tracked(
      headings,
      ["TT1", "x", "Al", "Green", "Complete", ""],
      ["TT2", "x", "Al", "Amber", null, ""],
    );
    expect(one).toMatchObject({ status: "Complete", rag: "Green", cells: { status: "UHL!E2", rag: "UHL!D2" } });
    expect(two).toMatchObject({ status: "Amber", cells: { status: "UHL!D3" } });
    expect(two!.rag).toBeUndefined();
  });

  test("the owner is the first of lead and SRO that is filled in", () => {
    const rows = tracked(["Ref", "Lead", "Exec SRO", "Status"], ["TT1", null, "Al", "WIP"], ["TT2", "Jo", "Al", "WIP"]);
    expect(rows.map(({ owner, cells }) => [owner, cells["owner"]])).toEqual([
      ["Al", "UHL!C2"],
      ["Jo", "UHL!B3"],
    ]);
  });

  test("a completion date is when it is due, unless another column says that", () => {
    const day = { value: 45380, format: "dd/mm/yyyy" };
    const [asPlan] = tracked(["Ref", "Action", "Owner", "Completion date", "Status"], ["TT1", "x", "Jo", day, "WIP"]);
    expect(asPlan).toMatchObject({ due: 45380, completed: null });
    const [both] = tracked(
      ["Ref", "Owner", "Deadline", "Completion date", "Status"],
      ["TT1", "Jo", "Q1 2024", day, "Done"],
    );
    expect(both).toMatchObject({ due: "Q1 2024", completed: 45380 });
  });

  test("the revised date stands beside the due date, each with its own cell", () => {
    const [row] = tracked(
      ["Ref", "Owner", "Due date", "Revised date", "Status"],
      ["TT1", "Jo", "31/03/2024", "31/12/2024", "WIP"],
    );
    expect(row).toMatchObject({
      due: "31/03/2024",
      revised: "31/12/2024",
      cells: { due: "UHL!C2", revised: "UHL!D2" },
    });
  });

  test.each(["Current position at end of Q3", "Change in carbon to date", "New ways to work", "Revised RAG"])(
    "“%s” is no new date",
    (heading) => {
      const [row] = tracked(
        ["Ref", "Owner", "Due date", "Status", heading],
        ["TT1", "Jo", "31/03/2024", "WIP", "fine"],
      );
      expect(row).toMatchObject({ due: "31/03/2024", status: "WIP" });
      expect(row!.revised).toBeUndefined();
    },
  );

  test("shares of 1 are percentages, 0 and 1 too; a column of percentages keeps its 1", () => {
    const headings = ["Ref", "Owner", "Status", "% complete"];
    const percents = (...values: number[]) =>
      tracked(headings, ...values.map((value, index) => [`TT${index + 1}`, "Jo", "WIP", value])).map(
        ({ percent }) => percent,
      );
    expect(percents(0, 0.07, 1)).toEqual([0, 7, 100]);
    expect(percents(0, 1)).toEqual([0, 100]);
    expect(percents(0, 1, 45, 100)).toEqual([0, 1, 45, 100]);
  });

  test("a number for a status is shown as a person sees it: a share, a percentage or a step of five", () => {
    const status = (...values: readonly GridCell[]) =>
      tracked(
        ["Ref", "Owner", "Due", "Status"],
        ...values.map((value, index) => [`TT${index + 1}`, "Jo", "Q1 2025", value]),
      ).map((row) => row.status);
    expect(status(1, 3, 5)).toEqual(["1", "3", "5"]);
    expect(status(0, 0.5, 1)).toEqual(["0%", "50%", "100%"]);
    expect(status(5, 40, 100)).toEqual(["5%", "40%", "100%"]);
    expect(status({ value: 0.75, format: "0%" }, 3)).toEqual(["75%", "3"]);
  });

  test("progress is a percentage, a status or a comment, as what stands there and beside it says", () => {
    const [percent, words] = tracked(
      ["Ref", "Owner", "Deadline", "Progress"],
      ["TT1", "Jo", "", { value: 0.4, format: "0%" }],
      ["TT2", "Jo", "", "On-going"],
    );
    expect(percent).toMatchObject({ percent: 40, status: null });
    expect(words).toMatchObject({ percent: null, status: "On-going" });
    const [comment] = tracked(["Ref", "Owner", "Status", "Progress"], ["TT1", "Jo", "WIP", "Survey sent out"]);
    expect(comment).toMatchObject({ status: "WIP", comment: "Survey sent out" });
  });

  test("“Yes” under Completed is a status, “n/a” and “not yet” no date", () => {
    const rows = tracked(
      ["Ref", "Owner", "Due date", "Completed"],
      ["TT1", "Jo", "Q1 2024", "Yes"],
      ["TT2", "Jo", "Q1 2025", "n/a"],
      ["TT3", "Jo", "TBC", "Not yet"],
    );
    expect(rows.map(({ status, completed, due }) => [status, completed, due])).toEqual([
      ["Yes", null, "Q1 2024"],
      [null, null, "Q1 2025"],
      [null, null, "TBC"],
    ]);
  });

  test("one row for several actions is each of them, with the same cells", () => {
    const rows = tracked(
      ["Ref", "Action", "Owner", "Status"],
      ["TT1-TT3", "Travel", "Jo", "WIP"],
      ["FN5a", "Bins", "Al", "Done"],
    );
    expect(rows.map(({ action, place, together, part }) => [action, place.cell, together, part])).toEqual([
      ["TT1", "UHL!A2", ["TT1", "TT2", "TT3"], undefined],
      ["TT2", "UHL!A2", ["TT1", "TT2", "TT3"], undefined],
      ["TT3", "UHL!A2", ["TT1", "TT2", "TT3"], undefined],
      ["FN5", "UHL!A3", undefined, "a"],
    ]);
  });

  test("several tables by area, headings between, two organisations: every row is read, each as its own", () => {
    const block = (area: string, ...rows: Grid): Grid => [[area], ["Ref", "Action", "Owner", "Status"], ...rows, []];
    const reading = read([
      sheet("UHL", [
        ...block("Food and nutrition", ["FN1", "a", "Jo", "Done"], ["Packaging"], ["FN2", "b", "Jo", "WIP"]),
        ...block("Estates", ["EF1", "c", "Al", "G"]),
      ]),
      sheet("LPT", block("Estates", ["EF1", "c", "Kim", "Red"])),
    ]);
    expect(reading.actions.map(({ action, organisation, status }) => [action, organisation, status])).toEqual([
      ["FN1", "RWE", "Done"],
      ["FN2", "RWE", "WIP"],
      ["EF1", "RWE", "G"],
      ["EF1", "RT5", "Red"],
    ]);
  });

  test("columns of several organisations give a row for each that says something", () => {
    const one = tracked(
      ["Ref", "Action", "Lead", "UHL RAG", "UHL update", "LPT RAG", "LPT update"],
      ["TT1", "x", "Jo", "G", "well", "R", "late"],
      ["TT2", "x", "Jo", null, null, "Amber", null],
    );
    expect(
      one.map(({ action, organisation, status, comment, owner }) => [action, organisation, status, comment, owner]),
    ).toEqual([
      ["TT1", "RWE", "G", "well", "Jo"],
      ["TT1", "RT5", "R", "late", "Jo"],
      ["TT2", "RT5", "Amber", null, "Jo"],
    ]);
    const grouped = read([
      sheet("Tracker", [
        [null, null, null, "UHL", null, "LPT", null],
        ["Ref", "Action", "Lead", "Status", "Comments", "Status", "Comments"],
        ["TT1", "x", "Jo", "WIP", "a", "Done", "b"],
      ]),
    ]).actions;
    expect(
      grouped.map(({ organisation, status, comment, cells }) => [organisation, status, comment, cells["status"]]),
    ).toEqual([
      ["RWE", "WIP", "a", "Tracker!D3"],
      ["RT5", "Done", "b", "Tracker!F3"],
    ]);
  });

  test("one organisation's lead beside another's is an owner, not a row of its own", () => {
    const rows = tracked(["Ref", "ICB lead", "UHL lead", "Due", "Status"], ["TT1", "Ann", "Jo", "Q1 2024", "WIP"]);
    expect(rows.map(({ organisation, owner }) => [organisation, owner])).toEqual([["RWE", "Ann"]]);
  });

  test("an area that is merged down, so blank below its first cell, still gives the numbers their prefix", () => {
    const rows = tracked(
      ["Area", "No", "Action", "Lead", "RAG"],
      ["FN", 1, "a", "Jo", "B"],
      [null, 2, "b", "Jo", "R"],
      ["EF", 1, "c", "Jo", "G"],
    );
    expect(rows.map(({ action }) => action)).toEqual(["FN1", "FN2", "EF1"]);
  });

  test("a row without an id keeps its words, so that it can be told", () => {
    const rows = tracked(
      ["Ref", "Action", "Owner", "Status"],
      ["TT10", "Survey", "Jo", "Done"],
      [null, "Cycle racks", "Jo", "WIP"],
    );
    expect(rows[1]).toMatchObject({ action: null, rawId: "", title: "Cycle racks", status: "WIP" });
  });

  test("a key below the table and a line of totals are no actions", () => {
    const rows = tracked(
      ["Ref", "Action", "Owner", "Status"],
      ["TT1", "Survey", "Jo", "Done"],
      ["Total actions", 1, null, null],
      ["G", "On course", null, null],
    );
    expect(rows.map(({ rawId }) => rawId)).toEqual(["TT1"]);
  });

  test("dates that may be day or month first are marked where another can only be month first", () => {
    const headings = ["Ref", "Owner", "Status", "Completed"];
    const rows = tracked(
      headings,
      ["TT1", "Jo", "Done", "03/25/2024"],
      ["TT2", "Jo", "Done", "04/05/2024"],
      ["TT3", "Jo", "Done", "04/04/2024"],
    );
    expect(rows.map(({ eitherWay }) => eitherWay)).toEqual([undefined, ["completed"], undefined]);
    const [british] = tracked(headings, ["TT2", "Jo", "Done", "04/05/2024"], ["TT1", "Jo", "Done", "25/03/2024"]);
    expect(british!.eitherWay).toBeUndefined();
  });

  test("columns of updates by quarter, and of measures in words, make it no table of figures", () => {
    const quarters = tracked(
      ["Ref", "Action", "Owner", "Status", "Q1 2023/24", "Q2 2023/24"],
      ["TT1", "x", "Jo", "WIP", "began", "went on"],
    );
    expect(quarters.map(({ action }) => action)).toEqual(["TT1"]);
    const measures = tracked(
      ["Ref", "Category", "Action", "KPI", "Owner", "Status"],
      ["TT1", "Travel", "x", "one survey", "Jo", "WIP"],
    );
    expect(measures.map(({ action }) => action)).toEqual(["TT1"]);
  });

  test("figures under a year or a measure make it one", () => {
    const reading = read([
      sheet("UHL", [
        ["Ref", "Description", "Owner", "RAG status", "2022/23", "2023/24"],
        [1, "Gas consumed (kWh)", "Jo", "G", 5, 6],
      ]),
    ]);
    expect(reading.actions).toEqual([]);
    expect(reading.observations.map(({ value }) => value)).toEqual(expect.arrayContaining([5, 6]));
  });
});

test("a text of a thousand words ending like headings is no heading of a tracker", () => {
  expect(trackerRole(`status ${"date ".repeat(1000)}k`.trim())).toBeNull();
  expect(trackerRole("due date dd mm yy")).toBe("due");
});
