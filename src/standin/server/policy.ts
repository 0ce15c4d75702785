/**
 * What a page of the preview may load. Everything comes from our own server: no other host is named, so the
 * browser refuses the rest. The styles of Fluent UI and of the grid are made at run time, hence 'unsafe-inline'
 * for styles alone.
 */
const shared = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "object-src 'none'",
];

const policy = (...more: string[]): string => [...shared, ...more].join("; ");

/** The pane and what it loads, as a hospital's web server would send it. office.js asks its trust page in a frame. */
export const panePolicy = policy("script-src 'self'", "img-src 'self' data:", "frame-src 'self'");

/** A page to be read, such as the help: it runs nothing and frames nothing. */
export const textPolicy = policy("img-src 'self' data:");

/** The preview: its engine is WebAssembly in a worker. */
export const previewPolicy = policy(
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "frame-src 'self'",
);
