/**
 * The content security policy of the add-in's pages, as text for a header or a `<meta>`. The directives are in
 * src/taskpane/policy.json, which the preview's server reads too.
 *
 * The pane: its own scripts and worker; styles made at run time by Fluent UI and by office.js, hence 'unsafe-inline'
 * for styles alone; no connection to anywhere, its own host included. office.js adds its own origin, where its parts
 * are and the page in a hidden frame that it asks whether an unknown host may be trusted (AgaveErrorUX/index.html).
 */
const { createHash } = require("node:crypto");
const { help, pane } = require("../src/taskpane/policy.json");

const officejsOrigin = "https://appsforoffice.microsoft.com";

const text = (directives) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** @param {{ selfHosted: boolean }} officejs where office.js comes from: beside the pane, or Microsoft's network */
function panePolicy({ selfHosted }) {
  if (selfHosted) return text(pane);
  const from = (name) => ({ [name]: `${pane[name]} ${officejsOrigin}` });
  return text({ ...pane, ...from("script-src"), ...from("frame-src") });
}

/** A page that runs no script and asks for nothing: its one `<style>` is allowed by its hash. */
function helpPolicy(html) {
  const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  return text({ ...help, "style-src": `'sha256-${hash}'` });
}

module.exports = { helpPolicy, panePolicy };
