import { findingsOf } from "../../src/validation/checking/findings-of";
import { acrossAlikeSheets } from "../../src/validation/checking/alike-sheets";
import { findingIn } from "../../src/validation/findings/candidate";
import type { Found } from "../../src/validation/checking/roots";
import { RULES } from "../../src/validation/checking/catalogue";
import type { Finding } from "../../src/validation/finding";
import type { Rule } from "../../src/validation/rules/rule";
import { cellPlace } from "../../src/snapshot/addresses";
import type { CellValue } from "../../src/snapshot/snapshot";
import { check, read, sheet, type ReturnParts } from "./kit";

/** The same form on very many sheets: what is wrong with it is said once, and no list is without an end. */

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const forms = (count: number, row: (index: number) => CellValue[][]): ReturnParts =>
  read(
    ...numbers(count).map((index) =>
      sheet(`Form ${index}`, [
        ["University Hospitals of Leicester NHS Trust"],
        ["Metric", "Unit", "2022/23", "2023/24", "2024/25"],
        ...row(index),
      ]),
    ),
  );
const ofCode = (findings: readonly Finding[], code: string) => findings.filter((each) => each.code === code);

describe("three hundred sheets alike", () => {
  const typed = (count: number) =>
    check(forms(count, () => [["Gas consumed", "kWh", "95,045,415", 95_100_000, 95_200_000]]));

  it("have one finding for what stands at one place of all of them, which names three and counts the rest", () => {
    const found = ofCode(typed(300), "DQ01");
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(
      "The like stands at the same place of 299 more sheets: Form 2, Form 3, Form 4 and 296 more.",
    );
    expect(found[0]?.cells).toHaveLength(300);
    expect(found[0]?.mend?.changes).toHaveLength(300);
  });

  it("of which there are ten, have a finding each, to be explained one by one", () => {
    expect(ofCode(typed(10), "DQ01")).toHaveLength(10);
  });

  it("with other figures in each, have one finding a metric for what they state twice", () => {
    const years = (index: number): CellValue[] => numbers(3).map((year) => 95_000_000 + 1000 * index * year);
    const findings = check(
      forms(40, (index) => [
        ["Gas consumed", "kWh", ...years(index)],
        ["Water volume", "m³", ...years(index)],
      ]),
    );
    expect(ofCode(findings, "primary-key").length).toBeLessThanOrEqual(6);
    for (const { message, figure } of findings) {
      expect(message.length).toBeLessThanOrEqual(600);
      expect(String(figure).length).toBeLessThanOrEqual(600);
    }
  });
});

describe("findings of many sheets that are one", () => {
  const [rule] = RULES as readonly [Rule, ...Rule[]];
  const found = (sheetName: string, figure: number, message = `The total on ${sheetName} is “${figure}”.`): Found => ({
    rule,
    candidate: findingIn([cellPlace(sheetName, 3, 2)], { severity: "warning", message, figure }),
  });

  it("take all figures into account, so that an explanation goes stale when one changes", () => {
    const of = (last: number) =>
      acrossAlikeSheets(numbers(12).map((index) => found(`S${index}`, index === 12 ? last : index)))[0]?.candidate
        .figure;
    expect(of(12)).toBe("1, 2, 3 and 9 more (78 in all)");
    expect(of(13)).not.toBe(of(12));
  });

  it("are told apart by their words where no metric does", () => {
    const all = numbers(12).map((index) => found(`S${index}`, index, index % 2 ? "No owner." : "No date."));
    expect(acrossAlikeSheets(all)).toHaveLength(12);
  });

  it("are left alone on one sheet", () => {
    expect(acrossAlikeSheets(numbers(40).map((index) => found("Return", index)))).toHaveLength(40);
  });
});

describe("a message with an end", () => {
  const [rule] = RULES as readonly [Rule, ...Rule[]];
  const said = (message: string, subject: string): Finding | undefined =>
    findingsOf([{ rule, candidate: findingIn([], { severity: "warning", message, subject, effect: 0 }) }])[0];

  it("is cut in its middle, and still says what to do", () => {
    const message = said(`${"So much is wrong. ".repeat(1000)}Correct whichever is wrong.`, "")?.message ?? "";
    expect(message.length).toBeLessThanOrEqual(600);
    expect(message).toMatch(/^So much is wrong\. .*… .*Correct whichever is wrong\.$/);
  });

  it("stays as it is where it is short, and so does its key", () => {
    const finding = said("The total  is wrong.", "a  b");
    expect(finding?.message).toBe("The total  is wrong.");
    expect(finding?.key).toMatch(/\|a {2}b$/);
  });

  it("has a key with an end too", () => {
    const long = "heading ".repeat(400);
    expect(said("Wrong.", long)?.key.length).toBeLessThan(300);
  });
});
