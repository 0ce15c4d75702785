import type { Assumption } from "../layout/assumptions";
import { derivationsOf } from "../../plan/metric-facts";
import { formatNumber, joinWords, organisationName, plural, possessive, sentenceCase } from "../../plan/wording";
import { formatDate } from "../../plan/time/periods";
import type { Organisation } from "../../plan/schema";
import { baseYearChecks, restatements } from "../../assessment/change/restatements";
import type { Census } from "../../returns/observation";
import { toleranceWords } from "../../decisions/tolerances";
import { SheetLayout } from "../layout/layout";
import { approvalWords } from "../words/approval-words";
import { methodRestatements, sourcesSentence } from "../words/source-words";
import { baseYearSentence, coverage, dataQuality } from "../words/sentences";
import type { ReportSheet } from "../sheet";
import { basesOf } from "../source/bases";
import { assumptionsAt, type ReportSource } from "../source/source";
import { version } from "../source/version";

/** What a reader must know to trust the report: whose figures, which plan, which assumptions, what the plan says twice and differently. */
export function notes(source: ReportSource): ReportSheet {
  const { pack } = source.outcome;
  const layout = new SheetLayout("notes", source.names.notes, "Notes: how this report was made", "");
  assumptions(layout, source.assumptions.all);
  about(layout, source);
  bases(layout, source);
  restated(layout, source);
  planNotes(layout, source);
  if (pack.changes.length > 0) changes(layout, source);
  layout.describe("assumptions the formulas use, about this report, how the plan is read, changes since the plan.");
  return layout.finish(source.furniture());
}

function assumptions(layout: SheetLayout, items: readonly Assumption[]): void {
  layout.heading("Assumptions the formulas use");
  if (items.length === 0) {
    layout.paragraph("None: the report holds no live figure.");
    return;
  }
  const placed = layout.table({
    name: "GreenPlan_Assumptions",
    items,
    columns: [
      { header: "Assumption", width: 34, cell: ({ name }) => name },
      { header: "Value", width: 16, format: "figure", cell: ({ value }) => value },
      { header: "What it does", width: 90, cell: ({ why }) => why },
    ],
    code: ({ format, value }) => (format === "percent" ? "0.0%" : value < 1e-6 ? "0E+00" : "#,##0.######"),
  });
  if (placed.table.row + 1 !== assumptionsAt.firstRow)
    throw new Error("The assumptions table moved from where formulas point.");
}

/** Targets that can be read on two bases: the difference a reader must know before comparing with others. */
function bases(layout: SheetLayout, { outcome }: ReportSource): void {
  const { pack, basis } = outcome;
  const comparisons = basesOf(outcome);
  if (comparisons.length === 0) return;
  const used = basis === null ? "plan's own" : `${basis} basis`;
  layout.heading(`Targets that can be read on two bases; the ${used} is used`);
  layout.table({
    name: "GreenPlan_Bases",
    items: comparisons,
    columns: [
      {
        header: "Metric",
        width: 34,
        cell: ({ metric }) => pack.metrics.find(({ id }) => id === metric)?.title ?? metric,
      },
      { header: "Organisation", width: 16, cell: ({ organisation }) => organisationName(pack, organisation) },
      { header: "What it says", width: 90, cell: ({ sentence }) => sentence },
    ],
  });
}

/** Figures that the return states in two ways, and base years it states otherwise than the plan. */
function restated(layout: SheetLayout, { outcome }: ReportSource): void {
  const { totals, reading, pack, asOf, decisions } = outcome;
  const again = restatements(reading, pack).map(({ metric, organisation, sentence, figures }) => ({
    metric,
    organisation,
    sentence,
    cells: figures.map(({ cell }) => cell),
  }));
  const bases = baseYearChecks({ totals, reading, pack, asOf, decisions }).filter(({ rebaseline }) => rebaseline);
  const items = [
    ...again,
    ...bases.map((check) => ({ ...check, sentence: baseYearSentence(check, pack) })),
    ...methodRestatements(outcome),
  ];
  if (items.length === 0) return;
  layout.heading("Figures that are stated again and differ");
  layout.table({
    name: "GreenPlan_Restated",
    items,
    columns: [
      {
        header: "Metric",
        width: 34,
        cell: ({ metric }) => pack.metrics.find(({ id }) => id === metric)?.title ?? metric,
      },
      { header: "Organisation", width: 16, cell: ({ organisation }) => organisationName(pack, organisation) },
      { header: "What it says", width: 90, cell: ({ sentence }) => sentence },
      { header: "Cells", width: 30, cell: ({ cells }) => cells.slice(0, 5).join("; ") || "[z]" },
    ],
  });
}

interface Item {
  readonly item: string;
  readonly from: string;
  readonly says: string;
}

function about(layout: SheetLayout, source: ReportSource): void {
  layout.heading("About this report");
  layout.table({
    name: "GreenPlan_About",
    items: aboutItems(source),
    columns: [
      { header: "Item", width: 34, cell: ({ item }) => item },
      { header: "Taken from", width: 16, cell: ({ from }) => from },
      { header: "What it says", width: 90, cell: ({ says }) => says },
    ],
  });
}

/** What is the same in every report. */
const readersGuide: readonly Item[] = [
  {
    item: "States",
    from: "add-in",
    says: "By the gap to the trajectory alone, which leads to the last date the plan allows. Outlook stands beside the colour and never changes it. Not rated: partial, stale, no baseline or not yet due.",
  },
  {
    item: "Shorthand",
    from: "add-in",
    says: "[x] not available; [z] not applicable; [b] break: the method changed, so nothing is compared across it. Estimated figures count as reported and are counted under Data quality.",
  },
  {
    item: "Reporting template",
    from: "plan",
    says: "The plan sets no template, return or frequency for reporting: the form of this report is the add-in's own.",
  },
  {
    item: "Your words",
    from: "add-in",
    says: "Commentary columns, and columns you add to a table, are yours: they move with their row when the report is made again. All else on these sheets is written anew.",
  },
  {
    item: "Add-in",
    from: "add-in",
    says: `Green Plan Reporter ${version}. It works inside this workbook alone: nothing is sent anywhere.`,
  },
  { item: "Contact", from: "you", says: "The sustainability lead of each organisation named above." },
];

function aboutItems(source: ReportSource): Item[] {
  return [...scopeItems(source), ...originItems(source), ...readersGuide];
}

/** Whose figures the report holds, for when, and against which base years. */
function scopeItems(source: ReportSource): Item[] {
  const { outcome, subject } = source;
  return [
    {
      item: "Purpose",
      from: "add-in",
      says: `To show a board how ${subject} stands against its green plan, and where each figure comes from.`,
    },
    { item: "Organisations", from: "return", says: coverage(outcome) },
    { item: "Period", from: "return", says: actualPeriod(outcome) },
    { item: "Boundary", from: "plan", says: boundary(source) },
    { item: "Base years", from: "plan", says: baseYears(source) },
    { item: "Emission factors", from: "add-in", says: factors(source) },
  ];
}

/** The plan, the day and the return the report was made from. */
function originItems({ outcome, asOf }: ReportSource): Item[] {
  const { pack, reading, snapshot } = outcome;
  const { organisations, rows } = reading.leftOut;
  return [
    {
      item: "Plan and version",
      from: "plan",
      says: `${pack.name}, ${pack.version}, issued ${pack.issued}, for ${formatDate(pack.start)} to ${formatDate(pack.end)}.`,
    },
    { item: "As of", from: "option or return", says: asOf },
    { item: "Return", from: "workbook", says: snapshot.fileName ?? "a workbook not yet saved" },
    {
      item: "Left out",
      from: "return",
      says:
        organisations === 0
          ? "Nothing: every organisation found is in the plan."
          : `${rows} rows of ${organisations} organisations that the plan does not cover.`,
    },
    { item: "Cells", from: "return", says: censusWords(reading.census) },
    { item: "Data quality", from: "check", says: dataQuality(outcome) },
    ...[sourcesSentence(outcome)]
      .filter(Boolean)
      .map((says) => ({ item: "Footprint sources", from: "settings", says })),
    ...outcome.tolerances.map((each) => ({
      item: "Tolerance",
      from: "settings",
      says: `${sentenceCase(toleranceWords(each))}.`,
    })),
    { item: "Approval", from: "settings", says: `${approvalWords(outcome)}.` },
  ];
}

/** What became of the numbers and answers of the return's tables: the three add up to them. */
function censusWords({ read, leftOut, asked, byRule }: Census): string {
  const rules = byRule.map(({ rule, cells }) => `${formatNumber(cells)}: ${rule}`);
  const total = `${plural(read + leftOut + asked, "number or answer", "numbers and answers")} in the tables found`;
  const out = rules.length === 0 ? "" : ` Left out by a rule: ${rules.join("; ")}.`;
  return `${total}: ${formatNumber(read)} read, ${formatNumber(leftOut)} left out, ${formatNumber(asked)} not understood.${out}`;
}

function actualPeriod({ reading }: ReportSource["outcome"]): string {
  const actual = reading.observations.filter(({ kind }) => kind === "actual");
  const periods = [...new Map(actual.map(({ period }) => [period.label, period])).values()];
  const [first] = periods.map((period) => period.first).sort();
  const last = periods
    .map((period) => period.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return "No actual figure was found.";
  return `Actual figures from ${formatDate(first)} to ${formatDate(last)}.`;
}

function boundary({ outcome: { pack }, system }: ReportSource): string {
  if (pack.system === null) return "Each organisation stands for itself: the plan adds none together.";
  const names = (isWanted: (each: Organisation) => boolean) =>
    pack.organisations.filter(isWanted).map(({ shortName }) => shortName);
  const counted = names(({ role, besideTotal }) => role === "member" && besideTotal !== true);
  const beside = names(({ besideTotal }) => besideTotal === true);
  const elsewhere = names(({ role }) => role === "elsewhere");
  const without =
    elsewhere.length === 0 ? "" : ` ${joinWords(elsewhere)} is counted in another system and in no total here.`;
  const own =
    beside.length === 0
      ? ""
      : ` ${possessive(joinWords(beside))} own figures stand beside, and are in a total only where a decision on the settings sheet says so.`;
  return `Totals of ${system} are the sum of ${joinWords(counted) || "its members"}.${own}${without}`;
}

function baseYears({ outcome: { pack } }: ReportSource): string {
  const stated = pack.targets.flatMap(({ base, metric }) =>
    (base?.stated ?? []).map(
      ({ organisation, value }) =>
        `${pack.metrics.find(({ id }) => id === metric)?.title ?? metric} of ${organisationName(pack, organisation)}: ${value.toLocaleString("en-GB")} in ${base?.year}`,
    ),
  );
  const own =
    "Where the plan states none, an organisation's own baseline is used: the figure marked baseline, else the plan's base year, else its earliest.";
  return stated.length === 0 ? own : `${[...new Set(stated)].join("; ")}. ${own}`;
}

function factors({ outcome: { reading, pack } }: ReportSource): string {
  const derived = reading.observations.some(({ note }) => note?.includes("factor") ?? false);
  if (!derived) return "None applied: emissions are as the return states them.";
  const titles = joinWords(derivationsOf(pack).map(({ metric }) => metric.title));
  return `UK Government conversion factors of the year that holds most of the period, for ${titles} alone; never for a footprint.`;
}

function planNotes(layout: SheetLayout, { outcome: { pack } }: ReportSource): void {
  const items = [
    ...pack.conventions.map((note) => ({ ...note, kind: "How the plan is read" })),
    ...pack.contradictions.map((note) => ({ ...note, kind: "Said twice and differently" })),
    ...pack.notes.map((note) => ({ ...note, kind: "Note" })),
  ];
  layout.heading("How the plan is read, and where it contradicts itself");
  if (items.length === 0) {
    layout.paragraph("The plan pack records none.");
    return;
  }
  layout.table({
    name: "GreenPlan_PlanNotes",
    items,
    columns: [
      { header: "Kind", width: 34, cell: ({ kind }) => kind },
      { header: "Note", width: 16, cell: ({ id }) => id },
      { header: "What it says", width: 90, cell: ({ text }) => text },
      { header: "Where in the plan", width: 30, cell: ({ source }) => source },
    ],
  });
}

function changes(layout: SheetLayout, { outcome: { pack } }: ReportSource): void {
  layout.heading("What has changed since the plan; the plan's own targets stay the default");
  layout.table({
    name: "GreenPlan_Changes",
    items: pack.changes,
    columns: [
      { header: "When", width: 34, cell: ({ dateText }) => dateText },
      { header: "Bears on", width: 16, cell: ({ affects }) => affects.join(", ") || "the plan" },
      { header: "Change", width: 90, cell: ({ change }) => change },
      {
        header: "Source",
        width: 30,
        cell: ({ source, secondary }) => (secondary ? `${source} (secondary source)` : source),
      },
    ],
  });
}
