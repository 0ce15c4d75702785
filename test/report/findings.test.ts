import { outcomeJson } from "../../src/cli/json";
import { reportBook } from "../../src/report/book/book";
import { readiness } from "../../src/validation/checking/readiness";
import { exampleOutcome } from "./outcome";

/** An explanation that will not do: said once on the Findings sheet and once in the JSON, counted with its warning. */
describe("a warning explained with “OK”", () => {
  const plain = exampleOutcome();
  const warning = plain.findings.find(({ severity }) => severity === "warning")!;
  const explanations = [
    { key: warning.key, who: "A. Patel", when: "2025-05-01", text: "OK", figure: warning.figure },
  ] as const;
  const outcome = exampleOutcome({ explanations });

  it("has EX01 beneath it on the Findings sheet", () => {
    const table = reportBook(outcome)
      .sheets.flatMap(({ tables }) => tables)
      .find(({ name }) => name === "GreenPlan_Findings")!;
    const references = table.rows.map((row) => row[table.columns.findIndex(({ header }) => header === "Reference")]);
    const at = references.indexOf(warning.key);
    expect(references[at + 1]).toBe(`EX01|${warning.key}`);
  });

  it("has EX01 after it in the JSON", () => {
    const { findings } = outcomeJson(outcome, "return.xlsx", {
      requests: 0,
      bytesSent: 0,
      bytesReceived: 0,
      sheetsWritten: [],
    });
    const at = findings.findIndex(({ key }) => key === warning.key);
    expect(findings[at + 1]).toMatchObject({ code: "EX01", severity: "warning", cells: warning.cells });
    expect(findings[at + 1]?.message).toContain("“OK” explains nothing");
    expect(findings.filter(({ code }) => code === "EX01")).toHaveLength(1);
  });

  it("is one warning to explain, as it was", () => {
    const count = (given: typeof plain) => readiness(given).warningsToExplain;
    expect(count(outcome)).toBe(count(plain));
  });
});
