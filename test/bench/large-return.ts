import { llrPack } from "../../src/plan/llr";
import { financialYear } from "../../src/plan/time/periods";
import type { Snapshot } from "../../src/snapshot/snapshot";
import { sheet, workbook, type GridCell } from "../returns/grids";
import { between, letters, randomFrom, titleOf } from "./book";

/**
 * Large workbooks for timing: ten yearly sheets with a row a site, half of the columns metrics of the
 * plan. In a national collection one row in ten is of the plan's trusts; in a dense return every row is.
 */
export type LargeKind = "national" | "dense";

const METRICS = [
  "GIA",
  "ELEC",
  "GAS",
  "OIL",
  "WATER",
  "RECYCLING",
  "INCINERATION",
  "LANDFILL",
  "FOOD-WASTE",
  "ELEC-COST",
  "GAS-COST",
  "WATER-COST",
  "FLEET-MILES",
  "GREY-MILES",
  "CONTACTS",
] as const;
const OTHERS = 15;
const KEYS = 3;
const COLUMNS = KEYS + METRICS.length + OTHERS + 1;
const YEARS = 10;

/** A snapshot of about so many cells, 4 in a 100 of them formulas. */
export function largeReturn(cells: number, kind: LargeKind): Snapshot {
  const random = randomFrom(cells);
  const sites = Math.max(10, Math.round(cells / (YEARS * COLUMNS)));
  const sizes = Array.from({ length: sites }, () =>
    METRICS.map((metric) => Math.round(sizeOf(metric) * between(random, 0.7, 1.4))),
  );
  const sheets = Array.from({ length: YEARS }, (_, index) => {
    const year = financialYear(2015 + index).label;
    const rows = sizes.map((own, site): GridCell[] => {
      own.forEach(
        (value, metric) =>
          (own[metric] = Math.round(value * between(random, metric === 0 ? 0.99 : 0.95, metric === 0 ? 1.01 : 1.05))),
      );
      const trust = kind === "dense" || site % 10 === 0 ? "RT5" : "RXX";
      const code = `${trust}${site.toString(36).toUpperCase().padStart(3, "0")}`;
      const others = Array.from({ length: OTHERS }, (__, other) =>
        other % 3 === 0 ? "Owned" : Math.round(between(random, 1, 500)),
      );
      const at = site + 4;
      return [
        trust,
        code,
        `Site ${code}`,
        ...own,
        ...others,
        { value: (own[2] as number) / (own[0] as number), formula: `=${letters(KEYS + 2)}${at}/${letters(KEYS)}${at}` },
      ];
    });
    const headings = [
      "Trust Code",
      "Site Code",
      "Site Name",
      ...METRICS.map((metric) => `${titleOf(metric)} (${unitOf(metric)})`),
      ...Array.from({ length: OTHERS }, (__, other) => `Particular ${other + 1}`),
      "Ratio",
    ];
    return sheet(`Sites ${year.replace("/", "-")}`, [[`Sites ${year}`], [], headings, ...rows]);
  });
  return workbook(sheets, { fileName: "Large return.xlsx" });
}

/** What a site has of a metric, to a figure that makes a believable price and use per square metre. */
function sizeOf(metric: (typeof METRICS)[number]): number {
  const sizes: Readonly<Record<string, number>> = {
    GIA: 5_000,
    ELEC: 500_000,
    GAS: 1_200_000,
    WATER: 6_000,
    "ELEC-COST": 100_000,
    "GAS-COST": 72_000,
    "WATER-COST": 18_000,
  };
  return sizes[metric] ?? 3_000;
}

function unitOf(metric: string): string {
  const unit = llrPack.metrics.find(({ id }) => id === metric)?.unit ?? "";
  return unit === "t" ? "tonnes" : unit;
}
