import { footprints, lpt, primaryCare, saidOf, uhl, type Said } from "./board-page";

/** The figures that a board page shows are the latest, its own organisation's, and said to be so. */

const latest = ({ outcome }: Said, metric: string, organisation: string) =>
  outcome.assessments.filter((each) => each.latest && each.metric === metric && each.organisation === organisation);

const system = [uhl, lpt, primaryCare];

describe("figures of a new year come one by one", () => {
  const withInhalers = [
    ...system,
    {
      name: "LLR",
      values: [
        ["Metric", "2025/26"],
        ["Inhaler emissions (tCO2e)", 13_900],
      ],
    },
  ];

  test("and leave the last of all others standing", () => {
    const made = saidOf(withInhalers);
    expect(made.outcome.asOf).toBe("2026-03-31");
    const [footprint, ...others] = latest(made, "CF", "LLR");
    expect(others).toEqual([]);
    expect(footprint).toMatchObject({ actual: 79_000, rag: "red", period: { label: "2024/25" } });
    const words = made.on();
    expect(words).toContain("Where we stand: LLR’s NHS Carbon Footprint is 33.7% behind its trajectory in 2024/25");
    expect(words).toContain("LLR’s NHS Carbon Footprint: 2025/26 is not yet reported.");
    expect(words).toContainEqual(
      expect.stringMatching(/^2025\/26 is not yet reported for \d+ targets, which stand as last reported\.$/),
    );
    // The plan's Table 1: 47.0% off 88,600 by 2031/32 leaves the path at 71,251 in 2024/25.
    expect(words).toContain(
      "On the national basis LLR’s NHS Carbon Footprint is 7,749 tCO₂e (10.9%) behind its trajectory of 71,251 tCO₂e.",
    );
    expect(words).not.toContain("The return holds no footprint figure.");
  });

  test("however late the reporting date, until two years are missing", () => {
    const at = (asOf: string) => latest(saidOf(system, { asOf }), "CF", "LLR")[0];
    expect(at("2026-11-28")).toMatchObject({
      actual: 79_000,
      rag: "red",
      unreported: { period: { label: "2025/26" } },
    });
    expect(at("2027-03-31")).toMatchObject({ actual: 79_000, rag: "grey", why: "stale" });
  });
});

test("a plan that has ended says so at the top, with what closed and what stays open", () => {
  const rows = [
    ["Ref", "Action", "Owner", "Status"],
    ["FN1", "Plant-based menus", "A. Patel", "Complete"],
    ["FN2", "Catering suppliers", "A. Patel", "In progress"],
  ];
  const tracker = { name: "Actions", values: rows };
  const words = saidOf([uhl, tracker], { asOf: "2026-11-28" }).on();
  expect(words).toContainEqual(
    expect.stringMatching(
      /^LLR ICS Green Plan 2022-2025 ended on 31 July 2025: of its 63 actions 3 are closed and 60 stay open \(1 late and 59 with no return\)\.$/,
    ),
  );
  const before = saidOf([uhl, tracker], { asOf: "2025-03-31" }).on();
  expect(before.join(" ")).not.toContain("ended on");
});

describe("whose report it is", () => {
  const title = (made: Said) => made.on()[0];

  test("one trust's, with no word on the system, where its figures alone are there", () => {
    for (const made of [saidOf([uhl]), saidOf(system, { organisations: ["RWE"] })]) {
      expect(title(made)).toBe("Green plan board report: University Hospitals of Leicester NHS Trust");
      expect(made.on().filter((each) => /\bLLR\b(?! ICS Green Plan| ICB)/.test(each))).toEqual([]);
      expect(latest(made, "CF", "LLR")).toEqual([]);
    }
  });

  test("the system's where several members are there; what is missing from its sum is named", () => {
    const made = saidOf([uhl, primaryCare]);
    expect(title(made)).toMatch(/: Leicester, Leicestershire and Rutland Integrated Care System$/);
    expect(latest(made, "CF", "LLR")).toMatchObject([{ partial: true, missing: ["RT5"], why: "partial", gap: null }]);
  });

  test("the system's where its own figure is stated", () => {
    expect(title(saidOf([footprints("LLR", 88_600, 80_900, 79_000)]))).toMatch(/Integrated Care System$/);
  });
});

describe("LLR as the plan draws it (section 6.1)", () => {
  const icb = footprints("ICB", 890, 790, 780);

  test("is the two trusts and primary care: the ICB stands beside", () => {
    const made = saidOf([...system, icb]);
    expect(latest(made, "CF", "LLR")).toMatchObject([{ actual: 79_000, partial: false }]);
  });
});

test("an answer of the system's is not missed where each member asked has given one", () => {
  const made = saidOf(system);
  expect(latest(made, "CYCLE", "RWE")).toMatchObject([{ actual: 1 }]);
  expect(latest(made, "CYCLE", "LLR")).toEqual([]);
});

describe("nothing rests on a flagged or a partial figure unsaid", () => {
  const energy = (rows: readonly (readonly (string | number)[])[]) => ({
    name: "LPT",
    values: [["Metric", "2022/23", "2023/24", "2024/25"], ...rows],
  });
  const electricity = ["Electricity consumed (kWh)", 9_760_000, 9_650_000, 9_541_885];
  const charts = (made: Said) => made.on("Charts");

  test("energy without electricity is not called energy", () => {
    const words = charts(saidOf([energy([["Gas consumed (kWh)", 2_100_000, 2_080_000, 2_050_000]])]));
    expect(words).toContain("LPT reports 2,050,000 kWh in 2024/25, with electricity consumed not reported");
    expect(words.filter((each) => /of energy in|of the whole/.test(each))).toEqual([]);
  });

  test("a change that rests on a cell with an error says so, in its sentence and beside it", () => {
    const slip = energy([electricity, ["Gas consumed (kWh)", 20_882_904, 20_815_187, 2_137_097]]);
    const words = charts(saidOf([slip]));
    expect(words).toContainEqual(
      expect.stringMatching(/^Not to be relied on: it rests on LPT!D3, which has an error\./),
    );
    expect(words.filter((each) => each === "[u] rests on LPT!D3, which has an error").length).toBeGreaterThan(0);
  });
});

describe("the plan's facts show figures as the board does", () => {
  const shown = (made: Said) => made.on("Green Plan Facts").find((each) => each.startsWith("NHS Carbon Footprint: "));

  test("a sum that lacks a member says so", () => {
    expect(shown(saidOf([uhl, primaryCare]))).toContain("LLR 67,970 tCO₂e in 2024/25 without LPT");
  });

  test("none is later than the reporting date", () => {
    expect(shown(saidOf([uhl, lpt, primaryCare], { asOf: "2024-03-31" }))).toContain("UHL 53,390 tCO₂e in 2023/24");
  });
});
