import { formatQuantity, metricName, periodWords, possessive, sentenceCase } from "../../plan/wording";
import type { Assessment, SpcReading } from "../../assessment/assessment";
import type { SheetLayout } from "../layout/layout";
import type { ReportSource } from "../source/source";

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
export function controlLimitsTable(layout: SheetLayout, source: ReportSource): void {
  const rows = source.outcome.assessments
    .filter((row): row is Charted => row.spc !== undefined && row.spc !== null)
    .sort((a, b) => source.byPlan(a, b));
  if (rows.length === 0) return;
  layout.heading("Control limits of monthly and quarterly figures (XmR, as Making Data Count draws them)");
  for (const row of rows.filter(({ spc }) => spc.variation !== "common cause")) layout.paragraph(sentence(source, row));
  layout.gap();
  layout.table<Charted>({
    name: "GreenPlan_ControlLimits",
    items: rows,
    columns: [
      { header: "Organisation", width: 13.5, cell: ({ organisation }) => source.organisation(organisation) },
      { header: "Metric", width: 14, cell: ({ metric }) => source.metric(metric)?.title ?? metric },
      { header: "Last figure of", width: 14, cell: (row) => lastOf(row) },
      { header: "Mean", width: 14, format: "figure", cell: ({ spc }) => spc.mean },
      { header: "Lower limit", width: 14, format: "figure", cell: ({ spc }) => spc.lower },
      { header: "Upper limit", width: 14, format: "figure", cell: ({ spc }) => spc.upper },
      { header: "Variation", width: 16, cell: ({ spc }) => variationWords[spc.variation] },
      { header: "Assurance", width: 16, cell: ({ spc }) => assuranceOf(spc) },
      { header: "Note", width: 30, cell: ({ spc }) => noteOf(spc) },
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
  const subject = `${sentenceCase(possessive(source.organisation(row.organisation)))} ${metricName(pack, row.metric)}`;
  const limits = `limits of ${formatQuantity(spc.lower, unit)} and ${formatQuantity(spc.upper, unit)}`;
  return `${subject}: ${variationWords[spc.variation].toLowerCase()} in ${periodWords(spc.last)}, about a mean of ${formatQuantity(spc.mean, unit)} with ${limits}.`;
}
