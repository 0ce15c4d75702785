import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { noPlanIds } from "./scripts/eslint-plan-ids.mjs";

/** Folders between the two Excel steps: they may not know Office, a page, the clock or the network. */
const pure = [
  "src/plan/**",
  "src/returns/**",
  "src/validation/**",
  "src/assessment/**",
  "src/series/**",
  "src/decisions/**",
  "src/snapshot/**",
  "src/formula/**",
  "src/workbook-file/**",
  "src/collections/**",
  "src/errors/**",
  "src/report/**",
  "src/*.ts",
];
const banned = [
  "Excel",
  "Office",
  "OfficeExtension",
  "window",
  "document",
  "navigator",
  "localStorage",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "setTimeout",
  "setInterval",
  "process",
  "require",
];

export default tseslint.config(
  {
    ignores: ["dist/", "build/", "out/", "coverage/", "test-results/", "src/standin/wire/generated/", "node_modules/"],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression[callee.property.name='getMergedAreas']", message: "It clears Excel's undo list." },
      ],
      eqeqeq: "error",
      "no-duplicate-imports": "error",
    },
  },
  {
    files: pure,
    rules: {
      "no-restricted-globals": [
        "error",
        ...banned.map((name) => ({ name, message: "This folder is pure: no Office, page, clock or network." })),
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: [
                "**/excel/*",
                "**/taskpane/*",

                "**/standin/*",
                "**/cli/*",
                "node:*",
                "fs",
                "path",
                "react*",
                "@fluentui/*",
              ],
              message: "This folder is pure.",
            },
          ],
        },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The reporting date is an argument." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The reporting date is an argument.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { plan: { rules: { "no-plan-ids": noPlanIds } } },
    rules: { "plan/no-plan-ids": "error" },
  },
  {
    files: ["src/excel/**/*.ts", "src/taskpane/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.tsx", "src/standin/page/**/*.tsx"],
    plugins: { "jsx-a11y": jsxA11y, "react-hooks": reactHooks },
    rules: { ...jsxA11y.flatConfigs.recommended.rules, ...reactHooks.configs.recommended.rules },
  },
  {
    files: ["**/*.cjs", "**/*.mjs", "webpack.config.js"],
    languageOptions: {
      globals: {
        module: "readonly",
        require: "readonly",
        __dirname: "readonly",
        __filename: "readonly",
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
