import type { Explanation } from "../../src/decisions/explanations";
import { inadequacy, listed, matchExplanations, spentExplanations } from "../../src/validation/checking/explanations";
import type { Finding } from "../../src/validation/finding";
import { readiness } from "../../src/validation/checking/readiness";
import { actionRow, check, figure, pack, series, sheet, workbook, type ReturnParts } from "./kit";

const water = (last: number) => check({ observations: series("WATER", 2023, [357_885, last], { at: "F12" }) });
const [finding] = water(531_772);
const key = finding?.key ?? "";
const explain = (given: Partial<Explanation> = {}): Explanation => ({
  key,
  who: "A. Patel",
  when: "2025-05-01",
  text: "A leak at Glenfield ran from June to November 2024; 170,000 m³ by the supplier's estimate.",
  figure: 531_772,
  ...given,
});

/** The readiness of a return of which everything is understood. */
const judged = (findings: readonly Finding[], explanations: readonly Explanation[]) =>
  readiness({ findings, explanations, pack, reading: { census: { asked: 0 } } });

describe("an explanation (EX01)", () => {
  it.each([
    ["OK", "empty phrase"],
    ["As expected.", "empty phrase"],
    ["gone up", "empty phrase"],
    ["", "nothing said"],
    ["More water was used", "too short"],
    ["This is what it is and it is entirely right", "no figure or cause"],
  ])("“%s” will not do: %s", (text, what) => {
    expect(inadequacy(explain({ text }), pack)).toBe(what);
  });

  it("needs a name and a date", () => {
    expect(inadequacy(explain({ who: " " }), pack)).toBe("no name");
    expect(inadequacy(explain({ when: null }), pack)).toBe("no date");
    expect(inadequacy(explain(), pack)).toBeNull();
  });

  it("does with a cause in words, or with a figure", () => {
    expect(inadequacy(explain({ text: "Because the new theatre block opened in the autumn" }), pack)).toBeNull();
    expect(inadequacy(explain({ text: "The three sites read 12, 14 and 16 thousand each" }), pack)).toBeNull();
  });

  it("is found again when its row has moved", () => {
    const moved = check({ observations: series("WATER", 2023, [357_885, 531_772], { at: "F40" }) });
    expect(matchExplanations(moved, [explain()], pack).map(({ state }) => state)).toEqual(["explained"]);
  });

  it("is stale once the figure changes", () => {
    const [again] = matchExplanations(water(540_000), [explain()], pack);
    expect(again?.state).toBe("stale");
    expect(again?.lacks).toContain("has changed from 531,772 to 540,000");
  });

  it("is spent once the finding is gone", () => {
    expect(spentExplanations(water(360_000), [explain()])).toHaveLength(1);
  });

  it("that will not do is listed beneath the warning it was given for, which alone counts", () => {
    const report = judged(water(531_772), [explain({ text: "OK" })]);
    const rows = listed(report.explained).map(({ finding: each }) => each);
    expect(rows.map(({ code }) => code)).toEqual(["DQ03", "EX01"]);
    expect(rows[1]).toMatchObject({ severity: "warning", cells: ["UHL!G12"], mend: null });
    expect(rows[1]?.message).toContain("“OK” explains nothing");
    expect(report.warningsToExplain).toBe(1);
    expect(report.statement).toBe("No errors, 1 warning to explain");
  });

  it("that will do is listed nowhere", () => {
    expect(listed(judged(water(531_772), [explain()]).explained)).toHaveLength(1);
  });
});

describe("readiness", () => {
  it("says how many errors and warnings stand in the way", () => {
    const findings = check({
      observations: [
        ...series("WATER", 2023, [357_885, 531_772]),
        ...series("GAS", 2023, [20_815_187, 2_137_097], { at: "C6" }),
      ],
    });
    expect(judged(findings, [])).toMatchObject({
      readiness: "not ready",
      statement: "1 error, 1 warning to explain",
    });
  });

  it("is reached when the warning is explained, and is lost with the figure it explained", () => {
    expect(judged(water(531_772), [explain()])).toMatchObject({
      readiness: "ready",
      statement: "No errors, no warnings to explain, 1 explained",
    });
    expect(judged(water(540_000), [explain()]).readiness).toBe("not ready");
  });

  it("is never reached by explaining an error", () => {
    const gas = check({ observations: series("GAS", 2023, [20_815_187, 2_137_097]) });
    const given = gas.map((each) => explain({ key: each.key, figure: each.figure }));
    expect(judged(gas, given).readiness).toBe("not ready");
  });

  it("of a return with nothing wrong is plain", () => {
    const unread = readiness({ findings: [], explanations: [], pack, reading: { census: { asked: 3 } } });
    expect(unread).toMatchObject({
      readiness: "not ready",
      statement: expect.stringContaining("3 figures not understood"),
    });
    expect(judged([], [])).toMatchObject({
      readiness: "ready",
      statement: "No errors, no warnings to explain",
    });
  });
});

/** Keys as workbooks on people's disks hold them: a rule that moves or is split must go on giving them. */
describe("an explanation kept under a key of an earlier version", () => {
  const columns = ["ELEC", "GAS", "WATER", "OIL", "LANDFILL", "FLEET-MILES"];
  const kept: readonly (readonly [key: string, parts: ReturnParts])[] = [
    ["DQ03|WATER|RWE||2024/25", { observations: series("WATER", 2023, [357_885, 531_772]) }],
    ["DQ05|WATER|RWE||2024/25", { observations: series("WATER", 2023, [357_885, 0]) }],
    ["DQ09|||||set year", factorsOf2021()],
    ["DQ10|FLEET-MILES|RWE||2024/25", { observations: series("FLEET-MILES", 2022, [402_117, 402_117, 402_117]) }],
    [
      "DQ10||RWE||2024/25|copied",
      {
        observations: columns.flatMap((metric, index) =>
          series(metric, 2023, [402_117 + index, 402_117 + index], { at: `C${index + 5}` }),
        ),
      },
    ],
    [
      "DQ10||RWE||2024/25|round",
      { observations: columns.map((metric, index) => figure(metric, 12_000 + 1000 * index, { at: `C${index + 5}` })) },
    ],
    ["DQ11||RWE||2024/25|gap after 2021/22", { observations: series("WATER", 2021, [357_885, null, null, 357_915]) }],
    [
      "DQ13|||||UHL|typed number|Site 3",
      {
        snapshot: workbook(
          sheet("UHL", [
            ["Site", "Gas", "Per m²"],
            ["Site 1", 1001, "=B2/1000 -> 1"],
            ["Site 2", 1002, "=B3/1000 -> 1"],
            ["Site 3", 1003, 1],
            ["Site 4", 1004, "=B5/1000 -> 1"],
          ]),
        ),
      },
    ],
    ["AC07||RWE|||FN5", { actions: [actionRow("FN5", { status: "In progress", percent: 100 })] }],
    ["AC06||RWE|||FN99|unknown id", { actions: [actionRow("FN99", { action: null, title: "Plant-based menus" })] }],
  ];

  it.each(kept)("%s is found", (oldKey, parts) => {
    const explained = matchExplanations(check(parts), [explain({ key: oldKey, figure: null })], pack);
    expect(explained.filter(({ state }) => state === "explained").map(({ finding: each }) => each.key)).toEqual([
      oldKey,
    ]);
  });
});

function factorsOf2021(): ReturnParts {
  return {
    snapshot: workbook(sheet("UHL", [["Emissions use the DESNZ 2021 conversion factors"]])),
    observations: [figure("WATER", 357_885)],
  };
}
