import { tokenize } from "./tokens";

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

const later = /^_xlfn\.(?:_xlws\.)?|^_xlpm\./;

/** A formula of the file as a person sees it, with "=" and without the prefixes of later functions. */
export function formulaFromFile(text: string): string {
  if (!text.includes("_xl")) return `=${text}`;
  const shown = tokenize(text).map((token) => (token.sheet === null ? token.text.replace(later, "") : token.text));
  return `=${shown.join("")}`;
}

/** The reverse of `formulaFromFile`. */
export function formulaToFile(formula: string): string {
  const bare = formula.startsWith("=") ? formula.slice(1) : formula;
  const kept = tokenize(bare).map(({ kind, text }) => {
    const name = kind === "call" ? text.toUpperCase() : "";
    if (WORKSHEET_PREFIXED.has(name)) return `_xlfn._xlws.${text}`;
    return PREFIXED.has(name) ? `_xlfn.${text}` : text;
  });
  return kept.join("");
}
