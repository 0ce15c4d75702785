import { openExcel } from "../../../src/standin/index";
import { blank, errorOf } from "../support";

/** Years down, two metrics across, at A1:C4. */
async function withData() {
  const excel = await blank();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:C4").values = [
      ["Year", "Path", "Actual"], ["2019/20", 10, 11], ["2020/21", 9, 10], ["2021/22", 8, 9],
    ]; // prettier-ignore
    await context.sync();
  });
  return { ...excel, sheet: excel.book.sheets[0]! };
}

describe("charts", () => {
  test("find names, categories and values in their range", async () => {
    const { Excel, sheet } = await withData();
    await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.charts.add("Line", first.getRange("A1:C4"), "Columns");
      first.charts.add("ColumnStacked", first.getRange("A1:C4"), "Rows");
      first.charts.add("BarClustered", first.getRange("B2:C4"));
      await context.sync();
    });
    const series = sheet.charts.map((chart) =>
      chart.series.map((one) => [one.name, one.nameRef, one.categories, one.values]),
    );
    expect(series[0]).toEqual([
      ["Path", "Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"],
      ["Actual", "Sheet1!$C$1", "Sheet1!$A$2:$A$4", "Sheet1!$C$2:$C$4"],
    ]);
    expect(series[1]?.[0]).toEqual(["2019/20", "Sheet1!$A$2", "Sheet1!$B$1:$C$1", "Sheet1!$B$2:$C$2"]);
    expect(series[2]?.[0]).toEqual(["Series1", null, null, "Sheet1!$B$2:$B$4"]);
    expect(sheet.charts.map((chart) => chart.name)).toEqual(["Chart 1", "Chart 2", "Chart 3"]);
    expect(sheet.edits.charts).toBe(true);
  });

  test("take title, legend, axes and place", async () => {
    const { Excel, sheet } = await withData();
    await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const chart = first.charts.add("Line", first.getRange("A1:C4"));
      chart.name = "Footprint";
      chart.title.text = "Footprint is above its path";
      chart.title.format.font.size = 14;
      chart.title.format.font.color = "#003087";
      chart.legend.position = "Bottom";
      const { valueAxis, categoryAxis } = chart.axes;
      valueAxis.minimum = 0;
      valueAxis.maximum = 20;
      valueAxis.numberFormat = "#,##0";
      valueAxis.title.text = "ktCO2e";
      valueAxis.majorGridlines.visible = false;
      valueAxis.format.font.size = 9;
      categoryAxis.reversePlotOrder = true;
      chart.setPosition("B6", "C7");
      const again = first.charts.getItemOrNullObject("footprint");
      again.load("name,left,top,width,height,chartType");
      valueAxis.load("minimum,title/text");
      await context.sync();
      expect(again.toJSON()).toMatchObject({ left: 48, top: 75, width: 96, height: 30, chartType: "Line" });
      expect([valueAxis.minimum, valueAxis.title.text]).toEqual([0, "ktCO2e"]);
    });
    expect(sheet.charts[0]).toMatchObject({
      title: "Footprint is above its path", titleSize: 14, titleColor: "#003087",
      value: { minimum: 0, maximum: 20, numberFormat: "#,##0", title: "ktCO2e", majorGridlines: false, fontSize: 9 },
      category: { reversed: true },
    }); // prettier-ignore
  });

  test("series are added, drawn otherwise than the rest, and deleted", async () => {
    const { Excel, sheet } = await withData();
    await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const chart = first.charts.add("ColumnClustered", first.getRange("A1:B4"));
      const added = chart.series.add("Actual");
      added.setValues(first.getRange("C2:C4"));
      added.setXAxisValues(first.getRange("A2:A4"));
      added.chartType = "Line";
      added.axisGroup = "Secondary";
      added.format.line.color = "#ff0000";
      added.format.line.weight = 2.25;
      added.format.line.lineStyle = "Dash";
      added.markerStyle = "Circle";
      added.markerSize = 7;
      added.markerBackgroundColor = "#00ff00";
      added.smooth = false;
      chart.series.getItemAt(0).format.fill.setSolidColor("#0000ff");
      await context.sync();
      expect(sheet.charts[0]?.series).toMatchObject([
        { name: "Path", type: null, color: "#0000FF" },
        {
          name: "Actual", type: "Line", axisGroup: "Secondary", values: "Sheet1!$C$2:$C$4",
          categories: "Sheet1!$A$2:$A$4", color: "#FF0000", lineWeight: 2.25, lineStyle: "Dash",
          markerStyle: "Circle", markerSize: 7, markerColor: "#00FF00",
        },
      ]); // prettier-ignore
      expect(sheet.charts[0]?.secondaryValue).not.toBeNull();
      chart.series.getItemAt(1).delete();
      chart.series.load("count");
      await context.sync();
      expect(chart.series.count).toBe(1);
      chart.delete();
      await context.sync();
    });
    expect(sheet.charts).toEqual([]);
  });

  test("keep in the file what a single point says, and a column that is not seen", async () => {
    const { Excel, save } = await withData();
    await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const line = first.charts.add("Line", first.getRange("A1:C4")).series.getItemAt(0);
      const label = line.points.getItemAt(2);
      label.hasDataLabel = true;
      label.dataLabel.showSeriesName = true;
      label.dataLabel.showValue = false;
      label.dataLabel.position = "Right";
      label.dataLabel.numberFormat = '"Target "0';
      label.dataLabel.format.font.size = 12;
      label.dataLabel.format.font.color = "#212B32";
      first.charts.add("ColumnStacked", first.getRange("A1:C4")).series.getItemAt(0).format.fill.clear();
      label.load("hasDataLabel");
      line.points.load("count");
      await context.sync();
      expect([label.hasDataLabel, line.points.count]).toEqual([true, 3]);
    });
    const again = await openExcel(await save());
    const [line, columns] = again.book.sheets[0]!.charts;
    expect(line!.series[0]).toMatchObject({
      labels: null,
      pointLabels: [
        {
          index: 2, position: "Right", showsName: true, showsValue: false,
          numberFormat: '"Target "0', fontSize: 12, fontColor: "#212B32",
        },
      ],
    }); // prettier-ignore
    expect(columns!.series.map(({ color }) => color)).toEqual(["none", null]);
    await again.Excel.run(async (context) => {
      const series = context.workbook.worksheets.getFirst().charts.getItemAt(0).series.getItemAt(0);
      series.hasDataLabels = false;
      await context.sync();
    });
    expect(line!.series[0]).not.toHaveProperty("pointLabels");
  });

  test.each<[string, (chart: Excel.Chart) => unknown]>([
    ["ChartLegend.overlay", (chart) => (chart.legend.overlay = true)],
    ["ChartSeries.gapWidth", (chart) => (chart.series.getItemAt(0).gapWidth = 50)],
    ["Chart.getImage", (chart) => chart.getImage()],
    ["ChartFont.bold", (chart) => (chart.title.format.font.bold = true)],
  ])("%s, which the file would not keep, is NotImplemented", async (member, use) => {
    const excel = await withData();
    const error = await errorOf(excel, (context) => {
      const first = context.workbook.worksheets.getFirst();
      use(first.charts.add("Line", first.getRange("A1:C4")));
    });
    expect(error).toMatchObject({ code: "NotImplemented", message: expect.stringContaining(member) });
  });
});
