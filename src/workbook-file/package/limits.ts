/**
 * What a workbook may ask of this machine. A package within these bounds opens in well under the
 * memory of one worker; beyond them it is refused before anything is unpacked.
 */
export const limits = {
  entries: 10_000,
  /** Bytes of all parts unpacked. */
  unpacked: 768 * 1024 * 1024,
  /** A part above `ratioFrom` bytes may not be packed tighter than this: real sheets stay near 10 to 100, deflate ends at 1,032. */
  ratio: 500,
  ratioFrom: 8 * 1024 * 1024,
  /** Cells that hold a format and nothing else, kept per sheet. The rest stay in their part and are only not shown. */
  formatOnlyCells: 250_000,
  /** Letters of XML read beyond the last cell with content: about 30,000 rows that are only formatted. */
  formatOnlyTail: 2_000_000,
  /** Rows without cells that hold a height or a format, kept per sheet. */
  formatOnlyRows: 100_000,
};
