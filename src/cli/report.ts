import path from "node:path";
import { makeReport } from "../excel/job";
import { openExcel } from "../standin/index";
import { defaultOutput, readInput, sampleReturn } from "./files";
import { outcomeJson } from "./json";
import { NotDone } from "./not-done";
import { readOptions } from "./options";
import { checkOutputs } from "./outputs";
import { print } from "./print";
import { choicesOf, costOf, jsonFile, planOf, writeResult } from "./return";
import { summary } from "./summary";

/**
 * The main job: a return in, the same workbook with the report's sheets out, by the add-in's own code.
 *
 * @returns 0.
 * @throws {NotDone} for a bad file or bad usage; nothing is written.
 */
export async function report(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.files.length > 1) {
    throw new NotDone(
      `report takes one workbook in this version, and ${options.files.length} were named. Run it once for each.`,
    );
  }
  const file = options.files[0] ?? sampleReturn();
  const pack = planOf(options);
  const bytes = readInput(file);
  const output = options.out ?? defaultOutput(file);
  checkOutputs({ "--out": output, "--json": jsonFile(options) }, [file, options.plan]);
  const fileName = path.basename(file);
  const excel = await openExcel(bytes, { fileName });
  const { outcome, sheetsWritten } = await makeReport(excel.Excel, pack, choicesOf(options), { fileName });
  const workbook = { file: output, content: await excel.save() };
  excel.close();
  writeResult(options, outcomeJson(outcome, fileName, costOf(excel, sheetsWritten)), [workbook]);
  if (options.json !== "-" && !options.quiet) print(summary(outcome, sheetsWritten, output));
  return 0;
}
