import type { Use } from "./meter";

/** The way from Excel to the report. */
export const stageNames = ["reading", "understanding", "checking", "assessing", "composing", "writing"] as const;
export type StageName = (typeof stageNames)[number];

/** One stage of one workbook. */
export interface Stage extends Use {
  /** Milliseconds of processor time, the stand-in's part among them: the middle of the runs. */
  readonly time: number;
  /** Milliseconds of the first run, in which code is compiled and caches fill. */
  readonly first: number;
  /** Megabytes the process held at most in the first run, the workbook in the stand-in among them. */
  readonly peak: number;
}

export interface Measured {
  readonly stages: Readonly<Record<StageName, Stage>>;
  readonly cells: number;
  readonly figures: number;
  readonly findings: number;
  /** Milliseconds to open the file in the stand-in, which in Excel is Excel's own. */
  readonly opening: number;
  /** Megabytes the process held with the workbook open, before anything was read. */
  readonly open: number;
  /** Milliseconds of `JSON.parse` of Excel's answers to the reading, and of the snapshot made of them. */
  readonly parse: { readonly answers: number; readonly snapshot: number };
  /** Cells read one by one, and what that took. */
  readonly oneByOne: Use & { readonly cells: number; readonly time: number };
}
