const { pathsToModuleNameMapper } = require("ts-jest");
const { compilerOptions } = require("./tsconfig.json");

/**
 * Code is compiled by tsconfig.json, as the product is; ts-jest itself turns modules into CommonJS, which jest runs.
 * Types are checked by `tsc` in `npm test`; here files are only transpiled, so the tests start fast.
 */
const transform = {
  "@ironcalc.wasm.+\\.js$": "<rootDir>/test/ironcalc.transform.cjs",
  "^.+\\.tsx?$": ["ts-jest", { diagnostics: false }],
};

/** numfmt names a file for `require` that it does not ship; `paths` names the one it does, here and for tsx. */
const moduleNameMapper = pathsToModuleNameMapper(compilerOptions.paths, { prefix: "<rootDir>/" });

module.exports = {
  // Jest leaves one core idle by itself, which is half of a machine of two. Tests share no port, file or folder.
  maxWorkers: "100%",
  projects: [
    {
      displayName: "domain",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/taskpane/", "<rootDir>/test/browser/"],
      transform,
      moduleNameMapper,
      transformIgnorePatterns: ["/node_modules/(?!@ironcalc/)"],
    },
    {
      displayName: "taskpane",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/taskpane/**/*.test.{ts,tsx}"],
      setupFilesAfterEnv: ["<rootDir>/test/taskpane/setup.ts"],
      transform,
      moduleNameMapper,
    },
  ],
};
