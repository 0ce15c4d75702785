const ts = require("typescript");

/** jest runs CommonJS; IronCalc is an ES module that reads import.meta only where it is not told its file. */
module.exports = {
  process: (source) => ({
    code: ts.transpileModule(source.replaceAll("import.meta.url", '""'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    }).outputText,
  }),
};
