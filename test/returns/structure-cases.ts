import type { Grid } from "./grids";

/** A sheet of one shape, with every figure it gives and the cells that are asked about. */
export interface ShapeCase {
  readonly name: string;
  readonly sheet: string;
  readonly grid: Grid;
  readonly reads: readonly string[];
  readonly asks?: readonly string[];
}

/** Rows of words that nobody knows, over numbers: the numbers are theirs, and no other word of a row names them. */
export const unknownHeadings: readonly ShapeCase[] = [
  {
    name: "a survey of boilers by main fuel",
    sheet: "UHL",
    grid: [
      ["Boiler house survey 2023/24"],
      ["Site", "Primary fuel", "Boilers"],
      ["Leicester Royal Infirmary", "Gas", 4],
      ["Glenfield Hospital", "Oil", 2],
    ],
    reads: [],
    asks: ["C3", "C4"],
  },
  {
    name: "invoices not received",
    sheet: "UHL 2023-24",
    grid: [
      ["Supplier", "Utility", "Invoices missing"],
      ["Supplier A", "Gas", 3],
      ["Supplier B", "Water", 1],
    ],
    reads: [],
    asks: ["C2", "C3"],
  },
  {
    name: "two columns, the first headed as names are",
    sheet: "UHL 2023-24",
    grid: [
      ["Utility", "Invoices missing"],
      ["Gas", 3],
    ],
    reads: [],
    asks: ["B2"],
  },
  {
    name: "two columns of unknown headings",
    sheet: "UHL 2023-24",
    grid: [
      ["Commodities", "Boilers"],
      ["Gas", 4],
      ["Oil", 2],
    ],
    reads: [],
    asks: ["B2", "B3"],
  },
  {
    name: "a blank corner",
    sheet: "UHL 2023-24",
    grid: [
      ["", "Boilers", "Meters"],
      ["Gas", 4, 2],
      ["Oil", 5, 1],
    ],
    reads: [],
    asks: ["B2", "B3", "C2", "C3"],
  },
  {
    name: "one heading over one column of numbers",
    sheet: "UHL 2023-24",
    grid: [
      ["", "Meters read"],
      ["Gas", 4],
      ["Water", 5],
    ],
    reads: [],
    asks: ["B2", "B3"],
  },
  {
    name: "calls by building and subject",
    sheet: "UHL 2023-24",
    grid: [
      ["Building", "Subject", "Calls", "Open"],
      ["North", "Water", 31, 4],
      ["South", "Gas", 12, 2],
    ],
    reads: [],
    asks: ["C2", "C3", "D2", "D3"],
  },
  {
    name: "staff by team, with grades",
    sheet: "UHL 2023-24",
    grid: [
      ["Name", "Team", "WTE", "Band"],
      ["A Person", "Water", 1, 6],
      ["B Person", "Waste", 0.6, 5],
    ],
    reads: [],
    asks: ["C2", "C3"],
  },
  {
    name: "a staff table below a table of metrics, after a blank row",
    sheet: "UHL",
    grid: [
      ["Metric", "2022/23", "2023/24"],
      ["Gas (kWh)", 10, 20],
      [],
      ["Team", "Posts", "Vacancies"],
      ["Water", 5, 1],
      ["Waste", 3, 0],
    ],
    reads: ["GAS RWE 2022/23 10", "GAS RWE 2023/24 20"],
    asks: ["B5", "B6", "C5", "C6"],
  },
  {
    name: "a table of fuels right below a table of metrics",
    sheet: "UHL",
    grid: [
      ["Metric", "2023/24"],
      ["Gas (kWh)", 1],
      ["Fuel", "Boilers"],
      ["Gas", 4],
      ["Oil", 2],
    ],
    reads: ["GAS RWE 2023/24 1"],
    asks: ["B4", "B5"],
  },
  {
    name: "a table of fuels beside a table of metrics",
    sheet: "UHL 2023-24",
    grid: [
      ["Metric", "Value", "Unit", "", "Fuel", "Boilers"],
      ["Gas", 10, "kWh", "", "Gas", 4],
      ["Water", 5, "m3", "", "Oil", 6],
    ],
    reads: ["GAS RWE 2023/24 10", "WATER RWE 2023/24 5"],
    asks: ["F2", "F3"],
  },
  {
    name: "bands of use below a table of metrics",
    sheet: "UHL",
    grid: [
      ["Metric", "2022/23"],
      ["Gas consumption (kWh)", 113_699_273],
      [],
      ["Water consumption", "Number of sites"],
      ["<100 m3", 3],
      ["100-1000 m3", 11],
      [">1000 m3", 4],
    ],
    reads: ["GAS RWE 2022/23 113699273"],
  },
  {
    name: "a group of unknown words over years",
    sheet: "UHL",
    grid: [
      ["", "Number of meters", "", "Consumption (kWh)", ""],
      ["Utility", "2022/23", "2023/24", "2022/23", "2023/24"],
      ["Gas", 4, 5, 100, 200],
    ],
    reads: ["GAS RWE 2022/23 100", "GAS RWE 2023/24 200"],
    asks: ["B3", "C3"],
  },
  {
    name: "invoices beside what they bill",
    sheet: "UHL",
    grid: [
      ["Invoice no", "Supplier", "Utility", "Period", "kWh", "Invoices"],
      [10_001, "A", "Electricity", "2023/24", 100, 12],
      [10_002, "B", "Gas", "2023/24", 50, 11],
    ],
    reads: ["ELEC RWE 2023/24 100", "GAS RWE 2023/24 50"],
    asks: ["F2", "F3"],
  },
  {
    name: "collections beside tonnes of waste",
    sheet: "UHL 2023-24",
    grid: [
      ["Waste stream", "Collections", "Tonnes"],
      ["Landfill", 12, 30],
      ["Recycling", 24, 55],
    ],
    reads: ["LANDFILL RWE 2023/24 30", "RECYCLING RWE 2023/24 55"],
    asks: ["B2", "B3"],
  },
  {
    name: "“No.” over counts",
    sheet: "UHL 2023-24",
    grid: [
      ["Utility", "No."],
      ["Gas", 5],
      ["Water", 6],
    ],
    reads: [],
  },
  {
    name: "organisations of other bodies across",
    sheet: "2023-24",
    grid: [
      ["Metric", "Unit", "UHL", "Kettering"],
      ["Gas", "kWh", 10, 20],
      ["Water", "m3", 1, 2],
    ],
    reads: ["GAS RWE 2023/24 10", "WATER RWE 2023/24 1"],
    asks: ["D2", "D3"],
  },
  {
    name: "several numbers beside one name, without headings",
    sheet: "UHL 2023-24",
    grid: [
      ["North", "Water", 31, 4],
      ["South", "Gas", 5, 6],
    ],
    reads: [],
    asks: ["C1", "C2", "D1", "D2"],
  },
];

/** Words over a whole table that count something else: without a unit no figure is an amount. */
export const countedThings: readonly ShapeCase[] = [
  {
    name: "a title that counts meters",
    sheet: "UHL",
    grid: [["Number of meters"], ["Utility", "2022/23"], ["Gas", 5], ["Water", 6]],
    reads: [],
    asks: ["B3", "B4"],
  },
  {
    name: "a title that counts meters over figures with their units",
    sheet: "UHL",
    grid: [["Use by number of meters"], ["Utility", "2022/23"], ["Gas (kWh)", 5], ["Water (m3)", 6]],
    reads: ["GAS RWE 2022/23 5", "WATER RWE 2022/23 6"],
  },
  {
    name: "a corner that speaks of complaints",
    sheet: "UHL",
    grid: [
      ["Category of complaint", "2022/23"],
      ["Water", 5],
      ["Gas", 3],
    ],
    reads: [],
    asks: ["B2", "B3"],
  },
  {
    name: "pages of a list of contents",
    sheet: "UHL 2023-24",
    grid: [
      ["Sheet", "Description", "Page"],
      ["Energy", "Gas and electricity", 2],
      ["Water", "Water", 3],
    ],
    reads: [],
  },
];

/** Forms, where the words to the left of a figure name it and rows of words are answers. */
export const forms: readonly ShapeCase[] = [
  {
    name: "a contact before the figures",
    sheet: "LPT 2023-24",
    grid: [
      ["Contact", "A Person"],
      ["Gas (kWh)", 100],
      ["Water (m3)", 5],
    ],
    reads: ["GAS RT5 2023/24 100", "WATER RT5 2023/24 5"],
  },
  {
    name: "pairs of who and when, then an answer in words",
    sheet: "Sheet1",
    grid: [
      ["Organisation", "LPT"],
      ["Year", "2023/24"],
      ["Person responsible", "A Person"],
      ["Gas (kWh)", 100],
      ["Water (m3)", 5],
    ],
    reads: ["GAS RT5 2023/24 100", "WATER RT5 2023/24 5"],
  },
  {
    name: "a fuel as the first answer",
    sheet: "LPT 2023-24",
    grid: [
      ["Main heating fuel", "Gas"],
      ["Gas (kWh)", 100],
      ["Water (m3)", 5],
    ],
    reads: ["GAS RT5 2023/24 100", "WATER RT5 2023/24 5"],
  },
  {
    name: "a supplier among the figures, under a line of its own",
    sheet: "LPT 2023-24",
    grid: [
      ["Energy"],
      ["Gas (kWh)", 100],
      ["Main supplier", "Company A"],
      ["Water"],
      ["Water consumption (m3)", 5],
      ["Water cost (£)", 6],
    ],
    reads: ["GAS RT5 2023/24 100", "WATER RT5 2023/24 5", "WATER-COST RT5 2023/24 6"],
  },
  {
    name: "units and remarks to the right",
    sheet: "LPT 2023-24",
    grid: [
      ["Gas", 100, "kWh", "from bills"],
      ["Electricity", 50, "kWh", "metered since 2019"],
    ],
    reads: ["ELEC RT5 2023/24 50", "GAS RT5 2023/24 100"],
  },
  {
    name: "words for a figure in the first row",
    sheet: "LPT 2023-24",
    grid: [
      ["Gas", "See note 1", "kWh"],
      ["Water", 5, "m3"],
      ["Electricity", 6, "kWh"],
    ],
    reads: ["ELEC RT5 2023/24 6", "WATER RT5 2023/24 5"],
  },
  {
    name: "questions numbered Q1, Q2, Q3",
    sheet: "UHL 2023-24",
    grid: [
      ["Question", "Answer"],
      ["Q1 Gas consumption (kWh)", 101],
      ["Q2 Electricity consumption (kWh)", 39],
      ["Q3. Water consumption (m3)", 7],
    ],
    reads: ["ELEC RWE 2023/24 39", "GAS RWE 2023/24 101", "WATER RWE 2023/24 7"],
  },
  {
    name: "quarters are no numbers of questions",
    sheet: "LPT 2023-24",
    grid: [
      ["Metric", "Value"],
      ["Q1 Gas (kWh)", 1],
      ["Q2 Gas (kWh)", 2],
    ],
    reads: [],
    asks: ["B2", "B3"],
  },
  {
    name: "answers under questions that are not known",
    sheet: "LPT 2023-24",
    grid: [
      ["Have the gardeners agreed?", "Yes"],
      ["Electricity (kWh)", 50],
      ["Shuttle bus provided", "No"],
    ],
    reads: ["ELEC RT5 2023/24 50"],
    asks: ["B1", "B3"],
  },
];

/** Sites and organisations named over blocks of rows. */
export const blocks: readonly ShapeCase[] = [
  {
    name: "a site's name over each block, the first included",
    sheet: "LPT 2023-24",
    grid: [
      ["Bradgate Unit"],
      ["Gas (kWh)", 2_100_000],
      ["Electricity (kWh)", 900_000],
      ["Evington Centre"],
      ["Gas (kWh)", 1_100_000],
      ["Electricity (kWh)", 500_000],
    ],
    reads: [
      "ELEC RT5/Bradgate Unit 2023/24 900000",
      "ELEC RT5/Evington Centre 2023/24 500000",
      "GAS RT5/Bradgate Unit 2023/24 2100000",
      "GAS RT5/Evington Centre 2023/24 1100000",
    ],
  },
  {
    name: "a row of years under each site's name",
    sheet: "LPT energy",
    grid: [
      ["Bradgate Unit"],
      ["", "2022/23", "2023/24"],
      ["Gas (kWh)", 22, 21],
      ["Evington Centre"],
      ["", "2022/23", "2023/24"],
      ["Gas (kWh)", 11, 10],
    ],
    reads: [
      "GAS RT5/Bradgate Unit 2022/23 22",
      "GAS RT5/Bradgate Unit 2023/24 21",
      "GAS RT5/Evington Centre 2022/23 11",
      "GAS RT5/Evington Centre 2023/24 10",
    ],
  },
  {
    name: "one row of years over all, sites between the rows",
    sheet: "LPT",
    grid: [["Metric", "2022/23"], ["Bradgate Unit"], ["Gas (kWh)", 1], ["Evington Centre"], ["Gas (kWh)", 3]],
    reads: ["GAS RT5/Bradgate Unit 2022/23 1", "GAS RT5/Evington Centre 2022/23 3"],
  },
  {
    name: "blank rows, and a block for all sites",
    sheet: "LPT 2023-24",
    grid: [["Alder House"], ["Gas (kWh)", 1], [], ["Birch House"], ["Gas (kWh)", 3], [], ["Total"], ["Gas (kWh)", 4]],
    reads: ["GAS RT5/Alder House 2023/24 1", "GAS RT5/Birch House 2023/24 3"],
  },
  {
    name: "“Site” beside each name",
    sheet: "LPT 2023-24",
    grid: [
      ["Site", "Bradgate Unit"],
      ["Gas (kWh)", 1],
      ["Water (m3)", 2],
      ["Site", "Evington Centre"],
      ["Gas (kWh)", 3],
      ["Water (m3)", 4],
    ],
    reads: [
      "GAS RT5/Bradgate Unit 2023/24 1",
      "GAS RT5/Evington Centre 2023/24 3",
      "WATER RT5/Bradgate Unit 2023/24 2",
      "WATER RT5/Evington Centre 2023/24 4",
    ],
  },
  {
    name: "blocks side by side under their sites' names",
    sheet: "LPT 2023-24",
    grid: [
      ["Bradgate Unit", "", "", "Evington Centre", ""],
      ["Gas (kWh)", 1, "", "Gas (kWh)", 3],
      ["Water (m3)", 5, "", "Water (m3)", 7],
    ],
    reads: [
      "GAS RT5/Bradgate Unit 2023/24 1",
      "GAS RT5/Evington Centre 2023/24 3",
      "WATER RT5/Bradgate Unit 2023/24 5",
      "WATER RT5/Evington Centre 2023/24 7",
    ],
  },
  {
    name: "tables side by side under their sites' names",
    sheet: "LPT",
    grid: [
      ["Bradgate Unit", "", "", "Evington Centre", ""],
      ["", "2022/23", "", "", "2022/23"],
      ["Gas (kWh)", 1, "", "Gas (kWh)", 3],
    ],
    reads: ["GAS RT5/Bradgate Unit 2022/23 1", "GAS RT5/Evington Centre 2022/23 3"],
  },
  {
    name: "sites' names merged over years",
    sheet: "LPT",
    grid: [
      ["", "Bradgate Unit", "", "Evington Centre", ""],
      ["Metric", "2022/23", "2023/24", "2022/23", "2023/24"],
      ["Gas (kWh)", 1, 2, 3, 4],
    ],
    reads: [
      "GAS RT5/Bradgate Unit 2022/23 1",
      "GAS RT5/Bradgate Unit 2023/24 2",
      "GAS RT5/Evington Centre 2022/23 3",
      "GAS RT5/Evington Centre 2023/24 4",
    ],
  },
  {
    name: "sites down under each metric's name, with its total",
    sheet: "LPT",
    grid: [
      ["", "2022/23"],
      ["Gas (kWh)"],
      ["Bradgate Unit", 1],
      ["Evington Centre", 3],
      ["Total", 4],
      ["Water (m3)"],
      ["Bradgate Unit", 5],
      ["Evington Centre", 7],
      ["Total", 12],
    ],
    reads: [
      "GAS RT5/Bradgate Unit 2022/23 1",
      "GAS RT5/Evington Centre 2022/23 3",
      "WATER RT5/Bradgate Unit 2022/23 5",
      "WATER RT5/Evington Centre 2022/23 7",
    ],
  },
  {
    name: "each table's site in its corner",
    sheet: "LPT",
    grid: [["Bradgate Unit", "2022/23"], ["Gas (kWh)", 1], [], ["Evington Centre", "2022/23"], ["Gas (kWh)", 5]],
    reads: ["GAS RT5/Bradgate Unit 2022/23 1", "GAS RT5/Evington Centre 2022/23 5"],
  },
  {
    name: "sites to the left of their blocks",
    sheet: "LPT 2023-24",
    grid: [
      ["Bradgate Unit", "Gas (kWh)", 1],
      ["", "Water (m3)", 2],
      ["Evington Centre", "Gas (kWh)", 3],
      ["", "Water (m3)", 4],
    ],
    reads: [
      "GAS RT5/Bradgate Unit 2023/24 1",
      "GAS RT5/Evington Centre 2023/24 3",
      "WATER RT5/Bradgate Unit 2023/24 2",
      "WATER RT5/Evington Centre 2023/24 4",
    ],
  },
  {
    name: "organisations to the left of their blocks",
    sheet: "2023-24",
    grid: [
      ["UHL", "Gas (kWh)", 1],
      ["", "Water (m3)", 2],
      ["LPT", "Gas (kWh)", 3],
      ["", "Water (m3)", 4],
    ],
    reads: ["GAS RT5 2023/24 3", "GAS RWE 2023/24 1", "WATER RT5 2023/24 4", "WATER RWE 2023/24 2"],
  },
  {
    name: "“Site:” before names of any kind",
    sheet: "LPT 2023-24",
    grid: [["Site: Northgate"], ["Gas (kWh)", 1], ["Site: Southgate"], ["Gas (kWh)", 3]],
    reads: ["GAS RT5/Northgate 2023/24 1", "GAS RT5/Southgate 2023/24 3"],
  },
  {
    name: "a total of all sites below the last",
    sheet: "LPT 2023-24",
    grid: [["Bradgate Unit"], ["Gas (kWh)", 1], ["Evington Centre"], ["Gas (kWh)", 3], ["Total gas (kWh)", 4]],
    reads: ["GAS RT5/Bradgate Unit 2023/24 1", "GAS RT5/Evington Centre 2023/24 3"],
  },
  {
    name: "organisations over blocks, the first included",
    sheet: "2023-24",
    grid: [["UHL"], ["Gas (kWh)", 1], ["LPT"], ["Gas (kWh)", 3]],
    reads: ["GAS RT5 2023/24 3", "GAS RWE 2023/24 1"],
  },
  {
    name: "a lone title that ends as sites' names do is a title",
    sheet: "UHL",
    grid: [["Estates Unit"], ["Metric", "2022/23"], ["Gas (kWh)", 1]],
    reads: ["GAS RWE 2022/23 1"],
  },
];

/** Where a section under a metric's name ends. */
export const sectionEnds: readonly ShapeCase[] = [
  {
    name: "totals and goals of more than the scope above, and a date",
    sheet: "Return",
    grid: [
      ["University Hospitals of Leicester NHS Trust: greenhouse gas return"],
      [],
      ["", "2022/23", "2023/24"],
      ["Absolute emissions (tCO2e)"],
      ["Scope 1 Emissions"],
      ["Stationary emissions", 18_200, 17_650],
      ["Scope 2 Emissions (location-based)", 9_100, 8_450],
      ["Total Emissions", 27_940, 26_705],
      [],
      ["Goal for Emissions", 26_500, 25_000],
      [],
      ["", "Date last updated", 45_465],
    ],
    reads: ["S2 RWE 2022/23 9100", "S2 RWE 2023/24 8450"],
    asks: ["B10", "B6", "B8", "C10", "C12", "C6", "C8"],
  },
  {
    name: "each scope's own total, and one over both",
    sheet: "UHL",
    grid: [
      ["Emissions (tCO2e)", "2022/23"],
      ["Scope 1 emissions"],
      ["Boilers", 4],
      ["Theatres", 1],
      ["Total", 5],
      ["Scope 2 emissions"],
      ["Grid", 7],
      ["Total", 7],
      ["Total", 12],
    ],
    reads: ["S1 RWE 2022/23 5", "S2 RWE 2022/23 7"],
    asks: ["B3", "B4", "B7", "B9"],
  },
  {
    name: "one total after two scopes is of both",
    sheet: "UHL",
    grid: [
      ["Emissions (tCO2e)", "2022/23"],
      ["Scope 1 emissions"],
      ["Boilers", 4],
      ["Scope 2 emissions"],
      ["Grid", 7],
      ["Total", 11],
    ],
    reads: [],
    asks: ["B3", "B5", "B6"],
  },
  {
    name: "a sum after a row of another scope",
    sheet: "LPT",
    grid: [
      ["Emissions (tCO2e)", "2022/23"],
      ["Scope 1 emissions"],
      ["Boilers", 4_100],
      ["Scope 2 emissions", 2_100],
      ["Sum", 6_200],
    ],
    reads: ["S2 RT5 2022/23 2100"],
    asks: ["B3", "B5"],
  },
  {
    name: "units under each metric's name",
    sheet: "LPT 2023-24",
    grid: [["Electricity"], ["kWh", 100], ["£", 20], ["Gas"], ["kWh", 50], ["£", 7]],
    reads: ["ELEC RT5 2023/24 100", "ELEC-COST RT5 2023/24 20", "GAS RT5 2023/24 50", "GAS-COST RT5 2023/24 7"],
  },
  {
    name: "rows without names go on past a blank row",
    sheet: "LPT",
    grid: [["Metric", "Value"], ["Gas (kWh)"], ["2022/23", 1], [], ["2023/24", 2]],
    reads: ["GAS RT5 2022/23 1", "GAS RT5 2023/24 2"],
  },
];

/** Headings of values, pivots, scopes and groups. */
export const lists: readonly ShapeCase[] = [
  ...["Quantity", "Qty", "Total", "Value", "Amount", "Usage", "Reading", "Volume", "Actual", "Total usage"].map(
    (heading): ShapeCase => ({
      name: `“${heading}” over the figures of a list`,
      sheet: "UHL",
      grid: [
        ["Utility", "Period", heading, "Unit"],
        ["Gas", "2023/24", 5, "MWh"],
        ["Water", "2023/24", 6, "m3"],
      ],
      reads: ["GAS RWE 2023/24 5000", "WATER RWE 2023/24 6"],
    }),
  ),
  {
    name: "a figure with a remark starts no table",
    sheet: "Data",
    grid: [
      ["Organisation", "Metric", "Period", "Unit", "Value"],
      ["UHL", "Gas consumed", "2018/19", "kWh", 9_040_000],
      ["UHL", "Gas consumed", "2019/20", "kWh", "9,050,000 (est)"],
      ["UHL", "Gas consumed", "2020/21", "kWh", 9_060_000],
    ],
    reads: ["GAS RWE 2018/19 9040000", "GAS RWE 2019/20 none (number typed as text)", "GAS RWE 2020/21 9060000"],
    asks: ["E3"],
  },
  {
    name: "a pivot with “Column Labels” and “Sum of”",
    sheet: "UHL",
    grid: [
      ["Sum of kWh", "Column Labels"],
      ["Row Labels", "2022/23", "2023/24", "(blank)", "Grand Total"],
      ["Gas", 1, 2, null, 3],
      ["Electricity", 4, 5, null, 9],
      ["(blank)"],
    ],
    reads: ["ELEC RWE 2022/23 4", "ELEC RWE 2023/24 5", "GAS RWE 2022/23 1", "GAS RWE 2023/24 2"],
  },
  {
    name: "a pivot of sites with sums of metrics",
    sheet: "UHL 2023-24",
    grid: [
      ["Row Labels", "Sum of Gas (kWh)", "Sum of Electricity (kWh)"],
      ["Glenfield Hospital", 1, 2],
      ["Leicester General Hospital", 3, 4],
      ["Grand Total", 4, 6],
    ],
    reads: [
      "ELEC RWE/Glenfield Hospital 2023/24 2",
      "ELEC RWE/Leicester General Hospital 2023/24 4",
      "GAS RWE/Glenfield Hospital 2023/24 1",
      "GAS RWE/Leicester General Hospital 2023/24 3",
    ],
  },
  {
    name: "a column of scopes beside a grouped heading",
    sheet: "LPT",
    grid: [
      ["Theme", "Unit", "Scope", "Absolute consumption figures"],
      ["", "", "", "2021/22", "2022/23"],
      ["Gas", "MWh", 1, 3_086, 2_695],
      ["Electricity", "MWh", 2, 4_707, 4_712],
    ],
    reads: [
      "ELEC RT5 2021/22 4707000",
      "ELEC RT5 2022/23 4712000",
      "GAS RT5 2021/22 3086000",
      "GAS RT5 2022/23 2695000",
    ],
  },
  {
    name: "scopes in words beside sources are no metrics",
    sheet: "UHL",
    grid: [
      ["Source", "Scope", "Unit", "2022/23"],
      ["Gas", "Scope 1", "tCO2e", 5],
      ["Electricity", "Scope 2", "tCO2e", 7],
    ],
    reads: [],
    asks: ["D2", "D3"],
  },
  {
    name: "beside a scope a figure without a unit may be emissions",
    sheet: "UHL",
    grid: [
      ["Scope", "Category", "2022/23"],
      ["Scope 1", "Natural gas", 5],
      ["Scope 2", "Electricity", 7],
    ],
    reads: [],
    asks: ["C2", "C3"],
  },
  {
    name: "scopes that name the rows are metrics",
    sheet: "UHL",
    grid: [
      ["Scope", "2022/23", "2023/24"],
      ["Scope 1", 5, 6],
      ["Scope 2", 7, 8],
    ],
    reads: ["S1 RWE 2022/23 5", "S1 RWE 2023/24 6", "S2 RWE 2022/23 7", "S2 RWE 2023/24 8"],
  },
  {
    name: "units and subcategories in one column",
    sheet: "LPT",
    grid: [
      ["Sustainability theme", "Unit/subcategory", "Carbon scope", "Absolute consumption figures"],
      ["", "", "", "2021/22", "2022/23"],
      ["Gas", "(000's kWh)", 1, 3_120, 2_980],
      ["Water", "(m3)", 3, 12_050, 12_880],
      ["Waste (tonnes)", "Recycling", 3, 38, 41],
      [null, "Waste to landfill", 3, 30, 22],
    ],
    reads: [
      "GAS RT5 2021/22 3120000",
      "GAS RT5 2022/23 2980000",
      "LANDFILL RT5 2021/22 30",
      "LANDFILL RT5 2022/23 22",
      "RECYCLING RT5 2021/22 38",
      "RECYCLING RT5 2022/23 41",
      "WATER RT5 2021/22 12050",
      "WATER RT5 2022/23 12880",
    ],
  },
  {
    name: "the year after its quarters",
    sheet: "LPT",
    grid: [
      ["LPT water 2024/25"],
      ["Measure", "Unit", "Q1", "Q2", "Q3", "Q4", "Year"],
      ["Water consumed", "m3", 1, 2, 3, 4, 10],
    ],
    reads: [
      "WATER RT5 2024/25 10",
      "WATER RT5 2024/25 Q1 1",
      "WATER RT5 2024/25 Q2 2",
      "WATER RT5 2024/25 Q3 3",
      "WATER RT5 2024/25 Q4 4",
    ],
  },
  {
    name: "organisations' totals side by side",
    sheet: "2023-24",
    grid: [
      ["Metric", "Unit", "UHL total", "LPT total"],
      ["Gas", "kWh", 10, 20],
    ],
    reads: ["GAS RT5 2023/24 20", "GAS RWE 2023/24 10"],
  },
  {
    name: "units under a heading that is not known",
    sheet: "UHL",
    grid: [
      ["Metric", "Counted as", "2022/23"],
      ["Gas", "MWh", 5],
      ["Water", "m3", 7],
    ],
    reads: ["GAS RWE 2022/23 5000", "WATER RWE 2022/23 7"],
  },
  {
    name: "a metric in the corner over months",
    sheet: "LPT",
    grid: [
      ["Gas (MWh)", "Apr", "May", "Comment"],
      ["2023/24", 1, 2, "ok"],
    ],
    reads: ["GAS RT5 2023-04 1000", "GAS RT5 2023-05 2000"],
  },
  {
    name: "a remark in brackets between the rows",
    sheet: "LPT",
    grid: [["Metric", "2022/23", "2023/24"], ["Gas (kWh)", 1, 2], ["(2023/24 is provisional)"], ["Water (m3)", 3, 4]],
    reads: ["GAS RT5 2022/23 1", "GAS RT5 2023/24 2", "WATER RT5 2022/23 3", "WATER RT5 2023/24 4"],
  },
];
