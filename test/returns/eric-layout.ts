import type { CellValue, SheetSnapshot } from "../../src/snapshot/snapshot";
import { sheet } from "./grids";

/**
 * A workbook in the layout of the Estates Returns Information Collection, made by script: two header
 * rows with groups merged over the second, over a hundred columns, other trusts' rows, subtotals and
 * a grand total. The figures of Leicester's and Leicestershire's sites are those published for
 * 2016/17 (NHS Digital, ERIC 2016/17 Site Data, Open Government Licence v3); other trusts' are made up.
 */
type SiteRow = readonly [trust: string, site: string, name: string, ...figures: CellValue[]];

/** Columns of `sites` after the first three. */
const fields: readonly (readonly [group: string, field: string])[] = [
  ["Areas", "Gross internal floor area (m²)"],
  ["CHP", "Fossil energy input to CHP system/s (kWh)"],
  ["Energy", "Energy costs (all energy supplies) (£)"],
  ["Energy", "Electricity consumed (kWh)"],
  ["Energy", "Gas consumed (kWh)"],
  ["Energy", "Oil consumed (kWh)"],
  ["Energy", "Electricity consumed - green energy tariff (kWh)"],
  ["Energy", "Electricity consumed - third party owned renewable (kWh)"],
  ["Water Services", "Water volume (including borehole) (m³)"],
  ["Waste", "Landfill disposal volume (Tonnes)"],
  ["Waste", "Incineration disposal volume (Tonnes)"],
  ["Waste", "Waste reycling volume (Tonnes)"],
  ["Waste", "Other recovery volume (Tonnes)"],
];

// prettier-ignore
const sites: readonly SiteRow[] = [
  ["RT5", "AGGRE", "AGGREGATE SITE", 46068, 0, 705825, 4340184, 8182774, 0, 0, 15425, 28919, 20.11, 0, 159.97, 58.26],
  ["RT5", "RT521", "BELVOIR INTENSIVE CARE UNIT", 1083, 0, 46972, 209498, 996918, 0, 0, 0, 1075, 4.34, 0, 20.83, 2.34],
  ["RT5", "RT598", "THE BENNION CENTRE (ELDERLY)", 3799, 0, 70844, 355120, 1293576, 0, 0, 0, 3350, 7.24, 0, 34.72, 3.9],
  ["RT5", "RT5FA", "MILL LODGE, KEGWORTH", 1886, 0, 29377, 149214, 647771, 0, 0, 0, 2, 1.85, 0, 15.5, 4.56],
  ["RT5", "RT5FK", "THE WILLOWS", 2247, 0, 43473, 227093, 917303, 0, 0, 0, 3272, 0.57, 0, 31.74, 1.28],
  ["RT5", "RT5KE", "STEWART HOUSE", 3060, 0, 55542, 277012, 699901, 0, 0, 0, 3304, 1.93, 0, 14.34, 4.63],
  ["RT5", "RT5KF", "THE BRADGATE MENTAL HEALTH UNIT", 10413, 0, 235941, 1395048, 2999782, 0, 0, 0, 8975, 17.3, 0, 83.32, 9.37],
  ["RT5", "RT5KT", "EVINGTON CENTRE", 7004, 0, 78013, 674911, 251249, 0, 0, 0, 7786, 0.88, 0, 74.5, 25.92],
  ["RT5", "RT5KW", "THE HERSCHEL PRINS CENTRE", 2698, 0, 60703, 321844, 1004943, 0, 0, 0, 2285, 3.68, 0, 17.55, 0.65],
  ["RT5", "RT5NH", "AGNES CENTRE", 2674, 0, 63047, 407741, 1176397, 0, 0, 0, 3157, 404, 0, 2301, 91],
  ["RT5", "RT5PC", "RUTLAND MEMORIAL HOSPITAL", 2870, 0, 50097, 249880, 905810, 0, 0, 0, 2146, 3.91, 0, 14.82, 9.26],
  ["RT5", "RT5PD", "LOUGHBOROUGH COMMUNITY HOSPITAL (EPINAL WAY)", 9418, 0, 271093, 1674987, 3840588, 0, 0, 0, 12073, 10.56, 0, 75.86, 58.22],
  ["RT5", "RT5PE", "COALVILLE COMMUNITY HOSPITAL", 5559, 0, 111518, 654242, 1863273, 0, 0, 0, 4598, 8.83, 0, 38.86, 23.47],
  ["RT5", "RT5YE", "FIELDING PALMER HOSPITAL", 813, 0, 20039, 86163, 385030, 0, 0, 0, 386, 5.62, 0, 11.52, 3.44],
  ["RT5", "RT5YF", "HINCKLEY AND BOSWORTH HOSPITAL", 4468, 0, 101072, 550306, 1598105, 0, 0, 0, 3800, 5.8, 0, 31.86, 18.11],
  ["RT5", "RT5YH", "MELTON MOWBRAY HOSPITAL", 3892, "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable", "Not Applicable"],
  ["RT5", "RT5YL", "ST LUKE'S HOSPITAL", 1845, "Not Applicable", 33700, 83381, 778766, 0, 0, 0, 6702, 0, 0, 0, 17.5],
  ["RWE", "RWEAA", "LEICESTER ROYAL INFIRMARY", 120289, 28160211, 2727172, 15066900, 57723915, 246524, 0, 0, 271476, 0, 0, 957.5, 1397.46],
  ["RWE", "RWEAE", "GLENFIELD HOSPITAL", 71481, 16437043, 1183930, 5382454, 27419789, 125578, 0, 0, 66781, 0, 0, 357.45, 488.46],
  ["RWE", "RWEAK", "LEICESTER GENERAL HOSPITAL", 72966, 0, 1897273, 10384604, 31121302, 1307775, 0, 0, 135768, 0, 0, 315.8, 609.78],
];

const otherTrusts = ["R1A", "R1C", "RJE", "RNA", "RXX"];
const fillers = 96;

/** The field names of the columns in order, with groups, the plan's among many that are none of its concern. */
function header(): { groups: (string | null)[]; names: string[] } {
  const groups: (string | null)[] = [null, null, null, null, null];
  const names = ["Organisation Code", "Organisation Name", "Commissioning Region", "Site Code", "Site Name"];
  for (let filler = 0; filler < fillers; filler++) {
    groups.push(filler === 0 ? "Cleanliness" : null);
    names.push(`Occupied floor area cleaned to standard ${filler + 1} (%)`);
  }
  let last = "";
  for (const [group, field] of fields) {
    groups.push(group === last ? null : group);
    names.push(field);
    last = group;
  }
  return { groups, names };
}

function row(trust: string, name: string, site: string, siteName: string, figures: readonly CellValue[]): CellValue[] {
  const filler = Array.from({ length: fillers }, (_, index) => (index % 7 === 0 ? "Not Applicable" : index));
  return [trust, name, "MIDLANDS AND EAST OF ENGLAND COMMISSIONING REGION", site, siteName, ...filler, ...figures];
}

const trustNames: Readonly<Record<string, string>> = {
  RWE: "UNIVERSITY HOSPITALS OF LEICESTER NHS TRUST",
  RT5: "LEICESTERSHIRE PARTNERSHIP NHS TRUST",
  RX9: "EAST MIDLANDS AMBULANCE SERVICE NHS TRUST",
};

function strangers(): SiteRow[] {
  const made = otherTrusts.flatMap((trust, index) =>
    [1, 2, 3].map((site): SiteRow => [
      trust,
      `${trust}0${site}`,
      `SITE ${site}`,
      ...fields.map((_, field) => (index + 1) * 1_000_003 * site + field),
    ]),
  );
  return [...made, ["RX9", "AGGRE", "AGGREGATE SITE", ...fields.map(() => 7_777)]];
}

/** Adds up one trust's rows field by field; words add nothing. */
function subtotal(rows: readonly SiteRow[]): CellValue[] {
  return fields.map((_, field) =>
    rows.reduce((sum, each) => sum + (typeof each[field + 3] === "number" ? (each[field + 3] as number) : 0), 0),
  );
}

/** The Site Data sheet; with subtotals, every trust's rows are followed by its "Result", and a grand total ends the table. */
export function siteData({ subtotals }: { readonly subtotals: boolean }): SheetSnapshot {
  const { groups, names } = header();
  const all = [...strangers().slice(0, 9), ...sites, ...strangers().slice(9)];
  const trusts = [...new Set(all.map(([trust]) => trust))];
  const body = trusts.flatMap((trust) => {
    const own = all.filter(([code]) => code === trust);
    const rows = own.map(([code, site, siteName, ...figures]) =>
      row(code, trustNames[code] ?? `TRUST ${code} NHS TRUST`, site, siteName, figures),
    );
    return subtotals
      ? [
          ...rows,
          [`${trust} Result`, null, null, null, null, ...Array.from({ length: fillers }, () => null), ...subtotal(own)],
        ]
      : rows;
  });
  const grand = subtotals
    ? [["Overall Result", null, null, null, null, ...Array.from({ length: fillers }, () => null), ...subtotal(all)]]
    : [];
  return sheet("Site Data", [groups, names, ...body, ...grand]);
}
