import type { Model } from "@ironcalc/wasm";

type Module = typeof import("@ironcalc/wasm");

/** In a browser the bundler serves the engine's file; in Node it is read from the package. */
async function load(): Promise<Module> {
  const nodes = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:module");
  if (!nodes) {
    const module = await import("@ironcalc/wasm");
    await module.default();
    return module;
  }
  // Node's own loader, not a test runner's: the package is an ES module and reads import.meta.
  const require = nodes.createRequire(`${__dirname}/engine.js`);
  const module = require("@ironcalc/wasm") as Module;
  const bytes = process.getBuiltinModule("node:fs").readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm"));
  module.initSync({ module: bytes });
  return module;
}

let loading: Promise<Module> | null = null;

/** Set once the engine has crashed: its memory cannot be trusted for the rest of the process. */
let broken = false;

/** The calculation engine, loaded once. */
export async function engine(): Promise<Calculator> {
  loading ??= load();
  return new Calculator(await loading);
}

/** What the engine makes of one formula. */
export type Outcome = { readonly kind: "number" | "text" | "boolean" | "error"; readonly text: string };

const kinds: Readonly<Record<number, Outcome["kind"]>> = { 1: "number", 2: "text", 4: "boolean", 16: "error" };

const known = new Map<string, boolean>();

export class Calculator {
  constructor(private readonly module: Module) {}

  get broken(): boolean {
    return broken;
  }

  /** True where the engine has this function: it writes back in small letters what it does not know. */
  has(name: string): boolean {
    const before = known.get(name);
    if (before !== undefined) return before;
    const model = this.model();
    model.setUserInput(0, 1, 1, `=${name}()`);
    const has = model.getCellContent(0, 1, 1) === `=${name}()`;
    model.free();
    known.set(name, has);
    return has;
  }

  /** An empty sheaf of sheets with these names, each with a second one to read exact numbers from. */
  sheaf(names: readonly string[]): Sheaf {
    return new Sheaf(this.model(), names);
  }

  private model(): Model {
    return new this.module.Model("book", "en", "UTC", "en");
  }
}

const readout = (index: number): string => `zz readout ${index}`;

/**
 * The cells of one calculation. The engine shows numbers to nine digits; joined to an empty text it gives
 * every digit a number has, so each formula has a twin on a second sheet that does so.
 */
export class Sheaf {
  readonly #sheets: number;

  constructor(
    private readonly model: Model,
    names: readonly string[],
  ) {
    this.#sheets = names.length;
    model.pauseEvaluation();
    for (let i = 1; i < names.length * 2; i++) model.newSheet();
    const all = [...names, ...names.map((_, i) => readout(i))];
    all.forEach((_, i) => model.renameSheet(i, `zz passing ${i}`));
    all.forEach((name, i) => model.renameSheet(i, name));
  }

  /** Rows and columns count from 0, here and below. */
  setValue(sheet: number, row: number, column: number, input: string): void {
    this.model.setUserInput(sheet, row + 1, column + 1, input);
  }

  setFormula(sheet: number, row: number, column: number, formula: string, twin: string): void {
    this.model.setUserInput(sheet, row + 1, column + 1, formula);
    this.model.setUserInput(sheet + this.#sheets, row + 1, column + 1, twin);
  }

  /** @throws RangeError when the engine runs out of stack; it cannot be used again. */
  evaluate(): void {
    try {
      this.model.evaluate();
    } catch (error) {
      broken = true;
      throw error;
    }
  }

  read(sheet: number, row: number, column: number): Outcome {
    const kind = kinds[this.model.getCellType(sheet, row + 1, column + 1)] ?? "error";
    return { kind, text: this.model.getFormattedCellValue(sheet + this.#sheets, row + 1, column + 1) };
  }

  /** True where the result is more than one cell. */
  spills(sheet: number, row: number, column: number): boolean {
    const shape = this.model.getCellArrayStructure(sheet, row + 1, column + 1);
    if (typeof shape === "string") return false;
    if ("DynamicAnchor" in shape) return shape.DynamicAnchor.some((size) => size > 1);
    return true;
  }

  free(): void {
    if (!broken) this.model.free();
  }
}
