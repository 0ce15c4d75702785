/**
 * Reads what classes, properties, methods and events Microsoft's Excel client knows from the readable build in the
 * `@microsoft/office-js` package, and writes it as JSON for the stand-in's dispatcher.
 *
 * The client is generated code of a very regular shape, so its text is read; nothing of it is copied. Where the shape
 * is not what is expected, this fails with a sentence: a silent half would make the stand-in answer wrongly.
 */
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const library = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const sourceFile = path.join(library, "excel-web-16.00.debug.js");
const target = path.join(root, "src/standin/wire/generated/metadata.json");

class ShapeChanged extends Error {}

function fail(sentence) {
  throw new ShapeChanged(`The Excel client's shape is not the one the stand-in knows: ${sentence}`);
}

/** The text of each class in the Excel namespace, by the class's name. */
function classBodies(source) {
  const start = source.indexOf("\nvar Excel;");
  if (start < 0) fail("the namespace Excel was not found.");
  const opening = /\n {4}var (\w+) = \(function \(_super\) \{\n/g;
  opening.lastIndex = start;
  const bodies = new Map();
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const end = source.indexOf("\n    }(", opening.lastIndex);
    if (end < 0) fail(`the class ${match[1]} has no end.`);
    const body = source.slice(opening.lastIndex, end);
    opening.lastIndex = end;
    if (body.includes('"_className"') && !bodies.has(match[1])) bodies.set(match[1], body);
  }
  return bodies;
}

/** The list a generated getter returns, e.g. of `_scalarPropertyNames`; empty where the class has none. */
function listOf(body, getter) {
  const match = new RegExp(`"${getter}", \\{\\s+get: function \\(\\) \\{\\s+return (\\[[^\\]]*\\]);`).exec(body);
  return match ? JSON.parse(match[1]) : [];
}

function scalarsOf(name, body) {
  const names = listOf(body, "_scalarPropertyNames");
  const wireNames = listOf(body, "_scalarPropertyOriginalNames");
  const writable = listOf(body, "_scalarPropertyUpdateable");
  if (wireNames.length !== names.length) fail(`${name} has ${names.length} properties but ${wireNames.length} names.`);
  return Object.fromEntries(names.map((scalar, i) => [scalar, { wire: wireNames[i], writable: writable[i] === true }]));
}

function navigationsOf(body) {
  const pattern = /"(\w+)", \{\s+get: function \(\) \{[^}]*?_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/g;
  return Object.fromEntries([...body.matchAll(pattern)].map((m) => [m[1], { wire: m[3], class: m[2] }]));
}

/** Methods by wire name: the class they give, or null for a plain value or nothing. */
function methodsOf(body) {
  const objects = [...body.matchAll(/_createMethodObject\((?:Excel\.)?(\w+), this, "(\w+)"/g)].map((m) => [m[2], m[1]]);
  const calls = [...body.matchAll(/_invokeMethod\(this, "(\w+)"/g)].map((m) => [m[1], null]);
  return Object.fromEntries([...calls, ...objects]);
}

function itemOf(body) {
  const child = /_createChildItemObject\(Excel\.(\w+), (true|false), this/.exec(body);
  const indexer = /_createIndexerObject\(Excel\.(\w+), this/.exec(body);
  return child ? child[1] : indexer ? indexer[1] : null;
}

/** The fields by which the client knows an object again: `Id`, `_Id` or `_ReferenceId`. */
function identityOf(body) {
  const match = /_handleIdResult = function \(value\) \{([\s\S]*?)\n {8}\};/.exec(body);
  return match ? [...match[1].matchAll(/value\["(\w+)"\]\)\)/g)].map((m) => m[1]) : [];
}

/** Event numbers by the wire name of the method that registers for them. */
function eventsOf(source, body) {
  const constants = (text) => {
    if (/^\d+$/.test(text)) return Number(text);
    const value = new RegExp(`\\b${text.replace(/\./g, "\\.")} = (\\d+);`).exec(source);
    return value ? Number(value[1]) : null;
  };
  const pattern = /eventType: ([\w.]+),\s+registerFunc: function \([^)]*\) \{[^}]*?_this\.(_Register\w+)\(/g;
  return Object.fromEntries(
    [...body.matchAll(pattern)].map((m) => [m[2], constants(m[1])]).filter((pair) => pair[1] !== null),
  );
}

function describe(source, name, body) {
  const item = itemOf(body);
  const isCollection = body.includes('"_isCollection"');
  if (isCollection && item === null) fail(`the collection ${name} does not say what it holds.`);
  return {
    scalars: scalarsOf(name, body),
    navigations: navigationsOf(body),
    methods: methodsOf(body),
    item: isCollection || item ? item : null,
    isCollection,
    identity: identityOf(body),
    events: eventsOf(source, body),
  };
}

/** Things that hold in every client seen (1.1.38 to 1.1.110): if one does not, the reading above went wrong. */
function check(classes) {
  const expect = (holds, sentence) => holds || fail(sentence);
  expect(Object.keys(classes).length >= 150, `only ${Object.keys(classes).length} classes were found.`);
  expect(classes.Range?.scalars.values?.writable === true, "Range.values is not a writable property.");
  expect(classes.Range?.identity.includes("_ReferenceId"), "a Range has no _ReferenceId.");
  expect(classes.Worksheet?.navigations.tables?.class === "TableCollection", "Worksheet.tables was not found.");
  expect(classes.Worksheet?.events._RegisterDataChangedEvent === 10, "a worksheet's onChanged is not event 10.");
  expect(classes.WorksheetCollection?.item === "Worksheet", "worksheets do not hold Worksheet.");
  expect(classes.WorksheetCollection?.methods.Add === "Worksheet", "worksheets.add does not give a Worksheet.");
  expect(classes.Workbook?.methods._RemoveReference === null, "Workbook._RemoveReference was not found.");
}

/** Everything the client's text says of its classes. @throws ShapeChanged with a sentence where it is not what was expected. */
function readClasses(text) {
  const source = text.replaceAll("\r\n", "\n");
  const classes = {};
  for (const [name, body] of classBodies(source)) classes[name] = describe(source, name, body);
  check(classes);
  return classes;
}

function main() {
  if (!fs.existsSync(sourceFile)) {
    fail("the readable build excel-web-16.00.debug.js is not in the package @microsoft/office-js.");
  }
  const classes = readClasses(fs.readFileSync(sourceFile, "utf8"));
  const { version } = JSON.parse(fs.readFileSync(path.join(library, "..", "package.json"), "utf8"));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, `${JSON.stringify({ version, classes })}\n`);
  console.log(`${path.relative(root, target)}: ${Object.keys(classes).length} classes of office-js ${version}`);
}

module.exports = { readClasses, sourceFile };

if (require.main === module) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof ShapeChanged)) throw error;
    console.error(error.message);
    console.error(`Look at ${path.relative(root, sourceFile)} and mend scripts/generate-wire-metadata.cjs.`);
    process.exitCode = 1;
  }
}
