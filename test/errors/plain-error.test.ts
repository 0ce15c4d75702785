import { NotDone } from "../../src/cli/not-done";
import { sentenceFor } from "../../src/cli/run";
import { PlainError } from "../../src/errors/plain-error";
import { ExcelTrouble } from "../../src/excel/host/trouble";
import { NothingFound } from "../../src/outcome";
import { PackError } from "../../src/plan/pack";
import { WorkbookFileError } from "../../src/workbook-file/package/errors";
import { HalfDone, sentenceOf } from "../../src/taskpane/pane/work";

/** A kind of error that neither the terminal nor the pane has heard of. */
class NewTrouble extends PlainError {
  override readonly name = "NewTrouble";
}

const kinds: readonly PlainError[] = [
  new NotDone("The file is not there."),
  new NothingFound("Nothing in it could be understood."),
  new PackError([{ path: "metrics[0].id", reason: "it is there twice" }], { metrics: [{ id: "ELEC" }] }),
  new WorkbookFileError("It is not a workbook."),
  new ExcelTrouble("The sheet is protected.", "AccessDenied"),
  new HalfDone("It was written. The check after it did not work."),
  new NewTrouble("Something a later version knows."),
];

describe("an error with a sentence for the person", () => {
  test.each(kinds.map((error) => [error.name, error] as const))("is said in its own words: %s", (_, error) => {
    expect(error.message).not.toBe("");
    expect(sentenceFor(error)).toBe(error.message);
    expect(sentenceOf(error)).toBe(error.message);
  });

  test("is told from a mistake of our own, which says that it is one", () => {
    const mistake = new TypeError("x is not a function");
    expect(sentenceFor(mistake)).toMatch(/^Something went wrong in Green Plan Reporter itself: x is not a function\./);
    expect(sentenceOf(mistake)).toMatch(/^Something happened that was not expected: x is not a function/);
  });
});
