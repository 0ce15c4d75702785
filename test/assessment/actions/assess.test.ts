import fc from "fast-check";
import { assessActions } from "../../../src/assessment/actions/assess-actions";
import { llrPack } from "../../../src/plan/llr";
import { addDays } from "../../../src/plan/time/periods";
import type { ReportedAction } from "../../../src/returns/observation";
import type { ActionAssessment } from "../../../src/assessment/assessment";
import { trackerRow as row } from "./tracker-row";

function at(asOf: string, ...reported: ReportedAction[]): Map<string, ActionAssessment> {
  const assessed = assessActions({ reported, pack: llrPack, asOf, dateSystem: 1900 });
  return new Map(assessed.map((each) => [each.id, each]));
}

const one = (asOf: string, ...reported: ReportedAction[]): ActionAssessment =>
  at(asOf, ...reported).get(reported[0]!.action!)!;

describe("the plan's actions", () => {
  it("are all 63, in its order, whatever the return holds", () => {
    const ids = [...at("2025-03-31").keys()];
    expect(ids).toHaveLength(63);
    expect(ids).toEqual(llrPack.actions.map(({ id }) => id));
    expect(ids[0]).toBe("WFL1");
  });

  it("without a row are no return, grey, but for the two the plan itself gives as complete", () => {
    const actions = [...at("2025-03-31").values()];
    expect(actions.filter(({ status }) => status === "complete").map(({ id }) => id)).toEqual(["P1", "P2"]);
    expect(actions.filter(({ status, rag }) => status === "no return" && rag === "grey")).toHaveLength(61);
  });

  // plan-facts.md section 4.
  it.each([
    ["TT2", "2025-03-31", null],
    ["M3", "2023-06-30", null],
    ["P3", "2022-12-31", null],
    ["P10", "2024-03-31", null],
    ["WFL3", "2022-12-31", null],
    ["TT4", "2025-03-31", null],
    ["FN5", "2024-12-31", "annual"],
    ["SMC1", "2023-06-30", "annual"],
    ["SMC4", "2025-07-31", "annual"],
    ["P9", "2024-03-31", "quarterly"],
    ["P11", "2025-03-31", "quarterly"],
    ["P12", null, "annual"],
    ["WFL4", null, "annual"],
    ["CCA2", "2023-03-31", "annual"],
    ["P1", null, null],
  ])("%s is due on %s, reviewed %s", (id, due, review) => {
    expect(at("2025-03-31").get(id)).toMatchObject({ due, review });
  });

  it("13 end after the plan does, and say so", () => {
    const after = [...at("2025-03-31").values()].filter(({ concerns }) =>
      concerns?.some(({ kind }) => kind === "ends after the plan"),
    );
    expect(after.map(({ id }) => id)).toEqual([
      "TT5",
      "TT9",
      "TT10",
      "TT11",
      "TT12",
      "EF1",
      "EF2",
      "EF3",
      "EF4",
      "EF5",
      "EF6",
      "EF7",
      "EF8",
    ]);
  });

  it("of several parts keep them", () => {
    expect(
      at("2025-03-31")
        .get("WFL2")
        ?.parts?.map(({ due }) => due),
    ).toEqual(["2022-09-30", "2025-07-31"]);
    expect(at("2025-03-31").get("TT1")?.parts).toBeNull();
  });
});

describe("an action with a date", () => {
  // TT1 is due in Q1 2024: from 1 January to 31 March 2024.
  it("in progress is on track, due soon within 90 days, overdue after its day", () => {
    const tt1 = row("TT1", { status: "In progress" });
    expect(one("2024-01-01", tt1)).toMatchObject({ status: "due soon", rag: "amber", daysLate: 0 });
    expect(one("2023-12-31", tt1)).toMatchObject({ status: "on track", rag: "green" });
    expect(one("2024-03-31", tt1)).toMatchObject({ status: "due soon" });
    expect(one("2024-04-01", tt1)).toMatchObject({ status: "overdue", rag: "red", daysLate: 1 });
    expect(one("2025-03-31", tt1).daysLate).toBe(365);
  });

  it("not begun past the start of its window is late to start", () => {
    expect(one("2023-01-01", row("TT4", { status: "Not started" }))).toMatchObject({
      status: "not started late",
      rag: "amber",
    });
    expect(one("2023-12-31", row("TT1", { status: "Not started" })).status).toBe("on track");
    expect(one("2024-01-02", row("TT1", { status: "Not started" })).status).toBe("not started late");
    expect(one("2024-04-01", row("TT1", { status: "Not started" })).status).toBe("overdue");
  });

  it("complete is complete, late by its days where it was", () => {
    expect(one("2025-03-31", row("TT1", { status: "Done", completed: "29/03/2024" }))).toMatchObject({
      status: "complete",
      rag: "green",
    });
    expect(one("2025-03-31", row("TT1", { status: "Done", completed: 45392 }))).toMatchObject({
      status: "complete late",
      daysLate: 10,
    });
    expect(one("2025-03-31", row("TT1", { status: "Complete" })).status).toBe("complete");
  });

  it("complete later than the reporting date is not complete yet", () => {
    const later = row("TT1", { status: "Complete", completed: "2024-05-01" });
    expect(one("2024-04-30", later).status).toBe("overdue");
    expect(one("2024-05-01", later).status).toBe("complete late");
  });

  it("takes a percentage where there is no word", () => {
    expect(one("2023-06-30", row("TT1", { percent: 40 })).normalised).toBe("in progress");
    expect(one("2023-06-30", row("TT1", { percent: 100 })).status).toBe("complete");
  });

  it("with words that cannot be read is not guessed, and says so", () => {
    const strange = one("2023-06-30", row("TT1", { status: "see minutes" }));
    expect(strange).toMatchObject({ status: "no return", rag: "grey", normalised: null, reported: "see minutes" });
    expect(strange.concerns?.[0]).toMatchObject({ kind: "status not read" });
    expect(one("2024-04-30", row("TT1", { status: "see minutes" })).status).toBe("overdue");
  });

  it("cancelled or not applicable is neither late nor done", () => {
    expect(one("2024-06-30", row("TT1", { status: "Cancelled" }))).toMatchObject({
      status: "closed",
      normalised: "cancelled",
      rag: "grey",
    });
    expect(one("2024-06-30", row("TT1", { status: "N/A" })).status).toBe("not applicable");
  });

  it("reported in trouble or on hold is not green", () => {
    expect(one("2023-06-30", row("TT1", { status: "Red" }))).toMatchObject({ status: "on track", rag: "amber" });
    expect(one("2023-06-30", row("TT1", { status: "On hold" }))).toMatchObject({ status: "on track", rag: "amber" });
  });
});

describe("an action that goes on", () => {
  it("is never overdue once begun, but due for review after twelve months", () => {
    const p12 = row("P12", { status: "Ongoing", lastUpdate: "2024-01-15" });
    expect(one("2025-01-15", p12)).toMatchObject({ status: "on track", daysLate: 0 });
    expect(one("2025-01-16", p12)).toMatchObject({ status: "review due", rag: "amber", daysLate: 0 });
  });

  it("without a dated update is reviewed from its start", () => {
    expect(one("2023-07-01", row("P12", { status: "Ongoing" })).status).toBe("on track");
    expect(one("2023-07-02", row("P12", { status: "Ongoing" })).status).toBe("review due");
  });

  it("not begun by its first date is late to start", () => {
    const cca2 = row("CCA2", { status: "Not started" });
    expect(one("2023-03-31", cca2).status).not.toBe("overdue");
    expect(one("2023-04-10", cca2)).toMatchObject({ status: "not started late", rag: "red", daysLate: 10 });
  });

  it("reviewed quarterly is due after three months, and overdue after its year", () => {
    const p9 = row("P9", { status: "In progress", lastUpdate: "2023-07-10" });
    expect(one("2023-10-10", p9).status).toBe("on track");
    expect(one("2023-10-11", p9).status).toBe("review due");
    expect(one("2024-04-01", p9).status).toBe("overdue");
  });

  it("to the plan's end is to be closed or carried on after it", () => {
    const smc4 = row("SMC4", { status: "In progress", lastUpdate: "2025-07-30" });
    expect(one("2025-07-31", smc4).status).toBe("on track");
    expect(one("2025-08-01", smc4)).toMatchObject({ status: "review due" });
  });
});

describe("several rows for one action", () => {
  const uhl = row("TT1", { status: "Complete", completed: "2024-01-10", organisation: "RWE", owner: "A. Patel" });
  const lpt = row("TT1", { status: "In progress", organisation: "RT5", owner: null });

  it("the worst status stands for it, and every cell is kept", () => {
    for (const rows of [
      [uhl, lpt],
      [lpt, uhl],
    ]) {
      const action = at("2024-06-30", ...rows).get("TT1")!;
      expect(action).toMatchObject({
        status: "overdue",
        cell: lpt.place.cell,
        owner: "A. Patel",
        reported: "In progress",
      });
      expect(action.cells).toEqual([lpt.place.cell, uhl.place.cell]);
      expect(action.working).toContain("of 2 rows the worst stands, that of LPT");
    }
  });

  const kinds = (...rows: ReportedAction[]) =>
    at("2024-06-30", ...rows)
      .get("TT1")
      ?.concerns?.map(({ kind }) => kind);

  it("may differ between organisations; where one of them has no owner it is said", () => {
    expect(kinds(uhl, lpt)).toEqual(["no owner"]);
  });

  it("is said where one organisation's own rows disagree", () => {
    expect(kinds(uhl, row("TT1", { status: "On hold", organisation: "RWE" }))).toEqual(["rows disagree"]);
  });
});

describe("twins", () => {
  it("contradict each other when one is complete and the other is not", () => {
    const actions = at("2025-06-30", row("TT11", { status: "Complete" }), row("EF7", { status: "In progress" }));
    for (const id of ["TT11", "EF7"]) {
      const concern = actions.get(id)?.concerns?.find(({ kind }) => kind === "twins disagree");
      expect(concern?.sentence).toMatch(/TT11|EF7/);
    }
    const [p2, fn1] = [row("P2", { status: "Complete" }), row("FN1", { status: "Not started" })];
    expect(
      at("2025-06-30", p2, fn1)
        .get("P2")
        ?.concerns?.map(({ kind }) => kind),
    ).toContain("twins disagree");
  });

  it("do not where one is the plan's own word, a template's blank row, or has ended in the other's favour", () => {
    const of = (id: string, ...rows: ReportedAction[]) =>
      at("2025-06-30", ...rows)
        .get(id)
        ?.concerns?.map(({ kind }) => kind);
    const fn1 = row("FN1", { status: "Not started" });
    for (const p2 of [[], [row("P2")]]) {
      expect(of("FN1", fn1, ...p2)).not.toContain("twins disagree");
      expect(of("P2", fn1, ...p2)).not.toContain("twins disagree");
    }
    const ended = [row("TT11", { status: "Superseded by EF7" }), row("EF7", { status: "In progress" })];
    expect(of("EF7", ...ended)).not.toContain("twins disagree");
  });

  it("agree where both are under way, or one is not reported", () => {
    const actions = at("2025-06-30", row("TT11", { status: "Amber" }), row("EF7", { status: "In progress" }));
    expect(actions.get("TT11")?.concerns?.some(({ kind }) => kind === "twins disagree")).toBe(false);
    expect(
      at("2025-06-30", row("TT11", { status: "Complete" }))
        .get("TT11")
        ?.concerns?.some(({ kind }) => kind === "twins disagree"),
    ).toBe(false);
  });
});

describe("dates in a tracker", () => {
  it("are read as serial numbers of the workbook's own system", () => {
    const reported = [row("TT1", { status: "Complete", completed: 45392 - 1462 })];
    const [tt1] = assessActions({ reported, pack: llrPack, asOf: "2025-03-31", dateSystem: 1904 }).filter(
      ({ id }) => id === "TT1",
    );
    expect(tt1).toMatchObject({ status: "complete late", daysLate: 10 });
  });

  it("that cannot be read are not used, and named by their cell", () => {
    const odd = row("TT1", { status: "Complete", completed: "when funding allows" });
    expect(one("2025-03-31", odd).concerns).toEqual([
      expect.objectContaining({ kind: "date not read", sentence: expect.stringContaining(odd.cells["completed"]!) }),
    ]);
  });
});

describe("any action", () => {
  const words = ["Not started", "In progress", "Complete", "On hold", "Amber", "70%", "see notes", null];
  const day = fc.integer({ min: 0, max: 1800 }).map((days) => addDays("2021-06-01", days));
  const reported = fc.record({
    action: fc.constantFrom(...llrPack.actions.map(({ id }) => id)),
    status: fc.constantFrom(...words),
    completed: fc.option(day),
    lastUpdate: fc.option(day),
  });
  const alone = (asOf: string, told: ReportedAction): ActionAssessment => {
    const actions = llrPack.actions.filter(({ id }) => id === told.action);
    return assessActions({ reported: [told], pack: { ...llrPack, actions }, asOf, dateSystem: 1900 })[0]!;
  };
  const late = ({ status }: ActionAssessment) =>
    status === "overdue" || status === "complete late" || status === "not started late";

  it("once late stays late at any later date, and never by fewer days while it is not complete", () => {
    fc.assert(
      fc.property(reported, day, fc.integer({ min: 1, max: 900 }), (told, asOf, more) => {
        const tracked = row(told.action, told);
        const [before, after] = [alone(asOf, tracked), alone(addDays(asOf, more), tracked)];
        if (!late(before)) return;
        expect(late(after)).toBe(true);
        if (after.status === before.status) expect(after.daysLate).toBeGreaterThanOrEqual(before.daysLate);
      }),
      { numRuns: 500 },
    );
  });

  it("explains itself in one sentence, with its completion date as written and as read", () => {
    fc.assert(
      fc.property(reported, day, (told, asOf) => {
        const { id, working, completion, reading } = alone(asOf, row(told.action, told));
        expect(working.startsWith(`${id}, "${completion}" ${reading}`)).toBe(true);
        expect(working).toMatch(
          /: (Complete|Complete late|On track|Due soon|Overdue|Review due|Not started late|No return|Not applicable), because .+\(.+\)\.$/,
        );
        expect(working).not.toMatch(/undefined|null|NaN/);
      }),
    );
  });
});
