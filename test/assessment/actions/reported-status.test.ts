import { rowStatus } from "../../../src/assessment/actions/reported-status";
import { trackerRow } from "./tracker-row";

const reported = (over: Parameters<typeof trackerRow>[1]) => rowStatus(trackerRow("TT1", over), 1900);

describe("what a tracker's row says", () => {
  it("is its words first, then its colour, its percentage, its completion date", () => {
    expect(reported({ status: "Not started", rag: "Green", percent: 40 }).status).toBe("not started");
    expect(reported({ status: "see notes", rag: "Green" })).toMatchObject({
      status: "in progress",
      unknownWords: true,
    });
    expect(reported({ percent: 40 })).toMatchObject({ status: "in progress", statusFrom: "40% complete" });
    expect(reported({ percent: 0 }).status).toBe("not started");
    expect(reported({ percent: 140 }).status).toBeNull();
    expect(reported({ completed: "12/03/2024" })).toMatchObject({
      status: "complete",
      statusFrom: "its completion date",
    });
    expect(reported({})).toMatchObject({ status: null, unknownWords: false });
  });

  it("is complete where green stands beside a completion date or 100%, not where amber does", () => {
    expect(reported({ status: "Green", completed: "12/03/2024" }).status).toBe("complete");
    expect(reported({ status: "G", percent: 100 }).status).toBe("complete");
    expect(reported({ status: "Amber", completed: "12/03/2024" }).status).toBe("in progress");
    expect(reported({ status: "In progress", completed: "12/03/2024" }).status).toBe("in progress");
  });

  it("has the date written with the words where its own column has none", () => {
    expect(reported({ status: "Completed - 12/03/24" }).completed).toBe("2024-03-12");
    expect(reported({ status: "Complete (on 12 March 2024)" }).completed).toBe("2024-03-12");
    expect(reported({ status: "Completed - 12/03/24", completed: "2024-04-02" }).completed).toBe("2024-04-02");
    expect(reported({ status: "Complete - evidence filed" }).completed).toBeNull();
    expect(reported({ status: "Completed Q2 2023" }).completed).toBeNull();
  });

  it("hears trouble in the colour beside the words", () => {
    expect(reported({ status: "In progress", rag: "Red" }).trouble).toBe(true);
    expect(reported({ status: "In progress", rag: "Green" }).trouble).toBe(false);
  });

  it("never guesses a date that may be day or month first", () => {
    const row = { status: "Complete", completed: "04/05/2024", eitherWay: ["completed"] } as const;
    expect(reported(row)).toMatchObject({ completed: null, unread: ["completed"] });
  });
});
