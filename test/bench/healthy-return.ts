import { llrPack } from "../../src/plan/llr";
import {
  between,
  cell,
  pick,
  randomFrom,
  recalculateSheet,
  texts,
  titleOf,
  totalCell,
  type Book,
  type Cell,
  type FigureAt,
  type Random,
  type Sheet,
} from "./book";
import { PRICES, QUARTERS, quarterlyFigures, split, trustFigures, unitOf, YEARS, type Figures } from "./facts";

/**
 * Returns with nothing wrong in them, made up from a seed in the layouts people use, with what real ones have
 * besides: titles and notes, footnotes, reasons for blanks, columns of words, the smallest site estimated, fuels
 * nobody burns. The base on which the mutation benchmark makes one mistake at a time.
 */

export const LAYOUTS = [
  "years across, a sheet for each trust",
  "a long list",
  "a row a site, a sheet for each year",
  "trusts across, a sheet for each year",
  "quarters across, a sheet for each trust",
] as const;
export type Layout = (typeof LAYOUTS)[number];

const TRUSTS = [
  { code: "RWE", short: "UHL", name: "University Hospitals of Leicester NHS Trust", scale: 1 },
  { code: "RT5", short: "LPT", name: "Leicestershire Partnership NHS Trust", scale: 0.2 },
] as const;

/** A workbook with no mistake in it. */
export function healthyBook(seed: number, layout: Layout = LAYOUTS[0]): Book {
  const random = randomFrom(seed);
  const { sheets, figures, periods } = MAKERS[layout](random);
  return { layout, periods, figures, sheets: [...sheets, trackerSheet(random)], calculation: "automatic" };
}

interface Made {
  readonly sheets: Sheet[];
  readonly figures: FigureAt[];
  readonly periods: readonly string[];
}

const MAKERS: Readonly<Record<Layout, (random: Random) => Made>> = {
  "years across, a sheet for each trust": yearsAcross,
  "a long list": longList,
  "a row a site, a sheet for each year": siteYears,
  "trusts across, a sheet for each year": trustYears,
  "quarters across, a sheet for each trust": quartersAcross,
};

export const HEADER_ROW = 2;
const FIRST_PERIOD = 2;

/** A trust's metrics down and its periods across, with the notes people put under such a table. */
function trustSheet(code: string, name: string, title: string, figures: Figures, periods: readonly string[]): Made {
  const rows = [texts(`${title}: sustainability return`), [], texts("Metric", "Unit", ...periods, "Data source")];
  const at: FigureAt[] = [];
  for (const [metric, values] of figures) {
    const row = rows.length;
    rows.push(texts(titleOf(metric), unitOf(metric), ...values, SOURCES[row % SOURCES.length] as string));
    values.forEach((_, period) =>
      at.push({ metric, organisation: code, site: null, period, sheet: name, row, column: FIRST_PERIOD + period }),
    );
  }
  // A row that does not apply, with the reason in each cell, as the analysis profession's shorthand has it.
  rows.push(texts(titleOf("STEAM"), "kWh", ...periods.map(() => "[z]"), "Not Applicable"));
  rows.push([], texts("Notes"), texts("1. Figures are from invoices and meter readings."), texts("[z] not applicable"));
  return { sheets: [{ name, rows }], figures: at, periods };
}

const SOURCES = ["Invoices", "Half-hourly meters", "Contractor returns", "Finance ledger", "Not Applicable"];

function yearsAcross(random: Random): Made {
  const [uhl, lpt] = TRUSTS.map(({ scale }) => trustFigures(random, scale)) as [Figures, Figures];
  const sites = oneYearsSites(random, lpt);
  const [one, two] = [TRUSTS[0], TRUSTS[1]].map((trust, index) =>
    trustSheet(trust.code, trust.short, trust.name, index === 0 ? uhl : lpt, YEARS),
  ) as [Made, Made];
  return {
    sheets: [...one.sheets, ...two.sheets, ...sites.sheets],
    figures: [...one.figures, ...two.figures, ...sites.figures],
    periods: YEARS,
  };
}

export const SITE_METRICS = ["GIA", "ELEC", "GAS", "WATER", "ELEC-COST", "GAS-COST", "LANDFILL"] as const;
const SITE_NAMES = [
  "Glenside Hospital",
  "Bradgate Unit",
  "Evington Centre",
  "Coalville Hospital",
  "Hinckley Hospital",
  "Loughborough Hospital",
  "Melton Hospital",
  "Rutland Hospital",
  "Fielding Hospital",
  "Stewart House",
];

/** LPT's sites in the last year, whose sums are the trust's own figures of that year; and landfill, which only sites give. */
function oneYearsSites(random: Random, trust: Figures): Made {
  const last = YEARS.length - 1;
  const weights = SITE_NAMES.map(() => between(random, 0.5, 1.6));
  const columns = new Map<string, number[]>();
  for (const metric of SITE_METRICS) {
    if (metric === "LANDFILL")
      columns.set(
        metric,
        weights.map((weight) => tonnes(weight * between(random, 9, 14))),
      );
    else if (!metric.endsWith("-COST"))
      columns.set(metric, split(random, (trust.get(metric) as number[])[last] as number, weights));
    else {
      const fuel = metric.slice(0, -5);
      const costs = (columns.get(fuel) as number[]).map((amount) =>
        Math.round(amount * (PRICES[fuel] as number) * between(random, 0.95, 1.05)),
      );
      columns.set(metric, costs);
      (trust.get(metric) as number[])[last] = costs.reduce((so, each) => so + each, 0);
    }
  }
  const name = "LPT sites";
  const rows = SITE_NAMES.map((_, site) =>
    SITE_METRICS.map((metric) => (columns.get(metric) as number[])[site] as number),
  );
  return siteSheet(
    name,
    `Leicestershire Partnership NHS Trust: sites, ${YEARS[last] as string}`,
    "RT5",
    rows,
    last,
    YEARS,
  );
}

const tonnes = (value: number): number => Number(value.toFixed(1));

const FIRST_SITE_COLUMN = 4;

/** Sites of one trust in one year, one a row, with a total under them. */
function siteSheet(
  name: string,
  title: string,
  code: string,
  figures: readonly (readonly number[])[],
  period: number,
  periods: readonly string[],
): Made {
  const smallest = figures.reduce(
    (least, row, site) => ((row[0] as number) < (figures[least]?.[0] as number) ? site : least),
    0,
  );
  const rows: Cell[][] = [
    texts(title),
    [],
    texts(
      "Trust Code",
      "Site Code",
      "Site Name",
      "PFI contract",
      ...SITE_METRICS.map((metric) => `${titleOf(metric)} (${unitOf(metric)})`),
      "Notes",
    ),
  ];
  const at: FigureAt[] = [];
  figures.forEach((values, site) => {
    const row = rows.length;
    const siteCode = `${code}${String.fromCharCode(65 + site)}1`;
    rows.push(
      texts(
        code,
        siteCode,
        SITE_NAMES[site] as string,
        "Not Applicable",
        ...values,
        site === smallest ? "Estimated" : null,
      ),
    );
    SITE_METRICS.forEach((metric, index) =>
      at.push({
        metric,
        organisation: code,
        site: siteCode,
        period,
        sheet: name,
        row,
        column: FIRST_SITE_COLUMN + index,
      }),
    );
  });
  const first = HEADER_ROW + 1;
  rows.push([
    cell("Total"),
    cell(null),
    cell(null),
    cell(null),
    ...SITE_METRICS.map((_, index) => totalCell(FIRST_SITE_COLUMN + index, first, first + figures.length - 1)),
  ]);
  const made = { name, rows };
  recalculateSheet(made);
  return { sheets: [made], figures: at, periods };
}

/** LPT's sites in the last three years, a sheet for each, as ERIC comes out year by year. */
function siteYears(random: Random): Made {
  const years = YEARS.slice(-3);
  const lpt = trustFigures(random, 0.2);
  const weights = SITE_NAMES.map(() => between(random, 0.5, 1.6));
  // A site keeps its size and its way of working; the years move it by a few percent.
  const lines = SITE_NAMES.map((_, site) => {
    const line = new Map<string, number[]>();
    for (const metric of SITE_METRICS) {
      const fuel = metric.endsWith("-COST") ? metric.slice(0, -5) : null;
      const base =
        metric === "LANDFILL"
          ? (weights[site] as number) * between(random, 9, 14)
          : (((lpt.get(metric) as number[])[2] as number) * (weights[site] as number)) / SITE_NAMES.length;
      const spread = metric === "GIA" ? 0.01 : 0.05;
      let value = base * between(random, 0.9, 1.1);
      line.set(
        metric,
        years.map((_, year) => {
          value *= between(random, 1 - spread, 1 + spread);
          if (fuel !== null)
            return Math.round(
              ((line.get(fuel) as number[])[year] as number) * (PRICES[fuel] as number) * between(random, 0.95, 1.05),
            );
          return metric === "LANDFILL" ? tonnes(value) : Math.round(value);
        }),
      );
    }
    return line;
  });
  const made = years.map((year, period) =>
    siteSheet(
      `Sites ${year.replace("/", "-")}`,
      `Estates return ${year}`,
      "RT5",
      lines.map((line) => SITE_METRICS.map((metric) => (line.get(metric) as number[])[period] as number)),
      period,
      years,
    ),
  );
  return {
    sheets: made.flatMap(({ sheets }) => sheets),
    figures: made.flatMap(({ figures }) => figures),
    periods: years,
  };
}

export const LIST_COLUMNS = { organisation: 0, year: 1, metric: 2, unit: 3, value: 4 } as const;

/** Every figure on a row of its own. */
function longList(random: Random): Made {
  const name = "Data";
  const rows = [
    texts("System sustainability data"),
    [],
    texts("Organisation", "Financial year", "Metric", "Unit", "Value", "Collected by"),
  ];
  const figures: FigureAt[] = [];
  for (const { code, scale } of TRUSTS)
    for (const [metric, values] of trustFigures(random, scale))
      values.forEach((value, period) => {
        figures.push({
          metric,
          organisation: code,
          site: null,
          period,
          sheet: name,
          row: rows.length,
          column: LIST_COLUMNS.value,
        });
        rows.push(texts(code, YEARS[period] as string, titleOf(metric), unitOf(metric), value, pick(random, SOURCES)));
      });
  return { sheets: [{ name, rows }], figures, periods: YEARS };
}

/** A sheet for each year: metrics down, a column for each trust, remarks beside them. */
function trustYears(random: Random): Made {
  const all = TRUSTS.map(({ scale }) => trustFigures(random, scale));
  const figures: FigureAt[] = [];
  const sheets = YEARS.map((year, period): Sheet => {
    const name = year.replace("/", "-");
    const rows = [texts(`Sustainability return ${year}`), [], texts("Metric", "Unit", "UHL", "LPT", "Remarks")];
    for (const metric of (all[0] as Figures).keys()) {
      const row = rows.length;
      const values = all.map((each) => (each.get(metric) as (number | string)[])[period] as number | string);
      rows.push(texts(titleOf(metric), unitOf(metric), ...values, random() < 0.2 ? "Checked with finance" : null));
      TRUSTS.forEach(({ code }, index) =>
        figures.push({ metric, organisation: code, site: null, period, sheet: name, row, column: 2 + index }),
      );
    }
    rows.push([], texts("Source: meters, invoices and contractors’ returns"));
    return { name, rows };
  });
  return { sheets, figures, periods: YEARS };
}

function quartersAcross(random: Random): Made {
  const made = TRUSTS.map(({ code, short, name, scale }) =>
    trustSheet(code, short, name, quarterlyFigures(random, scale), QUARTERS),
  );
  return {
    sheets: made.flatMap(({ sheets }) => sheets),
    figures: made.flatMap(({ figures }) => figures),
    periods: QUARTERS,
  };
}

/** Actions of the plan without twins, each with an owner, a status its dates bear out, and a due date within the plan. */
function trackerSheet(random: Random): Sheet {
  const actions = llrPack.actions.filter(({ twins, metrics }) => twins.length === 0 && metrics.length > 0).slice(0, 14);
  const rows = [
    texts("Green plan actions"),
    [],
    texts("ID", "Action", "Owner", "Status", "Due date", "Start date", "Completed", "% complete"),
  ];
  for (const { id, title } of actions) {
    const done = random() < 0.4;
    const due = pick(random, ["31/03/2024", "30/06/2024", "31/12/2024", "31/03/2025", "30/06/2025"]);
    rows.push(
      texts(
        id,
        title,
        pick(random, ["A. Patel", "J. Smith", "M. Okoro"]),
        done ? "Complete" : "In progress",
        due,
        "01/10/2022",
        done ? "15/03/2024" : null,
        done ? 100 : 50,
      ),
    );
  }
  return { name: "Actions", rows };
}
