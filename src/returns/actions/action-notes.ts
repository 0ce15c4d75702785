import type { Organisation } from "../../plan/schema";
import { formatNumber } from "../../plan/wording";
import type { ActionNotes, AgreementCell } from "../observation";
import type { TrackerCell, TrackerColumns } from "../tables/tracker-columns";
import { emptyWord } from "../words/heading-words";
import { fold, tidy } from "../words/text";
import type { TrackerRole } from "../words/tracker-words";

const TEXTS = [
  "reason",
  "lead",
  "contributors",
  "dependency",
  "partner",
  "evidence",
  "resources",
  "cost",
  "saving",
] as const;

/** What a tracker's row says besides how the action stands, from those of the columns that the tracker has. */
export function actionNotes(columns: TrackerColumns, row: number, own: Organisation | null): ActionNotes {
  const roles = new Set(columns.roles());
  const cells = (role: TrackerRole) => columns.cells(role, row, own).filter(isFilled);
  const texts = Object.fromEntries(
    TEXTS.filter((role) => roles.has(role)).map((role) => [role, together(columns, cells(role))]),
  );
  const dates = Object.fromEntries(
    (["revised", "forecast"] as const)
      .filter((role) => roles.has(role))
      .map((role) => [role, dateIn(columns.cell(role, row, own))]),
  );
  const agreement = [...cells("agreedBy"), ...cells("agreedOn")].flatMap(({ heading, value }): AgreementCell[] =>
    value === null ? [] : [{ heading, value }],
  );
  const hasAgreement = roles.has("agreedBy") || roles.has("agreedOn");
  return { ...texts, ...dates, ...(hasAgreement ? { agreement } : {}) };
}

/** "-" and a drop-down in which nothing was chosen say nothing. */
export function chosenText(text: string | null): string | null {
  if (text === null) return null;
  const folded = fold(text);
  const isEmpty = emptyWord(text, folded);
  const unchosen = isEmpty === "nothing selected" || /^(please )?choose( an?)?( item| option| status)?$/.test(folded);
  return unchosen || (folded === "" && isEmpty !== null) ? null : text;
}

function isFilled({ value }: TrackerCell): boolean {
  return value !== null && (typeof value !== "string" || chosenText(tidy(value)) !== null);
}

/** "n/a" or "no change" under a new date is none. */
function dateIn(cell: TrackerCell | null): string | number | null {
  const value = cell?.value ?? null;
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const text = tidy(value);
  const folded = fold(text);
  const isNone =
    folded === "" ||
    /^(n a( .*)?|na|none|no|not applicable|no change|unchanged|as plan|as planned|as above|same)$/.test(folded);
  return isNone ? null : text;
}

/** The cells as one text; of several each with the words over its column. */
function together(columns: TrackerColumns, cells: readonly TrackerCell[]): string | null {
  const texts = cells.map((cell) => asShown(cell, columns.format(cell)));
  if (texts.length < 2) return texts[0] ?? null;
  return cells.map(({ heading }, index) => `${heading.replace(/\s*\(.*\)\s*$/, "")}: ${texts[index]}`).join("; ");
}

/** A text as written; a number as given, with the unit of its heading. */
function asShown({ value, heading, role }: TrackerCell, format: string): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value !== "number") return tidy(String(value ?? ""));
  return withUnit(value, heading, /£|\[\$£/.test(format) || role === "cost");
}

/** The units that the headings of costs, savings and resources carry. */
const UNIT = /\b(t?CO2e|tonnes CO2e|kgCO2e|[kM]Wh|FTE|WTE|days|hours)\b/i;

function withUnit(value: number, heading: string, isMoney: boolean): string {
  const folded = ` ${fold(heading)} `;
  const unit = UNIT.exec(heading.normalize("NFKC"))?.[1];
  if (unit !== undefined) return `${formatNumber(value)} ${unit}`;
  const pounds = isMoney || /£|\bgbp\b|\b(cost|cash|financial|capital|revenue) /.test(folded);
  if (!pounds) return formatNumber(value);
  const scale = /£ ?k\b|£ ?000s?\b|\bthousands?\b/.test(folded) ? "k" : /£ ?m\b|\bmillions?\b/.test(folded) ? "m" : "";
  return `${value < 0 ? "-" : ""}£${formatNumber(Math.abs(value))}${scale}`;
}
