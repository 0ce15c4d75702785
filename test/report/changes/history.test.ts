import { changed, nextYear, run, wholeReturn } from "./kit";

test("look", () => {
  const one = run(wholeReturn, null, { today: "2026-11-01" });
  console.log(one.said.join("\n"));
  const two = run(changed(changed(wholeReturn, "LPT", 1, 3, 10_000), "Actions", 1, 3, "Complete"), one.history(), {
    today: "2026-11-02",
  });
  console.log(two.said.join("\n"));
  const three = run(nextYear({ uhl: 50_000 }), two.history(), { today: "2026-12-02" });
  console.log(
    three.said.join("\n"),
    three
      .rows("GreenPlan_FiguresMoved")
      .map((r) => JSON.stringify([...r.values()]))
      .join("\n"),
  );
  console.log(
    three
      .rows("GreenPlan_Reports")
      .map((r) => JSON.stringify([...r.values()]))
      .join("\n"),
  );
});
