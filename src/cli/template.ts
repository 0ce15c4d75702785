import path from "node:path";
import { runExcel } from "../excel/host/run";
import { writeTemplate } from "../excel/write/template";
import { periodOf } from "../plan/time/periods";
import { openExcel } from "../standin/index";
import { NotDone } from "./not-done";
import { readOptions } from "./options";
import { checkOutputs, writeOutputs } from "./outputs";
import { print } from "./print";
import { planOf } from "./return";

const usage =
  "Say whose return and for which year, for example: npm run template -- --organisation RWE --period 2025/26. --out names the file.";

/** An empty return for an organisation and a year, ready to fill in. @throws {NotDone} for bad usage. */
export async function template(args: string[]): Promise<number> {
  const options = readOptions(args);
  const [code, ...others] = options.organisations;
  if (code === undefined || others.length > 0 || options.period === null || options.files.length > 0)
    throw new NotDone(usage);
  if (options.json !== null || options.asOf !== null)
    throw new NotDone("template judges nothing and writes no JSON, so --as-of and --json have no meaning here.");
  const pack = planOf(options);
  const organisation = pack.organisations.find((each) => each.code === code);
  const period = periodOf(options.period);
  if (!organisation || !period) throw new NotDone(usage);
  const name = `${organisation.shortName} green plan return ${period.label}.xlsx`;
  // A plan pack may hold any name; the file lies in out/ all the same.
  const output = options.out ?? path.join("out", name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-"));
  checkOutputs({ "--out": output }, [options.plan]);
  const excel = await openExcel();
  await runExcel(excel.Excel, (context) => writeTemplate(context, { pack, organisation, period }));
  writeOutputs([{ file: output, content: await excel.save() }]);
  excel.close();
  if (!options.quiet) print(`Wrote ${output}\n`);
  return 0;
}
