/**
 * An independent reader and writer of workbooks, in a process of its own: it makes a workbook the way
 * another program would, or tells what it finds in one. Usage: excelize.cjs make OUT | read IN
 */
const fs = require("node:fs");
const { init } = require("excelize-wasm");

function checked(result) {
  if (result.error) throw new Error(result.error);
  return result;
}

function make(excelize) {
  const file = excelize.NewFile();
  checked(file.SetSheetName("Sheet1", "Return"));
  const rows = [
    ["Year", "Gas", "Path"],
    ["2022/23", 120.5, 118],
    ["2023/24", 110, 108],
    ["2024/25", 104, 97],
  ];
  rows.forEach((row, index) => checked(file.SetSheetRow("Return", `A${index + 1}`, row)));
  checked(file.SetCellFormula("Return", "D2", "B2-C2"));
  const style = checked(file.NewStyle({ Font: { Bold: true, Color: "005EB8" }, NumFmt: 4 })).style;
  checked(file.SetCellStyle("Return", "B2", "B4", style));
  checked(file.AddTable("Return", { Range: "A1:C4", Name: "Energy", StyleName: "TableStyleMedium9" }));
  checked(
    file.AddChart("Return", "F2", {
      Type: excelize.Line,
      Series: [{ Name: "Return!$B$1", Categories: "Return!$A$2:$A$4", Values: "Return!$B$2:$B$4" }],
      Title: { Paragraph: [{ Text: "Gas" }] },
    }),
  );
  checked(file.AddComment("Return", { Cell: "B3", Author: "Estates", Paragraph: [{ Text: "Estimated reading" }] }));
  checked(file.SetCellHyperLink("Return", "A2", "https://example.org/", "External"));
  checked(file.SetDefinedName({ Name: "Total", RefersTo: "Return!$B$4" }));
  checked(file.NewSheet("Hidden"));
  checked(file.SetSheetVisible("Hidden", false));
  return Buffer.from(checked(file.WriteToBuffer()).buffer);
}

function read(excelize, bytes) {
  const file = checked(excelize.OpenReader(bytes));
  const sheets = checked(file.GetSheetList()).list;
  return {
    sheets,
    rows: Object.fromEntries(sheets.map((name) => [name, checked(file.GetRows(name, { RawCellValue: true })).result])),
    tables: sheets.flatMap((name) =>
      checked(file.GetTables(name)).tables.map((table) => `${name} ${table.Name} ${table.Range}`),
    ),
    comments: sheets.flatMap((name) => checked(file.GetComments(name)).comments.map((comment) => comment.Cell)),
    names: checked(file.GetDefinedName()).definedNames.map((name) => `${name.Name} ${name.RefersTo} ${name.Scope}`),
  };
}

init(require.resolve("excelize-wasm/excelize.wasm.gz")).then((excelize) => {
  const [, , action, path] = process.argv;
  if (action === "make") fs.writeFileSync(path, make(excelize));
  else process.stdout.write(JSON.stringify(read(excelize, fs.readFileSync(path))));
  process.exit(0);
});
