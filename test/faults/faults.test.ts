import { calmly, codes, halfway, tried, type Disturbance, type Verdict } from "./run";
import { sampleFile, scenesOn, type Scene } from "./scenes";

/** A fixed part of `npm run faults`, which tries every code in every request. */

jest.setTimeout(240_000);

let scenes: Map<string, Scene>;
beforeAll(async () => {
  scenes = new Map((await scenesOn(sampleFile)).map((scene) => [scene.name, scene]));
});

async function verdicts(name: string, of: (requests: number) => Disturbance[]): Promise<Verdict[]> {
  const scene = scenes.get(name)!;
  const calm = await calmly(scene);
  const all: Verdict[] = [];
  for (const each of of(calm.requests)) all.push(await tried(scene, calm, each));
  return all;
}

const wrong = (all: readonly Verdict[]) => all.filter((verdict) => verdict.wrong.length > 0);

test.each(["report over words", "explain", "say what a line is", "mend"])(
  "%s: a lost answer and a dead connection at any request lose nothing people wrote",
  async (name) => {
    const all = await verdicts(name, (requests) =>
      Array.from({ length: requests }, (_, index) => index + 1).map((request) => {
        const code = codes[request % codes.length]!;
        return { fault: request % 2 === 0 ? { request, code, answerLost: true } : { request, code, forGood: true } };
      }),
    );
    expect(wrong(all)).toEqual([]);
    expect(all.filter(({ stopped }) => stopped).length).toBeGreaterThan(all.length / 3);
  },
);

test("Stop at any step of a refresh loses nothing people wrote", async () => {
  const all = await verdicts("report over words", () => [5, 7].map((stopAt) => ({ stopAt })));
  expect(wrong(all)).toEqual([]);
  expect(all.some(({ stopped }) => stopped)).toBe(true);
});

test("a refresh of another return that ends half-way, anywhere, loses none of 290 long comments", async () => {
  const scene = scenes.get("report over long words of another return")!;
  const calm = await calmly(scene);
  const all: Verdict[] = [];
  for await (const verdict of halfway(scene, calm, { first: calm.requests - 3, step: 2500, code: "GeneralException" }))
    all.push(verdict);
  expect(wrong(all)).toEqual([]);
  expect(all.length).toBeGreaterThan(3);
});

test("every code of Office gives one plain sentence that says what was changed", async () => {
  const all = await verdicts("mend", () => codes.map((code) => ({ fault: { request: 5, code } })));
  expect(wrong(all)).toEqual([]);
  expect(all.every(({ stopped }) => stopped)).toBe(true);
});
