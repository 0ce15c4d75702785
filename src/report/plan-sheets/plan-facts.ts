import type { Clause, Commitment, Objective, Pack, Priority, RoadmapStep } from "../../plan/schema";
import { checkRegional } from "../../validation/checking/regional";
import { freshnessLine, type Freshness } from "../kept/freshness";
import { SheetLayout, type ColumnOf, type InRow } from "../layout/layout";
import type { ReportCell, ReportSheet } from "../sheet";
import { shorthandLine, type ReportSource } from "../source/source";
import { ClauseWords } from "../words/clause-words";

/**
 * What the plan says besides its targets and numbered actions, each with what answers it and what the return shows of
 * it; then the plan's own tables of regions. Null for a plan that says nothing of the kind.
 */
export function planFacts(source: ReportSource, freshness: Freshness): ReportSheet | null {
  const { pack } = source.outcome;
  const layout = new SheetLayout(
    "plan-facts",
    source.names["plan-facts"],
    "What else the plan says, and what answers it",
    "",
  );
  layout.paragraph(freshnessLine(freshness), "headline");
  layout.paragraph(
    `In our own words. Figures are the latest of each organisation asked, as at ${source.asOf}. Nothing here is counted on the board: that counts targets and numbered actions.`,
  );
  layout.paragraph(shorthandLine);
  const words = new ClauseWords(source.outcome, source.doubts);
  objectives(layout, pack, words);
  roadmap(layout, source, words);
  priorities(layout, source, words);
  commitments(layout, source, words);
  regions(layout, pack);
  const holds = partsOf(pack);
  if (holds.length === 0) return null;
  layout.describe(`${holds.join(", ")}.`);
  return layout.finish(source.furniture());
}

function partsOf({ objectives, supplierRoadmap, priorities, commitments, regional }: Pack): string[] {
  return [
    ...(objectives.length > 0 ? ["the plan’s aims"] : []),
    ...(supplierRoadmap.length > 0 ? ["dates for suppliers"] : []),
    ...(priorities.length > 0 ? ["priorities set for it"] : []),
    ...(commitments.length > 0 ? ["commitments without a number"] : []),
    ...(regional.length > 0 ? ["its tables of regions"] : []),
  ];
}

const WIDTHS = { first: 20, says: 46, answers: 36, shows: 44, where: 20 } as const;

/** The columns that all tables of clauses share, after their first. */
function clauseColumns<T extends Clause>(
  first: ColumnOf<T>,
  says: string,
  words: ClauseWords,
  shown: (clause: T) => string = (clause) => words.shown(clause),
): ColumnOf<T>[] {
  return [
    first,
    { header: says, width: WIDTHS.says, cell: ({ text }) => text },
    { header: "Answered by", width: WIDTHS.answers, cell: (clause) => words.answeredBy(clause) },
    { header: "What this return shows", width: WIDTHS.shows, cell: shown },
    { header: "Where in the plan", width: WIDTHS.where, cell: ({ source }) => source },
  ];
}

function objectives(layout: SheetLayout, { objectives: items }: Pack, words: ClauseWords): void {
  if (items.length === 0) return;
  layout.heading("Vision, aims and communication; which actions serve them is our reading");
  layout.table({
    name: "GreenPlan_Objectives",
    items,
    columns: clauseColumns<Objective>({ header: "Part", width: WIDTHS.first, cell: ({ set }) => set }, "Aim", words),
  });
}

function roadmap(layout: SheetLayout, { outcome: { pack, asOf }, asOf: day }: ReportSource, words: ClauseWords): void {
  const items = pack.supplierRoadmap;
  if (items.length === 0) return;
  layout.heading("Net zero supplier roadmap: what suppliers must do by when");
  layout.table({
    name: "GreenPlan_Suppliers",
    items,
    columns: clauseColumns<RoadmapStep>(
      { header: "When", width: WIDTHS.first, cell: ({ as }) => as },
      "What must be done",
      words,
      (step) => `${step.date > asOf ? `Not in force on ${day}. ` : ""}${words.shown(step)}`,
    ),
  });
}

function priorities(layout: SheetLayout, source: ReportSource, words: ClauseWords): void {
  const items = source.outcome.pack.priorities;
  if (items.length === 0) return;
  layout.heading("Priorities set for the plan from outside it");
  layout.table({
    name: "GreenPlan_Priorities",
    items,
    columns: clauseColumns<Priority>(
      { header: "Area", width: WIDTHS.first, cell: ({ area }) => source.area(area) },
      "Priority",
      words,
      (priority) => words.shown(priority, priority.askedOf),
    ),
  });
}

function commitments(layout: SheetLayout, source: ReportSource, words: ClauseWords): void {
  const items = source.outcome.pack.commitments;
  if (items.length === 0) return;
  layout.heading("Commitments without an action’s number, outside all counts");
  layout.table({
    name: "GreenPlan_Commitments",
    items,
    columns: clauseColumns<Commitment>(
      { header: "Area", width: WIDTHS.first, cell: ({ area }) => source.area(area) },
      "Commitment",
      words,
    ),
  });
}

type RegionalTable = Pack["regional"][number];
type RegionalFigure = "base1990" | "current" | "interim" | "netZero";
interface RegionalLine {
  readonly region: string;
  readonly figure: (of: RegionalFigure, at: InRow, header: string) => ReportCell;
}

/** The plan's own tables of regions, each with the sum of its regions beside England, and what does not agree in them. */
function regions(layout: SheetLayout, pack: Pack): void {
  layout.newPage();
  pack.regional.forEach((table, index) => {
    const title = pack.metrics.find(({ id }) => id === table.metric)?.title ?? table.metric;
    layout.heading(`${title} by region, in ${table.unit} (${table.source})`);
    const first = layout.next + 1;
    const figures: readonly (readonly [RegionalFigure, string, number])[] = [
      ["base1990", "1990", WIDTHS.says],
      ["current", "Current", WIDTHS.answers],
      ["interim", `Change needed by ${table.interimBy}`, WIDTHS.shows],
      ["netZero", `Change needed by ${table.netZeroBy}`, WIDTHS.where],
    ];
    layout.table({
      name: `GreenPlan_Regions${index + 1}`,
      items: linesOf(table, first),
      columns: [
        { header: "Region", width: WIDTHS.first, cell: ({ region }) => region },
        ...figures.map(([of, header, width]): ColumnOf<RegionalLine> => ({
          header,
          width,
          format: "whole",
          cell: (line, at) => line.figure(of, at, header),
        })),
      ],
    });
  });
  contradictions(layout, pack);
}

/** @param first the sheet's row of the first region, counted from 0. */
function linesOf({ rows, england }: RegionalTable, first: number): RegionalLine[] {
  const [from, to] = [first + 1, first + rows.length];
  const stated = [...rows, { ...england, region: `${england.region}, as printed` }];
  const column = (at: InRow, header: string) => at(header).replace(/\d+$/, "");
  return [
    ...stated.map((row): RegionalLine => ({ region: row.region, figure: (of) => row[of] })),
    {
      region: "Sum of the regions",
      figure: (_, at, header) => ({ formula: `=SUM(${column(at, header)}${from}:${column(at, header)}${to})` }),
    },
    {
      region: `${england.region} less the sum`,
      figure: (_, at, header) => ({
        formula: `=${column(at, header)}${to + 1}-${column(at, header)}${to + 2}`,
      }),
    },
  ];
}

function contradictions(layout: SheetLayout, pack: Pack): void {
  if (pack.regional.length === 0) return;
  const tolerance = Math.max(...pack.regional.map((table) => table.tolerance));
  const items = [
    ...checkRegional(pack).map(({ metric, message }) => ({
      id: "sum",
      text: message,
      source: pack.regional.find((table) => table.metric === metric)?.source ?? "",
    })),
    ...pack.contradictions.filter(({ source }) => /\bTables?\b/.test(source)),
  ];
  layout.heading(`Where these tables contradict themselves; sums may be ${tolerance} out by rounding`);
  if (items.length === 0) return layout.paragraph("Nowhere that is known.");
  layout.table({
    name: "GreenPlan_RegionFaults",
    items,
    columns: [
      { header: "Note", width: WIDTHS.first, cell: ({ id }) => id },
      { header: "What it says", width: WIDTHS.says, cell: ({ text }) => text },
      { header: "Where in the plan", width: WIDTHS.answers, cell: ({ source }) => source },
    ],
  });
}
