export { WorkbookFileError } from "./errors";
export { openBook } from "./open";
export { saveBook } from "./save";
