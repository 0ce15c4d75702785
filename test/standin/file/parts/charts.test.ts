import type { ChartState } from "../../../../src/workbook-file/book/book";
import { newBook } from "../../../../src/workbook-file/book/blank-book";
import { chartXml } from "../../../../src/standin/file/parts/charts";
import { parseXml, type XmlNode } from "../../../../src/workbook-file/package/xml";
import { AXIS, chart } from "../packages";

/** Order of children by the schema, ECMA-376 part 1, annex A (dml-chart.xsd), for the elements a chart of ours may hold. */
const SEQUENCES: Record<string, string> = {
  chartSpace: "date1904 lang roundedCorners style clrMapOvr pivotFmts chart spPr txPr",
  chart: "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs",
  title: "tx layout overlay spPr txPr",
  plotArea: "layout areaChart lineChart pieChart doughnutChart barChart valAx catAx dTable spPr",
  lineChart: "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
  barChart: "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
  areaChart: "grouping varyColors ser dLbls dropLines axId",
  pieChart: "varyColors ser dLbls firstSliceAng",
  doughnutChart: "varyColors ser dLbls firstSliceAng holeSize",
  catAx:
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
  valAx:
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit",
  scaling: "logBase orientation max min",
  marker: "symbol size spPr",
  legend: "legendPos legendEntry layout overlay spPr txPr",
  ln: "noFill solidFill gradFill pattFill prstDash custDash round bevel miter",
  strCache: "ptCount pt",
  numCache: "formatCode ptCount pt",
};
const SERIES: Record<string, string> = {
  lineChart: "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth",
  barChart: "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
  areaChart: "idx order tx spPr pictureOptions dPt dLbls trendline errBars cat val",
  pieChart: "idx order tx spPr explosion dPt dLbls cat val",
  doughnutChart: "idx order tx spPr explosion dPt dLbls cat val",
};
/** Plots and axes may stand in any order among themselves. */
const CHOICES = /^(areaChart|lineChart|pieChart|doughnutChart|barChart)$|^(valAx|catAx)$/;

function misplaced(node: XmlNode, parent = ""): string[] {
  const sequence = (node.name === "ser" ? SERIES[parent] : SEQUENCES[node.name])?.split(" ");
  const wrong: string[] = [];
  if (sequence) {
    let at = 0;
    for (const { name } of node.children) {
      const place = sequence.indexOf(CHOICES.test(name) ? (name.endsWith("Ax") ? "valAx" : "areaChart") : name);
      if (place < 0) wrong.push(`${name} does not belong in ${node.name} of ${parent}`);
      else if (place < at) wrong.push(`${name} stands too late in ${node.name}`);
      at = Math.max(at, place);
    }
  }
  return [...wrong, ...node.children.flatMap((each) => misplaced(each, node.name))];
}

function full(type: string): ChartState {
  const base = chart("Chart 1", type, "Sheet1");
  const series = {
    ...base.series[0]!,
    lineStyle: "Dash",
    markerStyle: "Circle",
    markerSize: 6,
    markerColor: "#003087",
    smooth: true,
  };
  return {
    ...base,
    series: [
      series,
      { ...series, nameRef: null, name: "A & B", type: type.startsWith("Pie") ? null : "Line", axisGroup: "Secondary" },
    ],
    category: { ...AXIS, title: "Year", fontSize: 9, fontColor: "#425563", reversed: true },
    value: { ...base.value, minimum: 0, maximum: 90, numberFormat: "#,##0" },
    secondaryValue: { ...AXIS, title: "Share" },
  };
}

/** The check itself must be able to fail: the order a library writes that puts the marker after the values. */
test("the order check finds a marker after the values and 'smooth' in a bar", () => {
  expect(
    misplaced(parseXml("<c:lineChart xmlns:c='c'><c:ser><c:idx/><c:val/><c:marker/></c:ser></c:lineChart>")),
  ).toEqual(["marker stands too late in ser"]);
  expect(misplaced(parseXml("<c:barChart xmlns:c='c'><c:ser><c:smooth/></c:ser></c:barChart>"))).toHaveLength(1);
});

test.each([
  "Line",
  "LineMarkers",
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "AreaStacked",
  "Pie",
  "Doughnut",
])("a %s chart with everything on it stands in the schema's order", (type) => {
  expect(misplaced(parseXml(chartXml(full(type), newBook())))).toEqual([]);
});

test("values and labels are kept beside their references, as the cells have them", () => {
  const book = newBook();
  book.sheets[0]!.cells = [
    [
      { value: "Year", style: 0 },
      { value: "Gas", style: 0 },
    ],
    [
      { value: "2023/24", style: 0 },
      { value: 1.5, style: 0 },
    ],
    [
      { value: "2024/25", style: 0 },
      { value: { error: "#N/A" }, style: 0 },
    ],
  ];
  const xml = chartXml(chart("c", "Line", "Sheet1"), book);
  expect(xml).toContain('<c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Gas</c:v>');
  expect(xml).toContain('<c:ptCount val="3"/><c:pt idx="0"><c:v>2023/24</c:v></c:pt><c:pt idx="1"><c:v>2024/25</c:v>');
  expect(xml).toContain(
    '<c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>1.5</c:v></c:pt></c:numCache>',
  );
});
