const transform = {
  "@ironcalc.wasm.+\\.js$": "<rootDir>/test/ironcalc.transform.cjs",
  "^.+\\.(ts|tsx)$": [
    "ts-jest",
    {
      diagnostics: false,
      tsconfig: {
        target: "ES2022",
        module: "commonjs",
        moduleResolution: "node10",
        ignoreDeprecations: "6.0",
        jsx: "react-jsx",
        esModuleInterop: true,
        resolveJsonModule: true,
        isolatedModules: true,
        verbatimModuleSyntax: false,
      },
    },
  ],
};

/** numfmt names a file for `require` that it does not ship; this is the one it does. */
const moduleNameMapper = { "^numfmt$": "<rootDir>/node_modules/numfmt/dist/index.js" };

/** Types are checked by `tsc` in `npm test`; here code is only transpiled, so the tests start fast. */
module.exports = {
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
