export { WorkbookFileError } from "../../workbook-file/package/errors";
export { openBook } from "../../workbook-file/open";
export { saveBook } from "./save";
