import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { writeOutputs } from "../../src/cli/outputs";
import { sample, terminal, workplace } from "./workplace";

const folder = workplace();
const at = (...names: string[]) => path.join(folder, ...names);
const input = at("return.xlsx");
const plan = at("plan.json");
/** On Windows neither links nor pipes can be made without more ado. */
const onUnix = process.platform === "win32" ? test.skip : test;
const onUnixEach = process.platform === "win32" ? test.skip.each : test.each;

/** Every place below the folder, what it is, and what it holds where it is a plain file. */
function standing(below = folder): string[] {
  return readdirSync(below, { withFileTypes: true }).flatMap((each) => {
    const place = path.join(below, each.name);
    if (each.isDirectory()) return [place, ...standing(place)];
    return [each.isFile() ? `${place}: ${readFileSync(place, "base64")}` : `${place}: ${lstatSync(place).mode}`];
  });
}

beforeAll(() => {
  copyFileSync(sample, input);
  copyFileSync(path.resolve(__dirname, "../plan/fixtures/small.pack.json"), plan);
  mkdirSync(at("kept"));
  writeFileSync(at("kept", "earlier.xlsx"), "earlier");
  if (process.platform === "win32") return;
  linkSync(input, at("other-name.xlsx"));
  symlinkSync("kept", at("way"));
  symlinkSync(path.join("kept", "earlier.xlsx"), at("link.xlsx"));
  symlinkSync("nowhere", at("to-nowhere"));
  execFileSync("mkfifo", [at("pipe")]);
});

async function refused(sentence: RegExp, ...args: string[]): Promise<void> {
  const before = standing();
  const ran = await terminal(...args);
  expect(ran.error).toMatch(sentence);
  expect(ran.error.trim().split("\n")).toHaveLength(1);
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(standing()).toEqual(before);
}

describe("report writes nothing and says why where", () => {
  const out = at("kept", "new.xlsx");

  test.each([
    ["the two outputs are one", out],
    ["they are one by another way", path.relative(process.cwd(), at("kept", "..", "kept", "new.xlsx"))],
    ["they differ in capitals alone", at("kept", "NEW.xlsx")],
  ])("%s", (_, json) => refused(/--json .* and --out .* the same file/, "report", input, "--out", out, "--json", json));

  onUnixEach([
    ["they are one through a link to the folder", ["--out", out, "--json", at("way", "new.xlsx")], /the same file/],
    ["the input has another name", ["--out", at("other-name.xlsx")], /never overwritten/],
    ["the output is a link", ["--out", at("link.xlsx")], /symbolic link to kept.earlier\.xlsx.*--out/],
    ["the output is a link to nowhere", ["--out", at("to-nowhere")], /symbolic link to nowhere/],
    ["its folder is a link to nowhere", ["--out", at("to-nowhere", "r.xlsx")], /to-nowhere.*symbolic link to nowhere/],
    ["the output is a pipe", ["--out", at("pipe")], /is a pipe/],
    ["the JSON would go to a pipe", ["--out", out, "--json", at("pipe")], /is a pipe.*--json/],
  ])("%s", (_, args, sentence) => refused(sentence, "report", input, ...args));

  test.each([
    ["the JSON would replace the input", ["--out", out, "--json", input], /never overwritten.*--json/],
    ["the JSON would replace the plan", ["--plan", plan, "--out", out, "--json", plan], /never overwritten.*--json/],
    ["the output is a folder that is not there yet", ["--out", `${at("new")}/`], /is a folder/],
    ["the output has no name", ["--out", ""], /is a folder/],
    ["the name is too long for a file", ["--out", at("n".repeat(300))], /cannot be written/],
  ])("%s", (_, args, sentence) => refused(sentence, "report", input, ...args));
});

test("validate never writes over the return it checks", () =>
  refused(/never overwritten/, "validate", input, "--json", input));

onUnix("a name's control characters are not passed on to the terminal", async () => {
  const name = at("a \u001b[31m\u009b31m return.xlsx");
  copyFileSync(sample, name);
  const { out } = await terminal("validate", name);
  expect(out).toMatch(/a +\[31m 31m return\.xlsx: /);
  expect(out).not.toMatch(/[^\P{Cc}\n]/u);
});

onUnix("a pipe is not read, which could wait for ever", async () => {
  await refused(/is a pipe, not a workbook/, "validate", at("pipe"));
  await refused(/is a pipe, not a plan pack/, "validate", input, "--plan", at("pipe"));
});

test("template keeps its file in out/ whatever a plan calls the organisation", async () => {
  const pack = JSON.parse(readFileSync(plan, "utf8"));
  const hostile = at("hostile.json");
  pack.organisations[0].shortName = "../../away";
  writeFileSync(hostile, JSON.stringify(pack));
  const here = process.cwd();
  process.chdir(folder);
  try {
    const code = pack.organisations[0].code;
    const ran = await terminal("template", "--plan", hostile, "--organisation", code, "--period", "2024/25");
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(readdirSync(at("out"))).toEqual(["..-..-away green plan return 2024-25.xlsx"]);
  } finally {
    process.chdir(here);
  }
});

describe("writing", () => {
  test("replaces what is there and leaves nothing beside it", () => {
    writeOutputs([{ file: at("kept", "earlier.xlsx"), content: "later" }]);
    expect(readdirSync(at("kept"))).toEqual(["earlier.xlsx"]);
    expect(readFileSync(at("kept", "earlier.xlsx"), "utf8")).toBe("later");
  });

  test("that fails at the second file leaves the first as it was, and no half file", () => {
    const first = at("kept", "earlier.xlsx");
    const second = path.join(first, "below-a-file.json");
    const write = () => writeOutputs([first, second].map((file) => ({ file, content: "half" })));
    expect(write).toThrow(/below-a-file\.json could not be written/);
    expect(readdirSync(at("kept"))).toEqual(["earlier.xlsx"]);
    expect(readFileSync(first, "utf8")).not.toBe("half");
  });

  onUnix("leaves a link alone that came after the check", () => {
    expect(() => writeOutputs([{ file: at("link.xlsx"), content: "x" }])).toThrow(/could not be written/);
    expect(lstatSync(at("link.xlsx")).isSymbolicLink()).toBe(true);
    expect(existsSync(at("kept", "earlier.xlsx"))).toBe(true);
  });
});
