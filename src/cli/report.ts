import { runExcel } from "../excel/run";
import { writeReport } from "../excel/write";
import { reportBook } from "../report/book";
import { checkOutput, defaultOutput, readInput, writeOutput } from "./files";
import { outcomeJson } from "./json";
import { NotDone } from "./notDone";
import { readOptions } from "./options";
import { openReturn, planOf, writeJson } from "./return";
import { sampleReturn } from "./sample";
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
  checkOutput(output, file);
  if (options.json !== null && options.json !== "-") checkOutput(options.json, file);
  const opened = await openReturn(file, bytes, pack, options);
  const book = reportBook(opened.outcome);
  const { sheetsWritten } = await runExcel(opened.excel.Excel, (context) => writeReport(context, book));
  writeOutput(output, await opened.excel.save());
  await opened.excel.close();
  writeJson(options, outcomeJson(opened.outcome, opened.fileName, opened.cost(sheetsWritten)));
  if (options.json !== "-" && !options.quiet) process.stdout.write(summary(opened.outcome, sheetsWritten, output));
  return 0;
}
