import { writeFileSync } from "node:fs";
import { llrPack } from "../src/plan/llr";
import { openExcel } from "../src/standin/index";
import {
  footprints,
  icb,
  lpt,
  primaryCare,
  sites,
  systemMeasures,
  uhl,
  years,
  type Figure,
  type Row,
} from "./sample/figures";
import { tracker } from "./sample/tracker";

/**
 * Makes assets/sample-return.xlsx: the workbook an LLR sustainability manager would keep, through
 * office.js on the stand-in. Run with `npm run sample` when the sample's figures change.
 */
const navy = "#003087";
const headerFill = "#DCE6F2";
const illustrative = '#,##0.##" [i]"';

async function main(): Promise<void> {
  const excel = await openExcel();
  await excel.Excel.run(async (context) => {
    const first = context.workbook.worksheets.getItem("Sheet1");
    first.name = "Front sheet";
    frontSheet(first);
    metricsSheet(context, "LLR footprint", "LLR integrated care system: footprints", [
      { heading: null, rows: footprints },
      { heading: "Measures for the system as a whole", rows: systemMeasures },
    ]);
    metricsSheet(
      context,
      "UHL",
      "University Hospitals of Leicester NHS Trust (RWE)",
      [{ heading: null, rows: uhl }],
      scopeSums,
    );
    metricsSheet(
      context,
      "LPT",
      "Leicestershire Partnership NHS Trust (RT5)",
      [{ heading: null, rows: lpt }],
      scopeSums,
    );
    metricsSheet(context, "Primary care", "Primary care networks in LLR", [{ heading: null, rows: primaryCare }]);
    metricsSheet(context, "ICB", "NHS Leicester, Leicestershire and Rutland ICB: own figures", [
      { heading: null, rows: icb },
    ]);
    siteSheet(context);
    trackerSheet(context);
    first.activate();
    await context.sync();
  });
  writeFileSync("assets/sample-return.xlsx", await excel.save());
  await excel.close();
}

function frontSheet(sheet: Excel.Worksheet): void {
  const lines: [string, string][] = [
    ["Plan", llrPack.name],
    ["Prepared for", "Leicester, Leicestershire and Rutland Integrated Care System"],
    ["Financial years covered", `${years[0]} to ${years.at(-1)}`],
    ["Prepared by", "ICB sustainability team"],
    ["Status", "Draft for checking before submission"],
    [
      "How to read a figure",
      "A figure followed by [i] is illustrative: made up for this sample. Any other figure is published, and its row's note names the source.",
    ],
    [
      "Sources",
      "ERIC estates returns, NHS Digital and NHS England, Open Government Licence v3; LLR ICS Green Plan 2022-2025.",
    ],
    [
      "Known in the published figures",
      "UHL's water in 2024/25 and LPT's gas in 2024/25 stand as published, odd as they look.",
    ],
  ];
  title(sheet, "LLR green plan return", "One sheet for each organisation, a sheet of sites and the action tracker.");
  const range = sheet.getRange(`A4:B${3 + lines.length}`);
  range.values = lines;
  range.format.wrapText = true;
  range.format.verticalAlignment = "Top";
  sheet.getRange(`A4:A${3 + lines.length}`).format.font.bold = true;
  width(sheet, "A", 190);
  width(sheet, "B", 480);
}

function title(sheet: Excel.Worksheet, heading: string, subtitle: string): void {
  const all = sheet.getRange("A1:J80");
  all.format.font.name = "Arial";
  all.format.font.size = 11;
  sheet.getRange("A1:A2").values = [[heading], [subtitle]];
  const head = sheet.getRange("A1").format.font;
  head.bold = true;
  head.size = 16;
  head.color = navy;
  sheet.showGridlines = false;
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
}

interface Block {
  readonly heading: string | null;
  readonly rows: readonly Row[];
}

/** Metrics down, financial years across, units and notes beside. */
function metricsSheet(
  context: Excel.RequestContext,
  name: string,
  heading: string,
  blocks: readonly Block[],
  formulas: (rows: readonly Row[], firstRow: number) => Map<string, string> = () => new Map(),
): void {
  const sheet = context.workbook.worksheets.add(name);
  title(sheet, heading, "Financial years, April to March. [i] marks an illustrative figure.");
  let top = 4;
  for (const block of blocks) {
    if (block.heading !== null) {
      sheet.getRange(`A${top}`).values = [[block.heading]];
      sheet.getRange(`A${top}`).format.font.bold = true;
      top += 1;
    }
    writeBlock(sheet, block.rows, top, formulas(block.rows, top + 1));
    top += block.rows.length + 3;
  }
  width(sheet, "A", 330);
  width(sheet, "B", 60);
  width(sheet, "C:H", 105);
  width(sheet, "I", 420);
  sheet.freezePanes.freezeAt(sheet.getRange("A1:A4"));
}

function writeBlock(sheet: Excel.Worksheet, rows: readonly Row[], top: number, formulas: Map<string, string>): void {
  const bottom = top + rows.length;
  header(sheet, `A${top}:I${top}`, ["Metric", "Unit", ...years, "Notes and source"]);
  const body = sheet.getRange(`A${top + 1}:I${bottom}`);
  body.numberFormat = rows.map((row) => ["@", "@", ...row.figures.map(formatOf), "@"]);
  body.values = rows.map((row) => [row.label, row.unit, ...row.figures.map(valueOf), row.note]);
  sheet.getRange(`C${top + 1}:H${bottom}`).format.horizontalAlignment = "Right";
  sheet.getRange(`A${top + 1}:A${bottom}`).format.wrapText = true;
  sheet.getRange(`I${top + 1}:I${bottom}`).format.wrapText = true;
  for (const [address, formula] of formulas) sheet.getRange(address).formulas = [[formula]];
}

const isPublished = (figure: Figure): figure is { published: number } => typeof figure === "object" && figure !== null;
const valueOf = (figure: Figure) => (isPublished(figure) ? figure.published : (figure ?? ""));
const decimals = (value: number) => (Number.isInteger(value) ? "#,##0" : "#,##0.0#");

function formatOf(figure: Figure): string {
  if (isPublished(figure)) return decimals(figure.published);
  if (typeof figure === "number") return `${decimals(figure)}" [i]"`;
  return figure === null ? "General" : 'General;General;General;@" [i]"';
}

/** A footprint is the sum of its scopes, as a formula over the scopes' own cells. */
function scopeSums(rows: readonly Row[], firstRow: number): Map<string, string> {
  const at = (label: string) => firstRow + rows.findIndex((row) => row.label === label);
  const scopes = [at("Scope 1 emissions"), at("Scope 2 emissions")];
  const sums = new Map<string, string>();
  for (const column of "CDEFGH") {
    for (const footprint of ["NHS Carbon Footprint", "NHS Carbon Footprint Plus"]) {
      const third = at(`Scope 3 emissions within the ${footprint.replace("NHS ", "")}`);
      sums.set(`${column}${at(footprint)}`, `=${[...scopes, third].map((row) => `${column}${row}`).join("+")}`);
    }
  }
  return sums;
}

/** One row a site and year, with a total that leaves no site out. */
function siteSheet(context: Excel.RequestContext): void {
  const sheet = context.workbook.worksheets.add("Site energy");
  title(
    sheet,
    "UHL sites: energy, water and floor area",
    "2024/25: ERIC site return as published (NHS England, OGL v3). 2023/24: illustrative split [i] of the published totals.",
  );
  const heads = [
    "Trust code",
    "Site code",
    "Site name",
    "Financial year",
    "Electricity consumed (kWh)",
    "Gas consumed (kWh)",
    "Oil consumed (kWh)",
    "Water volume (m³)",
    "Gross internal floor area (m²)",
  ];
  header(sheet, "A4:I4", heads);
  const last = 4 + sites.length;
  const body = sheet.getRange(`A5:I${last}`);
  body.numberFormat = sites.map((each) => [
    ...Array<string>(4).fill("@"),
    ...Array<string>(5).fill(each.published ? "#,##0" : illustrative.replace(".##", "")),
  ]);
  body.values = sites.map((each) => [
    "RWE",
    each.code,
    each.name,
    each.year,
    each.electricity,
    each.gas,
    each.oil,
    each.water,
    each.floorArea,
  ]);
  const total = sheet.getRange(`A${last + 1}:I${last + 1}`);
  total.formulas = [
    ["UHL total 2024/25", "", "", "", ...["E", "F", "G", "H", "I"].map((column) => `=SUM(${column}8:${column}10)`)],
  ];
  total.format.font.bold = true;
  total.numberFormat = [Array<string>(9).fill("#,##0")];
  for (const [column, points] of [
    ["A", 130],
    ["B", 70],
    ["C", 180],
    ["D", 90],
    ["E:I", 120],
  ] as const)
    width(sheet, column, points);
  sheet.freezePanes.freezeRows(4);
}

function trackerSheet(context: Excel.RequestContext): void {
  const sheet = context.workbook.worksheets.add("Actions");
  title(
    sheet,
    "Green plan action tracker",
    "Progress is illustrative throughout. One row for each of the plan's actions.",
  );
  const heads = ["Ref", "Action", "Owner", "Status", "% complete", "Started", "Completed", "Last update", "Comment"];
  const titles = new Map(llrPack.actions.map((each) => [each.id, each.title]));
  const bottom = 4 + tracker.length;
  const body = sheet.getRange(`A4:I${bottom}`);
  const dates = Array<string>(3).fill("dd mmm yyyy");
  body.numberFormat = [
    Array<string>(9).fill("General"),
    ...tracker.map(() => ["@", "@", "@", "@", "0", ...dates, "@"]),
  ];
  body.values = [
    heads,
    ...tracker.map((each) => [
      each.id,
      titles.get(each.id) ?? "",
      each.owner,
      each.status,
      each.percent ?? "",
      serial(each.started),
      serial(each.completed),
      serial(each.updated),
      each.comment,
    ]),
  ];
  const table = sheet.tables.add(`A4:I${bottom}`, true);
  table.name = "ActionTracker";
  table.style = "TableStyleLight9";
  body.format.wrapText = true;
  body.format.verticalAlignment = "Top";
  for (const [column, points] of [
    ["A", 50],
    ["B", 330],
    ["C", 160],
    ["D", 80],
    ["E", 70],
    ["F:H", 85],
    ["I", 300],
  ] as const)
    width(sheet, column, points);
  sheet.freezePanes.freezeRows(4);
}

/** An ISO date as Excel's serial in the 1900 system. */
function serial(date: string | null): number | "" {
  return date === null ? "" : Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}

function header(sheet: Excel.Worksheet, address: string, values: readonly string[]): void {
  const range = sheet.getRange(address);
  range.numberFormat = [values.map(() => "@")];
  range.values = [[...values]];
  range.format.font.bold = true;
  range.format.fill.color = headerFill;
  range.format.wrapText = true;
}

function width(sheet: Excel.Worksheet, columns: string, points: number): void {
  sheet.getRange(columns.includes(":") ? columns : `${columns}:${columns}`).format.columnWidth = points;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
