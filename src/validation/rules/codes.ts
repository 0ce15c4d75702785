/** What the rules of one code share: findings, explanations and the catalogue know them by the code. */

export const NUMBER_AS_TEXT = {
  code: "DQ01",
  name: "number-as-text",
  why: "Excel leaves text out of every sum without a word, so a total is short and nobody sees it.",
} as const;

export const CELL_ERROR = {
  code: "DQ02",
  name: "cell-error",
  why: "An error spreads to every total that uses it, and a workbook on manual calculation shows yesterday’s answers.",
} as const;

export const ZERO_OR_SIGN = {
  code: "DQ05",
  name: "zero-or-sign",
  why: "A figure that vanished is more often a missed meter or an empty row than a real nothing.",
} as const;

export const CROSS_FOOT = {
  code: "DQ06",
  name: "cross-foot",
  why: "When parts and total disagree, one of them is wrong, and the reader cannot tell which.",
} as const;

export const SHARE = {
  code: "DQ07",
  name: "share",
  why: "A share on the wrong scale turns a target met into a target missed, or the reverse.",
} as const;

export const FOOTPRINT = {
  code: "DQ08",
  name: "footprint",
  why: "The footprint is what the plan’s targets are set on, and it is only as good as the scopes it is made of.",
} as const;

export const FACTOR = {
  code: "DQ09",
  name: "factor",
  why: "The grid’s factor moves by a tenth from year to year: with last year’s, cleaner power looks like less power used, or hides more.",
} as const;

export const STALE_OR_ROUND = {
  code: "DQ10",
  name: "stale-or-round",
  why: "Meters do not read the same twice: a repeated or rounded figure is usually last year’s, or a guess.",
} as const;

export const PERIODS = {
  code: "DQ11",
  name: "periods",
  why: "Figures of different periods cannot be compared, and a year left out hides what happened in it.",
} as const;

export const FORMULA = {
  code: "DQ13",
  name: "formula",
  why: "A formula overtyped once stays wrong every year after, and nothing on the sheet shows it.",
} as const;

export const HIDDEN = {
  code: "DQ14",
  name: "hidden",
  why: "Figures nobody sees are still counted, a cell far away from all else is not, and a link to another workbook shows what that one held when last opened.",
} as const;

export const DENOMINATOR = {
  code: "DQ15",
  name: "denominator",
  why: "An intensity can fall because less was used, or because more floor was counted: the denominator tells which.",
} as const;

export const ACTION_ID = {
  code: "AC06",
  name: "action-id",
  why: "An action that cannot be matched to the plan is not counted in its progress.",
} as const;

export const TYPE_ERROR = {
  code: "type-error",
  name: "type-error",
  why: "A figure that is not a number is in no total, so the return says less than it seems to.",
} as const;

export const INCORRECT_LABEL = {
  code: "incorrect-label",
  name: "incorrect-label",
  why: "A heading that has to be guessed can be guessed wrong, and its figures go to the wrong metric.",
} as const;

export const REQUIRED_VALUE = {
  code: "required-value",
  name: "required-value",
  why: "A target nobody reports on is shown as “no data”, whatever was achieved.",
} as const;

export const TRUNCATED_VALUE = {
  code: "truncated-value",
  name: "truncated-value",
  why: "An export that cuts a figure at its own limit leaves a number that looks like any other.",
} as const;
