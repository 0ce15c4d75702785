import path from "node:path";

/** The sample return that stands where no file is named. The bundle lies in build/node. */
export function sampleReturn(): string {
  return path.relative(process.cwd(), path.resolve(__dirname, "../../assets/sample-return.xlsx"));
}
