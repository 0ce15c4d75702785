import {
  countNames,
  itemColumns,
  itemsTable,
  reportColumns,
  reportsTable,
  type ItemHeader,
  type ReportHeader,
} from "../../decisions/history-tables";
import type { Outcome } from "../../outcome";
import { UNIT_IDS } from "../../plan/quantity/unit-ids";
import { metricName, sentenceCase } from "../../plan/wording";
import { changesIn } from "../changes/changes";
import type { ItemKept, ReportKept, Unread } from "../changes/history";
import { MOST_UNLABELLED } from "../changes/keeping";
import { reportedKey } from "../changes/reported";
import { SheetLayout, type ColumnOf, type SheetFrame } from "../layout/layout";
import { figureCode } from "../layout/number-formats";
import type { ReportCell, ReportSheet } from "../sheet";

/** A row to write: its cells by header. */
type Row = ReadonlyMap<string, ReportCell>;

/** The history: every report that is kept, and what each said, one row as long as a thing stood as it did. */
export function historySheet(outcome: Outcome, { name, header, footer }: SheetFrame): ReportSheet {
  const layout = new SheetLayout("history", name, "Green plan history: what was reported, report by report", "");
  layout.paragraph(
    "Write under Label what a report was for (“Board, 12 December 2026”) and yes under Went to a board: the next report is set against that one.",
  );
  layout.paragraph(
    "Without a mark it is set against the last other report. What you change of the past stands as you wrote it; what you delete is not known any more.",
  );
  layout.gap();
  const reports = layout.table<Row>({
    name: reportsTable.name,
    items: reportRows(outcome),
    key: reportsTable.about,
    columns: (reportsTable.headers ?? []).map((each) => column(each, widths.get(each) ?? COUNT_WIDTH)),
  });
  const items = itemRows(outcome);
  if (items.length > 0) {
    layout.heading("What the reports said: a row stands for every report from the first to the last that it names");
    layout.table<Row>({
      name: itemsTable.name,
      items,
      key: itemsTable.about,
      columns: Object.entries(itemColumns).map(([each, width]) => column(each, width)),
      code: (row) => {
        const unit = UNIT_IDS.find((each) => each === row.get("Unit"));
        return unit === undefined ? "General" : figureCode(unit);
      },
    });
  }
  layout.describe(
    `the reports made, and what each said. Kept: the last, those that somebody labelled or marked, and the last ${MOST_UNLABELLED} others.`,
  );
  return layout.finish({ header, footer, follow: reports, repeat: null, printTo: "Actions complete" });
}

const COUNT_WIDTH = 12;
const widths = new Map<string, number>(Object.entries(reportColumns));

const headersOf: Readonly<Record<"date" | "figure" | "whole", readonly string[]>> = {
  date: ["As at", "Made on", "Went to a board", "Due"],
  figure: ["Figure", "Baseline"],
  whole: ["Report", "From report", "To report", "Items", ...countNames],
};

/** Codes and names that explain a row run on in one line; a label is wrapped. */
function column(header: string, width: number): ColumnOf<Row> {
  const format = (["date", "figure", "whole"] as const).find((each) => headersOf[each].includes(header)) ?? "text";
  const blank = format === "text" && header !== "Label" ? "[z]" : null;
  return { header, width, format, wrap: header === "Label", cell: (row) => row.get(header) ?? blank };
}

/** The latest report first. What cannot be used stands below as it was written, with the reason. */
function reportRows(outcome: Outcome): Row[] {
  const { kept, since, history } = changesIn(outcome);
  const state = ({ series, number }: ReportKept) => {
    if (series !== kept.report.series) return "of another plan, organisation or basis: not compared";
    if (number === since.report?.number) return "the last one is set against it";
    return number === kept.report.number ? "the last one" : null;
  };
  const rows = [...kept.reports].sort((a, b) => b.number - a.number).map((each) => reportRow(each, state(each)));
  return [...rows, ...history.unreadReports.map((each) => unreadRow(each, "State"))];
}

function reportRow(report: ReportKept, state: string | null): Row {
  const { number, asOf, madeOn, label, mark, counts, size, series } = report;
  const cells: Readonly<Record<ReportHeader, ReportCell>> = {
    Report: number,
    "As at": { date: asOf },
    "Made on": madeOn === null ? null : { date: madeOn },
    Label: label,
    "Went to a board": mark,
    State: state,
    Items: size,
    "Of what": series,
  };
  return new Map<string, ReportCell>([...Object.entries(cells), ...counts]);
}

/** Thing by thing in the order of this report, the latest row of each first; then what is reported no more. */
function itemRows(outcome: Outcome): Row[] {
  const { now, kept, history } = changesIn(outcome);
  const places = new Map([...now.items.keys()].map((key, place) => [key, place]));
  const rows = [...kept.items].map((row) => ({ row, key: reportedKey(row.item) }));
  const place = ({ key }: { readonly key: string }) => places.get(key) ?? places.size;
  rows.sort((a, b) => place(a) - place(b) || a.key.localeCompare(b.key) || b.row.to - a.row.to);
  return [
    ...rows.map(({ row }) => itemRow(row, outcome)),
    ...history.unreadItems.map((each) => unreadRow(each, "Note")),
  ];
}

function itemRow({ item, from, to }: ItemKept, { pack }: Outcome): Row {
  const span = { Kind: item.kind, "From report": from, "To report": to };
  const cells: Partial<Readonly<Record<ItemHeader, ReportCell>>> =
    item.kind === "action"
      ? {
          Item: item.action,
          Title: pack.actions.find(({ id }) => id === item.action)?.title ?? null,
          State: item.status,
          Due: item.due === null ? null : { date: item.due },
        }
      : {
          Item: item.target === null ? item.metric : `${item.metric} for ${item.target}`,
          Organisation: item.organisation,
          Title: sentenceCase(metricName(pack, item.metric)),
          Period: item.period?.label ?? null,
          Figure: item.value,
          Unit: item.unit,
          Rating: item.rating,
          State: item.state || null,
          Baseline: item.baseline,
        };
  return new Map<string, ReportCell>(Object.entries({ ...span, ...cells }));
}

function unreadRow({ cells, why }: Unread, where: "State" | "Note"): Row {
  return new Map<string, ReportCell>([...cells, [where, why]]);
}
