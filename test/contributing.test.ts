import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const page = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");

test("every file and folder that CONTRIBUTING names is there", () => {
  const named = [...page.matchAll(/`((?:src|test|docs|scripts)\/[^`\s]*)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(40);
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
