import type { Result, ToolRecord } from "./record";
import { table } from "./table";

/** A tool's part of docs/quality.md: what its figures mean. The figures are in its record. */
interface Section {
  readonly tool: string;
  readonly title: string;
  /** What was done, and what must not happen. */
  readonly about: string;
  /** What each of its ratios and columns says. */
  readonly meaning: readonly string[];
  /** In place of one table. */
  readonly body?: (results: readonly Result[]) => string;
}

const sections: readonly Section[] = [
  {
    tool: "fuzz",
    title: "Workbooks made wrong",
    about:
      "Real workbooks are changed at random, from a seed: their cells, the XML of their parts, the zip file around them. Each is opened in the stand-in for Excel, checked, reported on, saved and opened again, in a process of its own. Never may there be an error without a plain sentence, more than 10 seconds of processor time, more than 1.5 GB, a formula on our sheets that came from data, a changed part of the user’s, or a change of the language’s own objects.",
    meaning: [
      "**refused on opening**, **refused**: one plain sentence said why, and nothing was written.",
      "**nothing understood**: the workbook was read and held nothing of the plan, which was said.",
      "**done**: the report was written and every part of the user’s was the same afterwards, byte for byte.",
      "**failed**: something happened that must not. `npm run fuzz -- --seed SEED --only NUMBER` makes the same workbook again.",
    ],
  },
  {
    tool: "faults",
    title: "Excel failing",
    about:
      "Each request of each scene (a check, a report, a refresh, a mend, an explanation, a decision) is made to fail in turn, before, after and half-way, with each of Office’s codes, and Stop is pressed at each step. Afterwards the scene is run again without a fault.",
    meaning: [
      "**tried**: the faults made, one a run. **stopped**: those that ended the run; the others came where there was nothing left to do.",
      "**wrong**: runs after which a cell of the user’s had changed, a word that people wrote was missing, or the next run did not end as one that never failed.",
    ],
  },
  {
    tool: "soak",
    title: "One page, many rounds",
    about:
      "In one process, over one workbook: check, an edit, the check after it, report, explanation, mend, undo. What is in use is measured after garbage is collected.",
    meaning: [
      "**memory, MB a round**: the slope of a straight line through the rounds after the first quarter, in which caches fill. Nought is what is hoped for; the tool names the slope at which it fails.",
      "**handlers, references kept, sheets, names**: the same number at the end as at the beginning means that nothing is left behind by a round.",
    ],
  },
  {
    tool: "bench",
    title: "Time, requests and memory",
    about:
      "The way from Excel to the report in its stages, for a small return, for published ones where they are at hand, and for made-up ones of 200,000 and 1,000,000 cells (`test/bench/large-return.ts`). In a national collection one row in ten is of the plan’s trusts; in a dense return all are. Each workbook has a process of its own.",
    meaning: [
      "**milliseconds**: processor time of the whole process, the collector of garbage among it, the middle of the runs; **the first time**: of the first run, in which code is compiled and caches fill, as a person meets it.",
      "**of it the stand-in’s**: the time that the stand-in for Excel took for its answers. It is not ours, and says nothing of Excel, which has its own.",
      "**requests**: calls to Excel, each of which costs a round trip of some milliseconds on a desktop and tens to hundreds on the web, which no figure here holds. **MB**: what went both ways.",
      "**peak MB**: the most the process held in that stage, with the workbook in the stand-in, the compiler of the sources and everything before it. The line of the opening shows what was there before we began.",
      "**times JSON.parse**: our time, without the stand-in’s, beside `JSON.parse` of the same payload: for the reading Excel’s answers, for the understanding and the checking the workbook as they are given it. No program that gets a workbook as text can be faster than 1; the ratio is left out of small workbooks, where it would show only what a workbook of any size costs.",
      "**times the reading**: a loop that asks for each cell by itself, as most samples do, beside our reading of the whole workbook. It is run on a part and reckoned up in proportion to the cells. Most of its cost in Excel is the round trips, one a cell, which the stand-in does not have: the ratio is a lower bound, the requests tell the rest.",
    ],
    body: byWorkbook,
  },
  {
    tool: "recheck",
    title: "The check after an edit",
    about: "A return of 200,000 cells, checked again after one edited cell.",
    meaning: [
      "**as a share of the whole**: the check after an edit beside a check of everything. Below 1 is what reading only the edited cells gains.",
    ],
  },
  {
    tool: "trajectory",
    title: "Trajectories",
    about: "All the figures a plan could have, assessed in one call, and the same with twice as many.",
    meaning: ["A ratio of 2 for twice as many is in proportion; more grows faster than what is assessed."],
  },
  {
    tool: "accuracy",
    title: "Mistakes found",
    about:
      "Made-up returns with one known mistake each, and some with none; [validation-accuracy.md](validation-accuracy.md) has them kind by kind.",
    meaning: [
      "**recall**: the share of mistakes that the rule told that should, with their cell. **precision**: the share of errors and warnings that were true. Layouts and mistakes are those we thought of, so both are upper bounds.",
    ],
  },
];

/** docs/quality.md, from what the tools kept. */
export function qualityPage(records: ReadonlyMap<string, ToolRecord>): string {
  return `${[
    "# What was tried, and what it showed",
    "Every number on this page was written by the tool named below it, into `test/quality/`; `npm run quality` makes the page of them. A tool that is run with `--record` puts its new figures in the place of the old. No Excel runs on a build machine: what stands for it is the stand-in of `src/standin/`, which answers Microsoft’s own client.",
    ...sections.map((section) => sectionText(section, records.get(section.tool))),
  ].join("\n\n")}\n`;
}

function sectionText({ tool, title, about, meaning, body = table }: Section, kept: ToolRecord | undefined): string {
  const head = [`## ${title}`, about];
  if (kept === undefined) return [...head, `Not kept yet: \`${scriptOf(tool)} --record\`.`].join("\n\n");
  const { command, date, machine, results } = kept;
  const made = `Made by \`${command}\` on ${date}; ${machine}.`;
  return [...head, meaning.map((each) => `- ${each}`).join("\n"), body(results), made].join("\n\n");
}

const scriptOf = (tool: string): string =>
  ["accuracy", "recheck", "trajectory"].includes(tool) ? `npm run bench -- --only ${tool}` : `npm run ${tool} --`;

function byWorkbook(results: readonly Result[]): string {
  const titles = [...new Set(results.map(({ workbook }) => String(workbook)))];
  const each = titles.map((title) => {
    const own = results.filter(({ workbook }) => workbook === title).map(({ workbook: _, ...others }) => others);
    return `### ${title[0]?.toUpperCase() ?? ""}${title.slice(1)}\n\n${table(own)}`;
  });
  return ["### At a glance", table(titles.map((title) => glance(title, results))), ...each].join("\n\n");
}

/** What a workbook's table comes to. */
function glance(title: string, results: readonly Result[]): Result {
  const own = results.filter(({ workbook }) => workbook === title);
  const of = (stage: string, figure: string) => own.find((each) => String(each["stage"]).startsWith(stage))?.[figure];
  const seconds = (stage: string) => Number(of(stage, "milliseconds") ?? 0) / 1000;
  const check = seconds("understanding") + seconds("checking") + seconds("assessing");
  return {
    workbook: title,
    "reading, s": rounded(seconds("reading")),
    "understanding, checking, assessing, s": rounded(check),
    "composing and writing, s": rounded(seconds("composing") + seconds("writing")),
    "requests to read": of("reading", "requests") ?? null,
    "checking, times JSON.parse": of("checking", "times JSON.parse") ?? null,
    "cell by cell, times the reading": of("cell by cell", "times the reading") ?? null,
    "requests cell by cell": of("cell by cell", "requests") ?? null,
    "peak MB": Math.max(...own.map((each) => Number(each["peak MB"] ?? 0))),
  };
}

const rounded = (value: number): number => Number(value.toFixed(2));
