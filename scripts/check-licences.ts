import { readFileSync } from "node:fs";
import { type LockedPackage, licenceFaults } from "./licences";

/** Every package of package-lock.json has a licence that we may publish with. */
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const faults = licenceFaults(packages);
faults.forEach((fault) => console.error(fault));
if (faults.length === 0) console.log(`${Object.keys(packages).length - 1} packages, each with a licence on the list.`);
process.exitCode = faults.length > 0 ? 1 : 0;
