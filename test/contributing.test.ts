import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");
const page = read("CONTRIBUTING.md");

test.each([
  ["CONTRIBUTING.md", 40],
  ["docs/security.md", 20],
])("every file and folder that %s names is there", (name, atLeast) => {
  const named = [...read(name).matchAll(/`((?:src|test|docs|scripts)\/[^`\s]*)`/g)].map(([, place = ""]) => place);
  expect(named.length).toBeGreaterThan(atLeast);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test("the table of folders has them all, and each is begun at a file it holds", () => {
  const rows = [...page.matchAll(/^\| `(src\/[a-z-]+\/)`.*\| ([^|]+) \|$/gm)];
  const places = rows.flatMap(([, folder = "", starts = ""]) =>
    [...starts.matchAll(/`([^`]+)`/g)].map(([, start = ""]) => `${folder}${start}`),
  );
  expect(places.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  const folders = readdirSync(path.join(root, "src"), { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(rows.map(([, folder]) => folder).sort()).toEqual(folders.map(({ name }) => `src/${name}/`).sort());
});

test("every file that the security page names is there", () => {
  const security = readFileSync(path.join(root, "docs/security.md"), "utf8");
  const named = [...security.matchAll(/`((?:src|test|docs|scripts)\/[^`\s]*)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
