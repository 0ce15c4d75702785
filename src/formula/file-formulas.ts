import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnLetters } from "../snapshot/addresses";

/**
 * Pieces of a formula that are no reference: strings, quoted sheet names, structured references and
 * external books in brackets, error values. What is left may hold cell addresses.
 */
const OPAQUE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/y;
const WORD = /[\p{L}_\\$][\p{L}\p{N}_.$\\?]*/uy;
const NUMBER = /[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/y;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})$/;
const COLUMNS = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])/uy;
const ROWS = /(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![\p{L}\p{N}_.(!])/uy;

/**
 * A shared formula as it reads `rows` down and `columns` right of the cell that holds it: relative
 * references move, those with "$" stay. A reference moved off the sheet wraps round, as Excel's does.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  let result = "";
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) at += match[0].length;
    return match;
  };
  while (at < formula.length) {
    if (formula[at] === "[") {
      const end = closingBracket(formula, at);
      result += formula.slice(at, end);
      at = end;
      continue;
    }
    const opaque = take(OPAQUE);
    if (opaque) {
      result += opaque[0];
      continue;
    }
    const wholeColumns = take(COLUMNS);
    if (wholeColumns) {
      const [, lock1, first, lock2, last] = wholeColumns;
      result += `${lock1}${moveColumn(first!, lock1!, columns)}:${lock2}${moveColumn(last!, lock2!, columns)}`;
      continue;
    }
    const wholeRows = take(ROWS);
    if (wholeRows) {
      const [, lock1, first, lock2, last] = wholeRows;
      result += `${lock1}${moveRow(first!, lock1!, rows)}:${lock2}${moveRow(last!, lock2!, rows)}`;
      continue;
    }
    const word = take(WORD);
    if (word) {
      const isOther = formula[at] === "(" || formula[at] === "!";
      result += isOther ? word[0] : moveCell(word[0], rows, columns);
      continue;
    }
    const literal = take(NUMBER);
    result += literal ? literal[0] : formula[at++];
  }
  return result;
}

function closingBracket(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    if (formula[at] === "'" && depth > 0) at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

function moveCell(word: string, rows: number, columns: number): string {
  const match = CELL.exec(word);
  if (!match) return word;
  const [, columnLock = "", letters = "", rowLock = "", digits = ""] = match;
  if (columnIndex(letters) >= MAX_COLUMNS || Number(digits) > MAX_ROWS || Number(digits) < 1) return word;
  return columnLock + moveColumn(letters, columnLock, columns) + rowLock + moveRow(digits, rowLock, rows);
}

function moveColumn(letters: string, lock: string, by: number): string {
  if (lock) return letters;
  return columnLetters((columnIndex(letters) + by + MAX_COLUMNS) % MAX_COLUMNS);
}

function moveRow(digits: string, lock: string, by: number): string {
  return lock ? digits : String(((Number(digits) - 1 + by + MAX_ROWS) % MAX_ROWS) + 1);
}

/** Functions added after Excel 2007: the file holds them with a prefix that no person sees (MS-XLSX 2.2.2, Excel's own list). */
const PREFIXED = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT " +
    "BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST " +
    "CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL " +
    "DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE " +
    "FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST " +
    "GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA " +
    "ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT " +
    "NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC " +
    "PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH " +
    "SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER " +
    "TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST " +
    "WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
/** These two carry a second prefix. */
const WORKSHEET_PREFIXED = new Set(["FILTER", "SORT"]);

/** A formula of the file as a person sees it, with "=" and without the prefixes of later functions. */
export function formulaFromFile(text: string): string {
  const shown = text.includes("_xl")
    ? text.replace(/"(?:[^"]|"")*"|_xlfn\.(?:_xlws\.)?|_xlpm\./g, (match) => (match.startsWith('"') ? match : ""))
    : text;
  return `=${shown}`;
}

/** The reverse of `formulaFromFile`. */
export function formulaToFile(formula: string): string {
  const bare = formula.startsWith("=") ? formula.slice(1) : formula;
  return bare.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])([A-Za-z][A-Za-z0-9.]*)(?=\()/gu,
    (match, name: string | undefined) => {
      if (name === undefined) return match;
      const upper = name.toUpperCase();
      if (WORKSHEET_PREFIXED.has(upper)) return `_xlfn._xlws.${name}`;
      return PREFIXED.has(upper) ? `_xlfn.${name}` : match;
    },
  );
}
