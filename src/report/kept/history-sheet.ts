import {
  itemHeaders,
  itemsTable,
  reportHeaders,
  reportsTable,
  type ItemHeader,
  type ReportHeader,
} from "../../decisions/history-tables";
import type { Outcome } from "../../outcome";
import { metricName, sentenceCase } from "../../plan/wording";
import { changesIn, type Changes } from "../changes/changes";
import { isSameSeries, isUnclearMark, type ItemKept, type ReportKept, type Unread } from "../changes/history";
import { MOST_UNLABELLED } from "../changes/keeping";
import { reportedKey } from "../changes/reported";
import { SheetLayout, type ColumnOf, type SheetFrame } from "../layout/layout";
import { figureCode } from "../layout/number-formats";
import type { ReportCell, ReportSheet } from "../sheet";
import { UNIT_IDS } from "../../plan/quantity/unit-ids";

/** A row to write: its cells by header. */
type Row = ReadonlyMap<string, ReportCell>;

/** The history: every report that is kept, and what each said, one row as long as a thing stood as it did. */
export function historySheet(outcome: Outcome, { name, header, footer }: SheetFrame): ReportSheet {
  const changes = changesIn(outcome);
  const layout = new SheetLayout("history", name, "Green plan history: what was reported, report by report", "");
  layout.prose(
    "Write under Label what a report was for (“Board, 12 December 2026”) and yes under Went to a board: the next report is set against that one; without a mark, against the last other one.",
  );
  layout.paragraph(
    "Sort it, add columns, delete a report with its row. What you change of the past stands as you wrote it; what is deleted is not known any more.",
  );
  layout.gap();
  const placed = layout.table<Row>({
    name: reportsTable.name,
    items: reportRows(changes),
    key: reportsTable.about,
    columns: reportHeaders.map((each) => column(each, reportLooks[each])),
  });
  const items = itemRows(changes, outcome);
  if (items.length > 0) {
    layout.heading("What the reports said: a row stands for every report from the first to the last that it names");
    layout.table<Row>({
      name: itemsTable.name,
      items,
      key: itemsTable.about,
      columns: itemHeaders.map((each) => column(each, itemLooks[each])),
      code: (row) => {
        const unit = UNIT_IDS.find((each) => each === row.get("Unit"));
        return unit === undefined ? "General" : figureCode(unit);
      },
    });
  }
  layout.describe(
    `the reports made, and what each said. Kept are the last, those that somebody labelled or marked, and the last ${MOST_UNLABELLED} others.`,
  );
  return layout.finish({ header, footer, follow: placed, repeat: null, printTo: "Went to a board" });
}

type Look = Omit<ColumnOf<Row>, "header" | "cell">;

function column(header: string, look: Look): ColumnOf<Row> {
  return { ...look, header, cell: (row) => row.get(header) ?? null };
}

const count: Look = { width: 11, format: "whole" };

const reportLooks: Readonly<Record<ReportHeader, Look>> = {
  Report: { width: 9, format: "whole" },
  "As at": { width: 12, format: "date" },
  "Made on": { width: 14, format: "date" },
  Label: { width: 34 },
  "Went to a board": { width: 11, format: "date" },
  State: { width: 11, wrap: false },
  Red: count,
  Amber: count,
  Green: count,
  Grey: count,
  "Actions complete": count,
  "Actions overdue": count,
  Errors: count,
  "Warnings to explain": count,
  Items: count,
  Whose: { width: 10 },
  Plan: { width: 18 },
  Basis: { width: 10 },
};

const itemLooks: Readonly<Record<ItemHeader, Look>> = {
  Kind: { width: 9 },
  Item: { width: 12, wrap: false },
  Organisation: { width: 14 },
  Title: { width: 34, wrap: false },
  "From report": { width: 11, format: "whole" },
  "To report": { width: 11, format: "whole" },
  Period: { width: 11 },
  Figure: { width: 11, format: "figure" },
  Unit: { width: 11 },
  Rating: { width: 11 },
  State: { width: 11, wrap: false },
  Baseline: { width: 11, format: "figure" },
  Due: { width: 11, format: "date" },
  Note: { width: 11, wrap: false },
};

/** The latest report first. What cannot be used stands below as it was written, with the reason. */
function reportRows({ kept, since, history }: Changes): Row[] {
  const state = (each: ReportKept) => {
    if (isUnclearMark(each)) return `“${String(each.mark)}” under Went to a board is neither yes nor no`;
    if (!isSameSeries(each, kept.report)) return "of another plan or organisation: kept, not compared";
    if (each.number === since.report?.number) return "the report that the last is set against";
    return each === kept.report ? "the last report" : null;
  };
  const rows = [...kept.reports].sort((a, b) => b.number - a.number).map((each) => reportRow(each, state(each)));
  return [...rows, ...history.unreadReports.map((each) => unreadRow(each, "State"))];
}

function reportRow(report: ReportKept, state: string | null): Row {
  const { number, asOf, madeOn, label, mark, counts, size, whose, plan, basis, wentToBoard } = report;
  const cells: Readonly<Record<Exclude<ReportHeader, keyof typeof counts>, ReportCell>> = {
    Report: number,
    "As at": { date: asOf },
    "Made on": madeOn === null ? null : { date: madeOn },
    Label: label,
    "Went to a board": mark === true || (wentToBoard && mark === 1) ? "yes" : mark,
    State: state,
    Items: size,
    Whose: whose,
    Plan: plan,
    Basis: basis || null,
  };
  return new Map<string, ReportCell>([...Object.entries(cells), ...Object.entries(counts)]);
}

/** Thing by thing in the order of this report, the latest row of each first; then what is reported no more. */
function itemRows({ kept, history }: Changes, outcome: Outcome): Row[] {
  const order = new Map<string, number>();
  for (const { item } of [...kept.items.filter(({ to }) => to === kept.report.number), ...kept.items]) {
    const key = reportedKey(item);
    if (!order.has(key)) order.set(key, order.size);
  }
  const place = ({ item }: ItemKept) => order.get(reportedKey(item)) ?? 0;
  const rows = [...kept.items].sort((a, b) => place(a) - place(b) || b.to - a.to || b.from - a.from);
  return [...rows.map((row) => itemRow(row, outcome)), ...history.unreadItems.map((each) => unreadRow(each, "Note"))];
}

function itemRow({ item, from, to }: ItemKept, { pack }: Outcome): Row {
  const span: [ItemHeader, ReportCell][] = [
    ["Kind", item.kind],
    ["From report", from],
    ["To report", to],
  ];
  const own: [ItemHeader, ReportCell][] =
    item.kind === "action"
      ? [
          ["Item", item.action],
          ["Title", pack.actions.find(({ id }) => id === item.action)?.title ?? null],
          ["State", item.status],
          ["Due", item.due === null ? null : { date: item.due }],
        ]
      : [
          ["Item", item.target === null ? item.metric : `${item.metric} for ${item.target}`],
          ["Organisation", item.organisation],
          ["Title", sentenceCase(metricName(pack, item.metric))],
          ["Period", item.period?.label ?? null],
          ["Figure", item.value],
          ["Unit", item.unit],
          ["Rating", item.rating],
          ["State", item.state || null],
          ["Baseline", item.baseline],
        ];
  return new Map([...span, ...own]);
}

function unreadRow({ cells, why }: Unread, where: "State" | "Note"): Row {
  return new Map<string, ReportCell>([...cells, [where, why]]);
}
