import path from "node:path";
import { readReturn } from "../excel/job";
import { refuseNothing, type Outcome } from "../outcome";
import { openExcel } from "../standin/index";
import { listed } from "../validation/checking/explanations";
import { readiness } from "../validation/checking/readiness";
import { readInput, sampleReturn } from "./files";
import { outcomeJson } from "./json";
import { NotDone } from "./not-done";
import { readOptions } from "./options";
import { checkOutputs } from "./outputs";
import { print } from "./print";
import { choicesOf, costOf, jsonFile, planOf, writeResult } from "./return";

/**
 * The checks alone, each file by itself.
 *
 * @returns 0 when every return is ready to submit, 1 when one is not.
 * @throws {NotDone} for a bad file or bad usage; nothing is written.
 */
export async function validate(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.out !== null)
    throw new NotDone("validate writes no workbook, so --out has no meaning here. Use report for one.");
  const pack = planOf(options);
  const files = options.files.length === 0 ? [sampleReturn()] : options.files;
  const contents = files.map((file) => ({ file, bytes: readInput(file) }));
  checkOutputs({ "--json": jsonFile(options) }, [...files, options.plan]);
  const results = [];
  for (const { file, bytes } of contents) {
    const fileName = path.basename(file);
    const excel = await openExcel(bytes, { fileName });
    const outcome = await readReturn(excel.Excel, pack, choicesOf(options), { fileName });
    excel.close();
    refuseNothing(outcome);
    results.push({ file, outcome, json: outcomeJson(outcome, fileName, costOf(excel, [])) });
  }
  // One file, one object; several, a list of them in the order given.
  writeResult(options, results.length === 1 ? results[0]?.json : results.map((each) => each.json));
  if (options.json !== "-" && !options.quiet) {
    print(results.map(({ file, outcome }) => findingsText(file, outcome)).join("\n"));
  }
  return results.every(({ outcome }) => outcome.readiness === "ready") ? 0 : 1;
}

function findingsText(file: string, outcome: Outcome): string {
  const { statement, explained } = readiness(outcome);
  const lines = listed(explained).map(
    ({ finding: each }) =>
      `  ${each.severity.padEnd(7)} ${each.code.padEnd(8)} ${each.cells[0] ?? "workbook"}: ${each.message}`,
  );
  const asked = outcome.reading.notUnderstood.map(
    ({ place, reason }) => `  ${"asked".padEnd(16)} ${place.cell}: ${reason}`,
  );
  return [`${file}: ${outcome.readiness}. ${statement}.`, ...lines, ...asked, ""].join("\n");
}
