const path = require("path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
const { helpPolicy, panePolicy } = require("./scripts/content-policy.cjs");
const { ThirdParty } = require("./scripts/third-party.cjs");

const root = __dirname;
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
};

const common = (name, env) => ({
  name,
  mode: env.development ? "development" : "production",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: { rules: [typescript] },
  cache: { type: "filesystem", name, buildDependencies: { config: [__filename] } },
  stats: "errors-warnings",
});

/** The manifest with the https address that will serve it in place of the development one. */
const atHost = (manifest, host) =>
  host ? manifest.replaceAll("https://localhost:3000", host.replace(/\/+$/, "")) : manifest;

/** The help page with its own policy in it. */
const withPolicy = (html) => html.replace("<%= policy %>", helpPolicy(html));

/** Microsoft's own client for a network that does not reach its CDN: what a browser asks for, without the debug builds. */
const officejs = {
  from: "node_modules/@microsoft/office-js/dist",
  to: "officejs",
  globOptions: { ignore: ["**/*.debug.js", "**/*.d.ts", "**/*vsdoc*"] },
  info: { minimized: true },
};

/** Another green plan in place of the one that ships; docs/plan-packs.md tells how one is written and checked. */
const anotherPlan = (pack) =>
  pack ? [new NormalModuleReplacementPlugin(/packs[\\/]llr-2022-2025\.json$/, path.resolve(pack))] : [];

/** What an https host serves to Excel. Nothing of the stand-in is in it. */
function addin(env) {
  const selfHosted = env.officejs === "self";
  return {
    ...common("addin", env),
    target: ["web", "es2020"],
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.join(root, "dist"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    // The Excel side comes in parts that are fetched side by side, each within its budget (scripts/check-bundle.mjs).
    optimization: { splitChunks: { maxAsyncSize: 220_000 } },
    // Microsoft's own files are of the size they are.
    performance: {
      hints: "error",
      maxEntrypointSize: 600_000,
      maxAssetSize: 600_000,
      assetFilter: (file) => !file.startsWith("officejs/"),
    },
    plugins: [
      ...anotherPlan(env.plan),
      new ThirdParty({ selfHosted }),
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        templateParameters: { officejs: selfHosted ? "officejs/office.js" : cdn, policy: panePolicy({ selfHosted }) },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-*.png", to: "assets/[name][ext]" },
          {
            from: "src/taskpane/help.html",
            to: "help.html",
            transform: (page) => withPolicy(page.toString()),
            // As written: its style is allowed by its hash.
            info: { minimized: true },
          },
          { from: "manifest.xml", to: "manifest.xml", transform: (manifest) => atHost(manifest.toString(), env.host) },
          ...(selfHosted ? [officejs] : []),
        ],
      }),
    ],
  };
}

const gridFaces = "design,docs-ui,drawing-ui,sheets-drawing-ui,sheets-formula-ui,sheets-numfmt-ui,sheets-ui,ui";

/** The styles of the preview's grid: those of Univer's packages with a face, in one file. */
const gridStyles = {
  from: `node_modules/@univerjs/{${gridFaces}}/lib/index.css`,
  to: "grid.css",
  transformAll: (files) => Buffer.concat(files.map(({ data }) => data)),
};

/** The preview: a spreadsheet in a browser with the real pane beside it. */
function preview(env) {
  return {
    ...common("preview", env),
    target: ["web", "es2022"],
    entry: { preview: "./src/standin/page/index.tsx" },
    output: {
      path: path.join(root, "build/preview"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    performance: { hints: false },
    // Served to this machine alone: not worth the minutes that shrinking the grid takes on a small one.
    optimization: { minimize: false },
    plugins: [
      new HtmlPlugin({ template: "./src/standin/page/preview.html", filename: "index.html", chunks: ["preview"] }),
      new CopyPlugin({
        patterns: [gridStyles, { from: "src/standin/page/preview.css", to: "preview.css" }],
      }),
    ],
  };
}

/**
 * The terminal commands as one plain script, `node build/node/cli.js`, for programs that drive them without npm and
 * without compiling anything. The npm scripts run the same commands from source. Packages are left to Node to load.
 */
function node(env) {
  return {
    ...common("node", env),
    target: "node20",
    entry: { cli: "./src/cli/index.ts" },
    output: { path: path.join(root, "build/node"), filename: "[name].js", library: { type: "commonjs2" }, clean: true },
    externals: [/^excelize-wasm/, /^@ironcalc\/wasm/, /^@microsoft\/office-js/],
    optimization: { minimize: false },
    // Packages are found by Node itself while running, so what looks for them is left as written.
    module: { rules: [typescript], parser: { javascript: { createRequire: false } } },
    node: { __dirname: false },
  };
}

module.exports = (env = {}) => [addin(env), preview(env), node(env)];
