/* eslint-env node */
const path = require("path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

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

/** What an https host serves to Excel. Nothing of the stand-in is in it. */
function addin(env) {
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
    performance: { hints: "error", maxEntrypointSize: 600_000, maxAssetSize: 600_000 },
    plugins: [
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        templateParameters: { officejs: env.officejs === "self" ? "officejs/office.js" : cdn },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-*.png", to: "assets/[name][ext]" },
          { from: "manifest.xml", to: "manifest.xml" },
        ],
      }),
    ],
  };
}

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
    plugins: [
      new HtmlPlugin({ template: "./src/standin/page/preview.html", filename: "index.html", chunks: ["preview"] }),
    ],
  };
}

/** The commands, run by Node. Packages are left to Node to load. */
function node(env) {
  return {
    ...common("node", env),
    target: "node20",
    entry: { cli: "./src/cli/index.ts", "make-sample-return": "./scripts/make-sample-return.ts" },
    output: { path: path.join(root, "build/node"), filename: "[name].js", library: { type: "commonjs2" }, clean: true },
    externals: [/^excelize-wasm/, /^@ironcalc\/wasm/, /^@microsoft\/office-js/],
    optimization: { minimize: false },
    node: { __dirname: false },
  };
}

module.exports = (env = {}) => [addin(env), preview(env), node(env)];
