import { formatQuantity, periodWords, sentenceCase, figureName } from "../../plan/wording";
import type { Assessment, SpcReading } from "../../assessment/assessment";
import type { ReportSource } from "../source/source";
import { WIDTHS, type ChartPages } from "./place";

type Charted = Assessment & { readonly spc: SpcReading };

/** Variation in Making Data Count's sense, as a word and what it means. */
const variationWords: Readonly<Record<SpcReading["variation"], string>> = {
  "common cause": "Common cause: no significant change",
  improvement: "Special cause: improvement",
  concern: "Special cause: concern",
  "special cause": "Special cause, neither better nor worse",
};

const assuranceWords = {
  P: "Passes the target consistently",
  F: "Fails the target consistently",
  "?": "Passes and fails the target by chance",
} as const;

/**
 * What control limits say of monthly and quarterly figures, where ten or more were reported; yearly
 * figures have none. Nothing is written where no series has so many.
 */
export function controlLimitsTable(pages: ChartPages, source: ReportSource): void {
  const rows = source.outcome.assessments
    .filter((row): row is Charted => row.spc !== undefined && row.spc !== null)
    .sort((a, b) => source.byPlan(a, b));
  if (rows.length === 0) return;
  const special = rows.filter(({ spc }) => spc.variation !== "common cause");
  pages.heading(
    "Control limits of monthly and quarterly figures (XmR, as Making Data Count draws them)",
    special.map((row) => sentence(source, row)),
    rows.length * 3 + 1,
  );
  pages.layout.gap();
  pages.layout.table<Charted>({
    name: "GreenPlan_ControlLimits",
    items: rows,
    columns: [
      {
        header: "Figure",
        width: WIDTHS.name,
        cell: ({ organisation, metric }) =>
          `${source.organisation(organisation)}: ${source.metric(metric)?.title ?? metric}`,
      },
      { header: "Last figure of", width: WIDTHS.figure, cell: (row) => lastOf(row) },
      { header: "Mean", width: WIDTHS.figure, format: "figure", cell: ({ spc }) => spc.mean },
      { header: "Lower limit", width: WIDTHS.figure, format: "figure", cell: ({ spc }) => spc.lower },
      { header: "Upper limit", width: WIDTHS.figure, format: "figure", cell: ({ spc }) => spc.upper },
      { header: "Variation", width: WIDTHS.note, cell: ({ spc }) => variationWords[spc.variation] },
      // What it says of the target, and from how many figures, runs on over the free columns beside it.
      {
        header: "Assurance and note",
        width: 12,
        wrap: false,
        cell: ({ spc }) => `${assuranceOf(spc)}; ${noteOf(spc)}`,
      },
    ],
    unit: ({ unit }) => unit,
  });
}

function lastOf({ spc }: Charted): string {
  return periodWords(spc.last);
}

function assuranceOf({ assurance }: SpcReading): string {
  return assurance === null ? "[z] no fixed target for a month or quarter" : assuranceWords[assurance];
}

function noteOf({ points, trial, since }: SpcReading): string {
  const from = since === null ? "" : ` from ${periodWords(since)} on, as decided on the settings sheet`;
  return `${points} figures${from}${trial ? "; trial limits, fewer than 13 figures" : ""}`;
}

function sentence(source: ReportSource, row: Charted): string {
  const { spc, unit } = row;
  const { pack } = source.outcome;
  const subject = sentenceCase(figureName(pack, row));
  const limits = `limits of ${formatQuantity(spc.lower, unit)} and ${formatQuantity(spc.upper, unit)}`;
  return `${subject}: ${variationWords[spc.variation].toLowerCase()} in ${periodWords(spc.last)}, about a mean of ${formatQuantity(spc.mean, unit)} with ${limits}.`;
}
