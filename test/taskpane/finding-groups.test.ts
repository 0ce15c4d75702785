import { groupsOf, mendsLike } from "../../src/taskpane/views/findings/finding-groups";
import type { Explained } from "../../src/validation/checking/explanations";
import type { CellChange, Finding, Severity } from "../../src/validation/finding";

const change = (address: string, after: number): CellChange => ({ sheet: "UHL", address, before: 1, after });

function found(severity: Severity, kind: string | null, ...changes: CellChange[]): Finding {
  return {
    code: "DQ04",
    rule: "unit-slip",
    severity,
    cells: ["UHL!C7"],
    label: null,
    metric: null,
    organisation: null,
    period: null,
    message: "",
    why: "",
    mend: kind === null ? null : { label: "", kind, changes },
    key: "",
    figure: null,
  };
}

const said = (finding: Finding, state: Explained["state"] = "unexplained"): Explained => ({
  finding,
  explanation: null,
  state,
  lacks: null,
});

test("errors come first, then warnings to explain, then those explained, then information; empty groups are left out", () => {
  const all = [
    said(found("info", null)),
    said(found("warning", null), "explained"),
    said(found("warning", null), "stale"),
  ];
  expect(groupsOf([...all, said(found("error", null))]).map(({ id }) => id)).toEqual([
    "errors",
    "toExplain",
    "explained",
    "information",
  ]);
  expect(groupsOf(all).map(({ id, found }) => [id, found.length])).toEqual([
    ["toExplain", 1],
    ["explained", 1],
    ["information", 1],
  ]);
});

test("mends of one kind are gathered with each cell once, the worst finding having it, and no mend of another kind", () => {
  const one = found("error", "unit", change("C7", 10), change("C8", 20));
  const two = found("warning", "unit", change("C8", 99), change("C9", 30));
  const other = found("warning", "label", change("D1", 1));
  const all = mendsLike(one.mend!, [one, other, two, found("error", null)]);
  expect(all.findings).toEqual([one, two]);
  expect(all.changes).toEqual([change("C7", 10), change("C8", 20), change("C9", 30)]);
});
