/**
 * What a page of the preview may load. Everything comes from our own server: no other host is named, so the
 * browser refuses the rest.
 */
import policies from "../../taskpane/policy.json";

const text = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

const framed = { "frame-ancestors": "'self'" };

/**
 * The pane and what it loads: the policy that stands in its page, with office.js from here too, and the frame it
 * stands in, which only a header can name.
 */
export const panePolicy = text({ ...policies.pane, ...framed });

/** A page to be read, such as the help: it runs nothing, asks for nothing but pictures, and is styled by itself. */
export const textPolicy = text({
  ...policies.help,
  ...framed,
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
});

/** The preview: its engine is WebAssembly in a worker; the grid's styles are made at run time. */
export const previewPolicy = text({
  ...policies.pane,
  ...framed,
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self'",
  "font-src": "'self' data:",
  "img-src": "'self' data: blob:",
});
