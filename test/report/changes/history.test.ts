import { bookOf } from "./kit";

test("look", async () => {
  const book = await bookOf();
  let t = Date.now();
  const lap = (w: string) => {
    console.log(w, Date.now() - t);
    t = Date.now();
  };
  await book.report({ today: "2026-11-01" });
  lap("1");
  console.log((await book.page()).join("\n"));
  console.log((await book.rows("GreenPlan_Reports")).map((r) => JSON.stringify([...r.values()])).join("\n"));
  console.log(
    (await book.rows("GreenPlan_Reported"))
      .slice(0, 3)
      .map((r) => JSON.stringify([...r.values()]))
      .join("\n"),
  );
  await book.type("LPT", "D2", 10_000);
  await book.type("Actions", "D2", "Complete");
  await book.write("GreenPlan_Reports", 1, "Label", "Board, 12 December 2026");
  t = Date.now();
  await book.report({ today: "2026-11-02" });
  lap("2");
  console.log((await book.page()).join("\n"));
  console.log((await book.rows("GreenPlan_Reports")).map((r) => JSON.stringify([...r.values()])).join("\n"));
  console.log((await book.rows("GreenPlan_Reported")).length);
  await book.report({ today: "2026-11-02" });
  console.log((await book.rows("GreenPlan_Reports")).map((r) => JSON.stringify([...r.values()])).join("\n"));
  lap("3");
});
