import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Workbooks as LibreOffice calculates every formula of theirs anew: an oracle that shares no code with ours.
 *
 * @param files their bytes by names of plain letters
 * @throws Error where LibreOffice is not there, or does not open one
 */
export function recalculated(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), "green-plan-"));
  try {
    const settings = path.join(folder, "profile", "user");
    mkdirSync(settings, { recursive: true });
    writeFileSync(path.join(settings, "registrymodifications.xcu"), alwaysRecalculate);
    const inputs = [...files].map(([name, bytes]) => {
      const input = path.join(folder, `${name}.xlsx`);
      writeFileSync(input, bytes);
      return input;
    });
    const args = [
      `-env:UserInstallation=file://${path.dirname(settings)}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      path.join(folder, "out"),
      ...inputs,
    ];
    execFileSync("soffice", args, { stdio: "pipe", timeout: 60_000 + 20_000 * files.size });
    return new Map([...files.keys()].map((name) => [name, outputOf(folder, name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(folder: string, name: string): Uint8Array {
  const output = path.join(folder, "out", `${name}.xlsx`);
  if (!existsSync(output)) throw new Error(`LibreOffice did not open ${name}.xlsx.`);
  return new Uint8Array(readFileSync(output));
}

const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;
