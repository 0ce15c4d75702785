import { yearToDate } from "./calendar";
import { notUpToWhen, type PeriodReading } from "./period-labels";

/** Words beside a period that change what it is; “as last year” is a remark in place of a figure. */
const toDate =
  /\b(?:ytd|y\.t\.d|year[ -]to[ -]date|(?<!up[ -])to[ -]date|so far|cumulative(?:ly)?|running total|part[ -]year|part of the year|in[ -]year position|incomplete year)\b/i;
const relative =
  /(?<!\b(?:as|per|see|from|than|like|on|in|since|over|used|using|copied) (?:the |in )?)\b(?:last|prior|previous|preceding|next|following|coming) (?:financial |fiscal |reporting |calendar )?(?:year|yr|period|quarter|month)\b(?!['’])|\b(?:a )?year (?:ago|before|earlier)\b|\bsame (?:period|month|quarter)\b|^(?:py|p\.y\.)$/i;
const oneOfSeveral =
  /\b(?:original(?:ly)?|re-?stated|re-?based|re-?baselined|(?:as )?(?:first|previously|originally) (?:published|reported|stated)|as (?:published|reported|stated))\b/i;

/** The reading of a heading's period with the words beside it: "2019/20 restated" is one of several statements of its year, and `upToWhen`. */
export function withMarks(text: string, reading: PeriodReading | null): PeriodReading | null {
  if (reading === null || reading.kind === "none" || !oneOfSeveral.test(text)) return upToWhen(text, reading);
  const reason = `“${text}” is one of several statements of one period: keep the one that stands, or make the other a note.`;
  return asked(text, reason);
}

/** A period with the words beside it: "2024/25 so far" and "Cumulative" do not say up to when, and "Last year" names none. */
export function upToWhen(text: string, reading: PeriodReading | null): PeriodReading | null {
  if (relative.test(text) && reading?.kind !== "period")
    return asked(text, `“${text}” names no year: write it, such as 2023/24.`);
  return toDate.test(text) ? partOfYear(text, reading) : reading;
}

/** The words of a heading that has a period, without those that `withMarks` reads. `folded` as the returns fold it. */
export function withoutMarks(folded: string): string {
  return [toDate, relative, oneOfSeveral]
    .reduce((text, marks) => text.replace(marks, " "), folded)
    .replace(/\s+/g, " ")
    .trim();
}

/** Up to the end of the month, quarter or day that it names. */
function partOfYear(text: string, reading: PeriodReading | null): PeriodReading {
  if (reading?.kind !== "period") return reading?.kind === "ambiguous" ? reading : asked(text, notUpToWhen(text));
  const { kind, last } = reading.period;
  if (kind === "year-to-date" || kind === "range") return reading;
  const isPart = kind === "month" || kind === "financial-quarter" || kind === "date";
  return isPart ? { ...reading, period: yearToDate(last) } : asked(text, notUpToWhen(text));
}

function asked(text: string, reason: string): PeriodReading {
  return { kind: "ambiguous", readings: [], text, reason };
}
