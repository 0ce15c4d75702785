import fc from "fast-check";
import type { Assessment } from "../../../src/assessment/assessment";
import { assess } from "../../../src/assessment/targets/assess-targets";
import type { AssessmentInput } from "../../../src/assessment/cases/series-cases";
import type { Total } from "../../../src/returns/observation";
import { seriesInError } from "../../../src/validation/checking/series-in-error";
import type { Finding } from "../../../src/validation/finding";
import { emptyReading, observation, period, readingOf, testPack, total, yearly } from "../test-pack";

const AS_OF = "2025-03-31";

/** Assesses totals whose organisations are in the return. */
function run(totals: readonly Total[], over: Partial<AssessmentInput> = {}): Assessment[] {
  return assess({ totals, reading: readingOf(totals), pack: testPack, asOf: AS_OF, ...over });
}

function find(rows: readonly Assessment[], metric: string, organisation: string, label: string): Assessment {
  const row = rows.find(
    (each) => each.metric === metric && each.organisation === organisation && each.period.label === label,
  );
  if (row === undefined) throw new Error(`No row for ${metric}, ${organisation}, ${label}.`);
  return row;
}

const footprint = yearly("CF", "SYS", 2019, [88600, 84100, 86000, 83200, 80900, 79000]);

describe("the system's footprint against the plan", () => {
  const rows = run(footprint);
  const last = find(rows, "CF", "SYS", "2024/25");

  it("has a row for each year, the last one marked", () => {
    const own = rows.filter((row) => row.metric === "CF" && row.organisation === "SYS");
    expect(own.map((row) => [row.period.label, row.latest])).toEqual([
      ["2019/20", false],
      ["2020/21", false],
      ["2021/22", false],
      ["2022/23", false],
      ["2023/24", false],
      ["2024/25", true],
    ]);
  });

  it("stands between its early and late edge as the golden table has it", () => {
    expect(last.path.late).toBeCloseTo(59066.67, 1);
    expect(last.path.early).toBeCloseTo(44300, 6);
    expect(last.gap).toBeCloseTo(79000 - 59066.67, 1);
    expect(last.gapPercent).toBeCloseTo(33.75, 2);
    expect([last.rag, last.why, last.word]).toEqual(["red", null, "behind"]);
  });

  it("counts from the plan's own baseline to the interim target, late edge first", () => {
    expect(last.baseline).toMatchObject({ value: 88600, period: { label: "2019/20" }, place: null });
    expect(last.goal).toMatchObject({ kind: "change", by: "2028-32", due: { label: "2031/32" } });
    expect(last.goal.value).toBeCloseTo(17720, 6);
    expect(last.neededPerYear).toBeCloseTo((79000 - 17720) / 7, 6);
  });

  it("projects the golden line and says it will not be met", () => {
    expect(last.projection?.slope).toBeCloseTo(-1726, 0);
    expect(last.projection?.value).toBeCloseTo(67240, -1);
    expect(last.projection?.at.label).toBe("2031/32");
    expect(last.assurance).toBe("F");
    // On the trend 17,720 t is passed at 2059.7: 2059/60 is still above it.
    expect(last.attains).toBe("2060/61");
  });

  it("spends its budget in September 2027", () => {
    expect(last.budget?.total).toBeCloseTo(602480, 0);
    expect(last.budget?.used).toBeCloseTo(413200, 6);
    expect([last.budget?.from.label, last.budget?.to.label]).toEqual(["2020/21", "2031/32"]);
    // 413.2 + 77.59 + 75.87 = 566.66; 35.82 of 74.14 left in 2027/28 is used within its sixth month.
    expect(last.budget?.exhausted).toBe("September 2027");
    // 413.2 and seven years of the line (77.59 to 67.24, on average 72.42) against 602.48.
    expect(last.budget?.overshoot).toBeCloseTo((413200 + 7 * 72415) / 602480, 3);
  });

  it("labels its three reductions", () => {
    expect(last.reductions.againstBase).toBeCloseTo(10.835, 3);
    expect(last.reductions.againstPrevious).toBeCloseTo(2.349, 3);
    expect(last.reductions.ofTarget).toBeCloseTo(13.544, 3);
  });

  it("is on its path in the base year and explains itself with its numbers and the plan's section", () => {
    expect(find(rows, "CF", "SYS", "2019/20")).toMatchObject({ gap: 0, rag: "green", word: "on track" });
    expect(last.working).toBe(
      "The System, carbon footprint: 79,000 tCO₂e in 2024/25; the path from 88,600 tCO₂e in 2019/20 to 17,720 tCO₂e (-80%) by 2028-32 stands at 59,067 tCO₂e at the late edge (early edge 44,300 tCO₂e), so it is 19,933 tCO₂e (33.7%) behind (section of CF-INTERIM).",
    );
  });

  it("on the national basis reaches its target in 2042/43", () => {
    const national = find(run(footprint, { basis: "national" }), "CF", "SYS", "2024/25");
    expect(national.basis).toBe("national");
    expect(national.goal.value).toBeCloseTo(46962.4, 0);
    expect(national.path.late).toBeCloseTo(71251, 0);
    expect(national.attains).toBe("2043/44");
    expect(national.neededPerYear).toBeCloseTo(4576.8, 0);
    expect(national.neededPercentPerYear).toBeCloseTo(7.16, 2);
    expect(national.budget?.total).toBeCloseTo(792554, 0);
    expect(national.working).toContain("read as: the national rate");
  });

  it("after the interim target runs to net zero", () => {
    const later = [...footprint, ...yearly("CF", "SYS", 2035, [8000])];
    const row = find(run(later, { asOf: "2036-03-31" }), "CF", "SYS", "2035/36");
    expect(row.target).toBe("CF-ZERO");
    expect(row.path.late).toBeCloseTo(8860, 6);
    expect(row).toMatchObject({ rag: "green", word: "on track" });
  });

  it("below the early edge is ahead, between the edges on track", () => {
    const at = (value: number) =>
      find(run([...footprint.slice(0, 5), ...yearly("CF", "SYS", 2024, [value])]), "CF", "SYS", "2024/25");
    expect(at(44000).word).toBe("ahead");
    expect(at(50000)).toMatchObject({ rag: "green", word: "on track" });
    expect(at(60000)).toMatchObject({ rag: "amber", word: "behind" });
  });

  it("says nothing firm while an error stands against it, and colours it the same", () => {
    const against = (severity: Finding["severity"]) => seriesInError([{ severity, metric: "CF", organisation: "SYS" }]);
    const row = find(run(footprint, { seriesInError: against("error") }), "CF", "SYS", "2024/25");
    expect([row.assurance, row.rag]).toEqual(["?", "red"]);
    expect(find(run(footprint, { seriesInError: against("warning") }), "CF", "SYS", "2024/25").assurance).toBe("F");
  });

  it("projects from no fewer than four years, and leaves the pandemic out when asked", () => {
    expect(find(run(footprint.slice(0, 3)), "CF", "SYS", "2021/22")).toMatchObject({
      projection: null,
      assurance: null,
      attains: null,
    });
    const without = find(run(footprint, { leaveOutPandemic: true }), "CF", "SYS", "2024/25");
    expect(without.projection?.points).toBe(4);
    expect(without.projection?.slope).not.toBeCloseTo(-1726, 0);
    expect(without.working).toContain("trends leave out 2020/21 and 2021/22");
  });
});

describe("a roll-up with a member missing", () => {
  const partial = [total("CF", "SYS", "2024/25", 40000, { partial: true, missing: ["Beta"] })];
  const row = find(run(partial), "CF", "SYS", "2024/25");

  it("is shown grey with its members, and never set against the whole", () => {
    expect(row).toMatchObject({ actual: 40000, rag: "grey", why: "partial", partial: true, missing: ["Beta"] });
    expect(row).toMatchObject({
      gap: null,
      gapPercent: null,
      budget: null,
      assurance: null,
      projection: null,
      neededPerYear: null,
    });
    expect(row.path).toEqual({ late: null, early: null });
    expect(row.reductions).toEqual({ againstBase: null, againstPrevious: null, ofTarget: null });
    expect(row.working).toContain("Beta is missing from it");
  });

  it("is never a baseline", () => {
    const totals = [total("CF", "AAA", "2019/20", 10, { partial: true }), total("CF", "AAA", "2020/21", 8)];
    expect(find(run(totals), "CF", "AAA", "2020/21").baseline).toMatchObject({ value: 8, how: "earliest figure" });
  });
});

describe("a change target's own baseline", () => {
  it("is the figure marked baseline", () => {
    const totals = yearly("MILES-C", "AAA", 2019, [900, 800]);
    const marked = observation("MILES-C", "AAA", "2018/19", 1000, { kind: "baseline" });
    const rows = run(totals, { reading: readingOf(totals, [marked]) });
    expect(find(rows, "MILES-C", "AAA", "2020/21").baseline).toMatchObject({
      value: 1000,
      period: { label: "2018/19" },
      place: marked.place,
    });
  });

  it("else 2019/20", () => {
    expect(
      find(run(yearly("MILES-C", "AAA", 2018, [1200, 900, 800])), "MILES-C", "AAA", "2020/21").baseline?.value,
    ).toBe(900);
  });

  it("else the earliest, and says so", () => {
    const row = find(run(yearly("MILES-C", "AAA", 2021, [900, 800])), "MILES-C", "AAA", "2022/23");
    expect(row.baseline?.period.label).toBe("2021/22");
    expect(row.working).toContain("900 tCO₂e in 2021/22, its earliest figure,");
  });

  it("adds up sites marked baseline, and is unknown where one is marked twice with two figures", () => {
    const totals = yearly("MILES-C", "AAA", 2024, [800]);
    const site = (name: string, value: number) =>
      observation("MILES-C", "AAA", "2019/20", value, { kind: "baseline", site: name });
    const sum = run(totals, { reading: readingOf(totals, [site("North", 600), site("South", 400)]) });
    expect(find(sum, "MILES-C", "AAA", "2024/25").baseline).toMatchObject({ value: 1000, place: null });
    const clash = run(totals, { reading: readingOf(totals, [site("North", 600), site("North", 400)]) });
    expect(find(clash, "MILES-C", "AAA", "2024/25")).toMatchObject({ baseline: null, why: "no baseline" });
  });

  it("gives no path before its year", () => {
    const row = find(run(yearly("CF", "SYS", 2018, [90000, 88600])), "CF", "SYS", "2018/19");
    expect(row).toMatchObject({ rag: "grey", why: "not yet due", word: "before the base year", gap: null });
    expect(row.path.late).toBeNull();
    expect(row).toMatchObject({ budget: null, neededPerYear: null, neededPercentPerYear: null, attains: null });
  });

  it("is not the very figure that is judged, nor one from when the change was already due", () => {
    const rows = run(yearly("MILES-C", "AAA", 2021, [900, 800]));
    expect(find(rows, "MILES-C", "AAA", "2021/22")).toMatchObject({ rag: "grey", why: "no baseline", gap: null });
    const late = run(yearly("MILES-C", "AAA", 2024, [900, 800]), { asOf: "2026-03-31" });
    expect(find(late, "MILES-C", "AAA", "2025/26")).toMatchObject({ rag: "grey", why: "no baseline", baseline: null });
    expect(find(late, "MILES-C", "AAA", "2025/26").working).toContain(
      "no baseline is known to count the -20% by January 2025 from",
    );
  });

  it("by January 2025 is judged in 2024/25", () => {
    const rows = run(yearly("MILES-C", "AAA", 2019, [1000, 700, 700, 800, 850, 810]));
    expect(find(rows, "MILES-C", "AAA", "2024/25")).toMatchObject({
      gap: 10,
      rag: "amber",
      goal: { value: 800, due: { label: "2024/25" } },
    });
  });
});

describe("targets one after the other", () => {
  it("on a path: the next milestone counts, and the path runs through all of them", () => {
    const rows = run(yearly("INHALER-C", "AAA", 2019, [1000, 950, 920, 870, 800, 700]));
    expect(find(rows, "INHALER-C", "AAA", "2022/23")).toMatchObject({ target: "INHALER-13", gap: 0 });
    const after = find(rows, "INHALER-C", "AAA", "2024/25");
    expect(after.target).toBe("INHALER-50");
    expect(after.path.late).toBeCloseTo(870 - (370 * 2) / 5, 9);
    expect(after.neededPerYear).toBeCloseTo(200 / 3, 9);
  });

  it("as levels: the one in force is judged, strictly, and the next is what is needed", () => {
    const rows = run(yearly("DES", "AAA", 2021, [12, 10, 5, 4.9]));
    expect(find(rows, "DES", "AAA", "2021/22")).toMatchObject({
      target: "DES-10",
      rag: "grey",
      why: "not yet due",
      gap: 2,
    });
    expect(find(rows, "DES", "AAA", "2022/23")).toMatchObject({
      target: "DES-10",
      rag: "amber",
      gap: 0,
      neededPerYear: 5,
    });
    expect(find(rows, "DES", "AAA", "2023/24")).toMatchObject({
      target: "DES-5",
      rag: "amber",
      gap: 0,
      neededPerYear: null,
    });
    expect(find(rows, "DES", "AAA", "2024/25")).toMatchObject({ target: "DES-5", rag: "green", word: "met" });
  });
});

describe("levels", () => {
  it("are steps: before the date grey, with the gap shown; from it judged", () => {
    const rows = run(yearly("FLEET", "AAA", 2022, [40, 85.5, 95]));
    const before = find(rows, "FLEET", "AAA", "2022/23");
    expect(before).toMatchObject({ rag: "grey", why: "not yet due", gap: 50, neededPerYear: 50 });
    expect(before.working).toContain("50 percentage points (55.6% of the target) behind: not yet due");
    expect(find(rows, "FLEET", "AAA", "2023/24")).toMatchObject({ rag: "amber", gap: 4.5, gapPercent: 5 });
    expect(find(rows, "FLEET", "AAA", "2024/25")).toMatchObject({ rag: "green", gap: -5, word: "met" });
  });

  it("in force hold for every period that starts on or after their date", () => {
    const rows = run(yearly("NEW", "AAA", 2021, [60, 60]), { asOf: "2023-03-31" });
    expect(find(rows, "NEW", "AAA", "2021/22").why).toBe("not yet due");
    expect(find(rows, "NEW", "AAA", "2022/23")).toMatchObject({ rag: "red", gap: 40 });
  });

  it("of zero are red at any excess, and have no percentage", () => {
    const rows = run(yearly("LANDFILL", "AAA", 2025, [0.1]), { asOf: "2026-03-31" });
    expect(find(rows, "LANDFILL", "AAA", "2025/26")).toMatchObject({ rag: "red", gap: 0.1, gapPercent: null });
  });

  it("above a band are above range, not failed; below it behind", () => {
    const word = (value: number) => find(run(yearly("BAND", "AAA", 2024, [value])), "BAND", "AAA", "2024/25");
    expect(word(50)).toMatchObject({ rag: "green", word: "above range" });
    expect(word(30)).toMatchObject({ rag: "green", word: "in range", goal: { value: 25, upper: 40 } });
    expect(word(20)).toMatchObject({ rag: "red", word: "below range", gap: 5 });
  });

  it("yes or no are in place or not", () => {
    const word = (value: number) => find(run(yearly("CYCLE", "AAA", 2024, [value])), "CYCLE", "AAA", "2024/25");
    expect(word(1)).toMatchObject({ rag: "green", word: "in place", gap: 0 });
    expect(word(0)).toMatchObject({ rag: "red", word: "not in place", gap: 1, projection: null });
  });
});

describe("flows by month", () => {
  const months = (first: number, count: number, value: (index: number) => number): Total[] =>
    Array.from({ length: count }, (_, index) => {
      const month = first + index;
      const label = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      return total("CF", "AAA", label, value(index));
    });
  const april2023 = 2023 * 12 + 3;

  it("are compared as rolling twelve months, once twelve are there", () => {
    const rows = run([...yearly("CF", "AAA", 2019, [1200]), ...months(april2023, 14, () => 80)], {
      asOf: "2024-05-31",
    });
    const own = rows.filter((row) => row.organisation === "AAA" && row.rolling === true);
    expect(own.map((row) => row.period.label)).toEqual(["2024-03", "2024-04", "2024-05"]);
    expect(own[0]).toMatchObject({ actual: 960 });
    expect(own[0]!.path.late).toBeCloseTo(1200 - (960 * 4) / 12, 9);
    expect(own[1]!.path.late).toBeCloseTo(1200 - (960 * (4 + 1 / 12)) / 12, 9);
    expect(own[0]!.places).toHaveLength(12);
    expect(own[2]!.working).toContain("in the twelve months to May 2024");
  });

  it("with a month missing are incomplete, never scaled", () => {
    const gappy = months(april2023, 14, () => 80).filter((each) => each.period.label !== "2023-12");
    const rows = run([...yearly("CF", "AAA", 2019, [1200]), ...gappy], { asOf: "2024-05-31" });
    expect(rows.filter((row) => row.rolling === true)).toEqual([]);
    const latest = rows.find((row) => row.organisation === "AAA" && row.metric === "CF" && row.latest);
    expect(latest).toMatchObject({ rag: "grey", why: "stale", actual: 1200, period: { label: "2019/20" } });
  });

  it("with a year stated as well have one row for that year's end", () => {
    const rows = run([...yearly("CF", "AAA", 2023, [960]), ...months(april2023, 12, () => 80)], { asOf: "2024-03-31" });
    const ends = rows.filter(
      (row) => row.organisation === "AAA" && row.metric === "CF" && row.period.last === "2024-03-31",
    );
    expect(ends.map((row) => row.period.label)).toEqual(["2023/24"]);
  });

  it("for part of a year alone are shown grey", () => {
    const rows = run([total("CF", "AAA", "2024/25 to 2024-12-31", 700)], { asOf: "2024-12-31" });
    expect(find(rows, "CF", "AAA", "2024/25 to 2024-12-31")).toMatchObject({
      rag: "grey",
      why: "partial",
      gap: null,
      word: "part of a year",
    });
  });

  it("carry control limits from ten points on, on the latest row only", () => {
    const rows = run([...yearly("CF", "AAA", 2019, [1200]), ...months(april2023, 13, (index) => 80 + (index % 2))], {
      asOf: "2024-04-30",
    });
    expect(find(rows, "CF", "AAA", "2024-04").spc).toMatchObject({
      points: 13,
      trial: false,
      variation: "common cause",
      assurance: null,
    });
    expect(find(rows, "CF", "AAA", "2024-03").spc).toBeUndefined();
    expect(find(run(footprint), "CF", "SYS", "2024/25").spc).toBeUndefined();
  });
});

describe("control limits of a flow", () => {
  const months = Array.from({ length: 24 }, (_, index) => {
    const month = 2022 * 12 + 3 + index;
    return total(
      "CF",
      "AAA",
      `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
      80 + (index % 3),
    );
  });

  it("are there at the end of a year as well, where the year's own figure stands", () => {
    const rows = run([...months, ...yearly("CF", "AAA", 2022, [970, 972])], { asOf: "2024-03-31" });
    expect(find(rows, "CF", "AAA", "2023/24")).toMatchObject({
      latest: true,
      spc: { points: 24, last: { label: "2024-03" } },
    });
  });

  it("are never drawn of a roll-up with a member missing", () => {
    const partial = months.map((each) => ({ ...each, organisation: "SYS", partial: true, missing: ["BBB"] }));
    const reading = readingOf([...partial, total("CF", "AAA", "2023/24", 900), total("CF", "BBB", "2022/23", 60)]);
    const row = run(partial, { asOf: "2024-03-31", reading }).find(
      ({ organisation, latest }) => organisation === "SYS" && latest,
    );
    expect(row?.partial).toBe(true);
    expect(row?.spc ?? null).toBeNull();
  });
});

describe("shares by quarter", () => {
  // calculations.md section 6: the golden series, quarter by quarter, as shares.
  const spiked = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
  const quarters = spiked.map((value, index) =>
    total("DES", "AAA", `${2020 + Math.floor(index / 4)}/${21 + Math.floor(index / 4)} Q${(index % 4) + 1}`, value),
  );
  const last = (over: Partial<AssessmentInput> = {}) =>
    find(run(quarters, { asOf: "2024-09-30", ...over }), "DES", "AAA", "2024/25 Q2");

  it("are compared as they are, not over twelve months", () => {
    expect(last()).toMatchObject({ actual: 1, target: "DES-5", rag: "green", latest: true });
    expect(last().rolling).toBeUndefined();
    expect(last().places).toHaveLength(1);
  });

  it("carry limits, variation and assurance against the fixed target, screened or as the Excel tool has them", () => {
    expect(last().spc).toMatchObject({ points: 18, variation: "common cause", assurance: "P" });
    expect(last().spc?.upper).toBeCloseTo(4.6, 2);
    expect(last({ matchMdcTool: true }).spc?.upper).toBeCloseTo(6.95, 2);
    expect(last({ matchMdcTool: true }).spc?.assurance).toBe("?");
  });

  it("say nothing firm while an error stands against them", () => {
    const inError = seriesInError([{ severity: "error", metric: "DES", organisation: "AAA" }]);
    expect(last({ seriesInError: inError }).spc?.assurance).toBe("?");
  });

  it("are projected from ten quarters on", () => {
    const at = (label: string) => find(run(quarters, { asOf: "2024-09-30" }), "DES", "AAA", label).projection;
    expect(at("2022/23 Q1")).toBeNull();
    expect(at("2022/23 Q2")?.points).toBe(10);
  });
});

describe("the year a figure by month or quarter meets its target in", () => {
  const at = (label: string, value: number) =>
    find(run([total("DES", "AAA", label, value)], { asOf: period(label).last }), "DES", "AAA", label).attains;

  it("is the financial year that holds its last day", () => {
    expect(at("2024-02", 4)).toBe("2023/24");
    expect(at("2024-04", 4)).toBe("2024/25");
    expect(at("2024/25 Q2", 4)).toBe("2024/25");
    expect(at("2023/24", 4)).toBe("2023/24");
  });

  it("still to come is the one that holds the month in which the trend arrives", () => {
    const months = Array.from({ length: 10 }, (_, index) => {
      const month = 2022 * 12 + 3 + index;
      return total("DES", "AAA", `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`, 20 - index);
    });
    const row = find(run(months, { asOf: "2023-01-31" }), "DES", "AAA", "2023-01");
    // 11% in January 2023; the trend is at 5% six months later, in July 2023.
    expect(row.projection?.slope).toBeCloseTo(-12, 9);
    expect(row.attains).toBe("2023/24");
    expect(row.projection?.at.label).toBe("2023/24");
  });
});

describe("workings in words", () => {
  const working = (metric: string, value: number, label = "2024/25") =>
    find(run([total(metric, "AAA", label, value)], { asOf: period(label).last }), metric, "AAA", label).working;

  it("of a band are counted from the edge that is passed", () => {
    expect(working("BAND", 41)).toContain(
      "the target is 25% to 40% (2022/23), so it is 1 percentage point above the upper edge: above range",
    );
    expect(working("BAND", 30)).toContain("so it is 5 percentage points above the lower edge: in range");
    expect(working("BAND", 22)).toContain("so it is 3 percentage points below the lower edge: below range");
  });

  it("of an answer say the answer, and whether it is due", () => {
    expect(working("CYCLE", 0, "2021/22")).toContain("so it is not in place: not yet due");
    expect(working("CYCLE", 0)).toContain("so it is not in place (");
  });

  it("of a roll-up name its missing members as people do", () => {
    const partial = [total("CF", "SYS", "2024/25", 5, { partial: true, missing: ["AAA", "BBB"] })];
    expect(find(run(partial), "CF", "SYS", "2024/25").working).toContain("but Alpha and Beta are missing from it");
  });

  it("of a missing figure without a baseline say that as well", () => {
    const rows = run(yearly("FLEET", "AAA", 2024, [95]));
    expect(find(rows, "MILES-C", "AAA", "2024/25").working).toBe(
      "Alpha, business-mileage emissions: no figure for 2024/25, nor is a baseline known to count the -20% by January 2025 from (section of MILES).",
    );
    expect(find(rows, "CYCLE", "AAA", "2024/25").working).toContain("no answer for 2024/25");
  });

  it("never round a small share to nothing", () => {
    expect(working("FLEET", 89.99)).toContain("0.01 percentage points (under 0.1% of the target) behind");
  });
});

describe("a figure that is late", () => {
  const fleet = (asOf: string, values: readonly number[] = [40, 95]) =>
    run(yearly("FLEET", "AAA", 2023, values), { asOf }).filter(
      ({ metric, organisation }) => metric === "FLEET" && organisation === "AAA",
    );

  it("leaves the last one standing as it was judged, and is named once its period has ended", () => {
    for (const asOf of ["2025-03-31", "2026-03-30"]) expect(fleet(asOf).at(-1)!.unreported).toBeNull();
    for (const asOf of ["2026-03-31", "2026-11-30", "2027-03-30"]) {
      const rows = fleet(asOf);
      expect(rows.map(({ period, latest }) => [period.label, latest])).toEqual([
        ["2023/24", false],
        ["2024/25", true],
      ]);
      expect(rows[1]).toMatchObject({
        actual: 95,
        rag: "green",
        why: null,
        unreported: { period: period("2025/26"), why: null },
      });
      expect(rows[1]!.working).toMatch(/2025\/26 is not yet reported\.$/);
    }
  });

  it("makes the last one stale when two periods have ended without one: grey, with the figure and nothing foretold", () => {
    const last = fleet("2027-03-31").at(-1)!;
    expect(last).toMatchObject({
      actual: 95,
      rag: "grey",
      why: "stale",
      latest: true,
      unreported: { period: period("2025/26"), why: null },
    });
    expect([last.assurance, last.neededPerYear]).toEqual([null, null]);
    expect(last.working).toContain("Neither 2025/26 nor 2026/27 is reported.");
  });

  it("is the next of its own kind: a quarter after a quarter, a year after a day of the year", () => {
    const due = (label: string, asOf: string) =>
      find(run([total("FLEET", "AAA", label, 60)], { asOf }), "FLEET", "AAA", label).unreported?.period.label ?? null;
    expect(due("2024/25 Q4", "2025-06-30")).toBe("2025/26 Q1");
    expect(due("2024/25 Q4", "2025-06-29")).toBeNull();
    expect(due("2024", "2025-03-31")).toBeNull();
    expect(due("2024-03-31", "2025-03-30")).toBeNull();
    expect(due("2024-03-31", "2025-03-31")).toBe("2025-03-31");
  });
});

describe("a later period that is there, and cannot be judged", () => {
  it("with figures that cannot be used is not said to be unreported: its reason is", () => {
    const unread = total("FLEET", "AAA", "2024/25", null, { why: "Two cells claim different figures." });
    const row = find(run([...yearly("FLEET", "AAA", 2023, [60]), unread]), "FLEET", "AAA", "2023/24");
    expect(row.unreported).toEqual({ period: period("2024/25"), why: "Two cells claim different figures." });
    expect(row.working).toMatch(/2024\/25 has no figure that can be used: two cells claim different figures\.$/);
    expect(row.working).not.toContain("not yet reported");
  });

  it("of months that make no whole year is passed over: only the month without a figure is named", () => {
    const months = Array.from({ length: 15 }, (_, index) => {
      const month = 2023 * 12 + 3 + index;
      return total("CF", "AAA", `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`, 80);
    }).filter((each) => each.period.label !== "2024-04");
    const latest = run(months, { asOf: "2024-06-30" }).find(
      (row) => row.metric === "CF" && row.latest && row.actual !== null,
    );
    expect([latest?.period.label, latest?.unreported?.period.label]).toEqual(["2024-03", "2024-04"]);
    expect(latest?.working).toContain("April 2024 is not yet reported.");
    expect(latest?.why).not.toBe("stale");
  });
});

describe("a figure that is missing", () => {
  it("is one grey row for an organisation in the return, none for one that is not", () => {
    const rows = run(yearly("FLEET", "AAA", 2024, [95]));
    const missing = rows.filter((row) => row.actual === null);
    expect(new Set(missing.map((row) => row.organisation))).toEqual(new Set(["AAA"]));
    expect(missing.filter((row) => row.organisation === "AAA").map((row) => row.metric)).toEqual([
      "CF",
      "MILES-C",
      "INHALER-C",
      "NEW",
      "DES",
      "BAND",
      "CYCLE",
    ]);
    expect(
      missing.every(
        (row) => row.rag === "grey" && row.why === "no data" && row.latest && row.period.label === "2024/25",
      ),
    ).toBe(true);
  });

  it("of a level whose date is still to come is not asked for, unless it was reported before", () => {
    const rows = run([...yearly("FLEET", "AAA", 2022, [40]), ...yearly("LANDFILL", "BBB", 2023, [5])], {
      asOf: "2025-03-31",
    });
    expect(rows.some(({ metric, organisation }) => metric === "LANDFILL" && organisation === "AAA")).toBe(false);
    expect(find(rows, "LANDFILL", "BBB", "2023/24")).toMatchObject({
      latest: true,
      unreported: { period: period("2024/25"), why: null },
    });
  });

  it("of the system's footprint is always asked for; its other figures are not", () => {
    const missing = run([]).map((row) => [row.organisation, row.metric, row.why]);
    expect(missing).toEqual([["SYS", "CF", "no data"]]);
    expect(run([])[0]!.path.late).toBeCloseTo(59066.67, 1);
  });

  it("is not asked for before the plan began", () => {
    expect(run(yearly("LANDFILL", "AAA", 2016, [500]), { asOf: "2017-03-31" }).map((row) => row.period.label)).toEqual([
      "2016/17",
    ]);
  });

  it("of a target said to be achieved is never shown as missing", () => {
    const rows = run(yearly("FLEET", "AAA", 2022, [40]), { asOf: "2023-03-31" });
    expect(rows.some((row) => row.metric === "DES")).toBe(false);
  });

  it("gives the reason a total has none", () => {
    const rows = run([total("FLEET", "AAA", "2024/25", null, { why: "Two cells claim different figures." })], {
      reading: { ...emptyReading, observations: [observation("FLEET", "AAA", "2024/25", 1)] },
    });
    expect(find(rows, "FLEET", "AAA", "2024/25").working).toContain("because two cells claim different figures");
  });

  it("is no later than the reporting date: later figures are not looked at", () => {
    const rows = run(yearly("FLEET", "AAA", 2022, [40, 95, 20]), { asOf: "2024-03-31" });
    expect(rows.filter((row) => row.metric === "FLEET").map((row) => row.period)).toEqual([
      period("2022/23"),
      period("2023/24"),
    ]);
  });
});

describe("a pack with another path", () => {
  const zero = testPack.targets.find(({ id }) => id === "CF-ZERO")!;
  const along = (path: "compound" | "compound to zero") => {
    const pack = { ...testPack, targets: [{ ...zero, path }] };
    return find(run(yearly("CF", "SYS", 2031, [16108]), { pack, asOf: "2032-03-31" }), "CF", "SYS", "2031/32");
  };

  it("compound to zero stands at 16.11 kt in 2031 on its way from 88.6 to 0 in 2039", () => {
    expect(along("compound to zero").path.late).toBeCloseTo(16108, -1);
  });

  it("compound to zero without that formula cannot be drawn, and says so", () => {
    expect(along("compound")).toMatchObject({ rag: "grey", gap: null, word: "no path" });
    expect(along("compound").working).toContain("no compound path can be drawn to 0 tCO₂e by 2040");
  });
});

describe("assessments as a whole", () => {
  const everything = [
    ...footprint,
    ...yearly("FLEET", "AAA", 2019, [10, 20, 30, 40, 50, 60]),
    ...yearly("MILES-C", "BBB", 2019, [100, 90, 80, 70, 60, 50]),
    ...yearly("DES", "BBB", 2021, [12, 9, 6, 3]),
  ];

  it("do not depend on the order of the input", () => {
    const reading = readingOf(everything);
    const expected = assess({ totals: everything, reading, pack: testPack, asOf: AS_OF });
    fc.assert(
      fc.property(fc.shuffledSubarray(everything, { minLength: everything.length }), (shuffled) => {
        const observations = [...reading.observations].reverse();
        const rows = assess({ totals: shuffled, reading: { ...reading, observations }, pack: testPack, asOf: AS_OF });
        expect(rows).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("have no gap on the path, and are behind above it", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), fc.integer({ min: 1, max: 19 }), (base, years) => {
        const label = `${2019 + years}/${(20 + years) % 100}`;
        const asOf = `${2020 + years}-03-31`;
        const at = (value: number) => {
          const totals = [total("CF", "AAA", "2019/20", base), total("CF", "AAA", label, value)];
          return find(run(totals, { asOf }), "CF", "AAA", label);
        };
        const late = at(base).path.late!;
        expect(at(late)).toMatchObject({ gap: 0, rag: "green" });
        expect(at(late * 1.001)).toMatchObject({ rag: "amber", word: "behind" });
        expect(at(late * 1.2)).toMatchObject({ rag: "red", word: "behind" });
      }),
      { numRuns: 50 },
    );
  });

  it("explain themselves: every row cites the plan and, where it has a figure, its numbers", () => {
    for (const row of run(everything)) {
      expect(row.working).toMatch(/\(section of [A-Z0-9-]+\)\.$/);
      if (row.actual !== null) expect(row.working).toMatch(/\d/);
      expect(row.working).not.toMatch(/undefined|null|NaN/);
    }
  });

  it("are plain data, which a worker or a file takes as it is", () => {
    const labels = [2021, 2022, 2023].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}/${year - 1999} Q${q}`));
    const quarters = labels.map((label, index) => total("DES", "AAA", label, 3 + (index % 3)));
    const rows = run([...everything, ...quarters]);
    expect(rows.some(({ spc }) => spc !== undefined)).toBe(true);
    expect(structuredClone(rows)).toEqual(rows);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    for (const row of rows) expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });

  it("green, amber and red always have a gap; grey always has a reason", () => {
    for (const row of run(everything)) {
      expect(row.rag === "grey").toBe(row.why !== null);
      if (row.rag !== "grey") expect(row.gap).not.toBeNull();
      if (row.rag === "red" || (row.rag === "amber" && row.gap !== 0)) expect(row.gap).toBeGreaterThan(0);
    }
  });
});
