import { parseArgs } from "node:util";
import { isLikelyYear, likelyYears } from "../plan/time/period-words";
import { dateParts, isRealDate, readPeriod, type IsoDate } from "../plan/time/periods";
import { quoted } from "../validation/findings/quoted";
import type { Pack } from "../plan/schema";
import { NotDone } from "./not-done";

/** The options that `report` and `validate` share (cli-contract). */
export interface Options {
  readonly files: readonly string[];
  readonly out: string | null;
  /** A path, or "-" for standard output, or null for no JSON. */
  readonly json: string | null;
  readonly asOf: string | null;
  readonly period: string | null;
  readonly organisations: readonly string[];
  readonly plan: string | null;
  readonly quiet: boolean;
}

/** @throws {NotDone} for an option that does not exist or lacks its value, or a date that is none. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  return {
    files: positionals,
    out: values.out ?? null,
    json: values.json ?? null,
    asOf: values["as-of"] === undefined ? null : readDayOption(values["as-of"]),
    period: values.period === undefined ? null : readPeriodOption(values.period),
    organisations: values.organisation ?? [],
    plan: values.plan ?? null,
    quiet: values.quiet ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        json: { type: "string" },
        "as-of": { type: "string" },
        period: { type: "string" },
        organisation: { type: "string", multiple: true },
        plan: { type: "string" },
        quiet: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new NotDone(
      `${firstSentence(error instanceof Error ? error.message : String(error))} The options are --out, --json, --as-of, --period, --organisation, --plan and --quiet.`,
    );
  }
}

function firstSentence(message: string): string {
  return `${message.split(/\.(?:\s|$)/u)[0] ?? message}.`;
}

function readDayOption(text: string): string {
  if (!isRealDate(text))
    throw new NotDone(
      `--as-of ${quoted(text)} is not a date that exists. Give a day as YYYY-MM-DD, for example 2025-03-31.`,
    );
  refuseUnlikely("--as-of", text, [text]);
  return text;
}

function refuseUnlikely(option: string, text: string, days: readonly IsoDate[]): void {
  if (days.every((day) => isLikelyYear(dateParts(day).year))) return;
  const { first, last } = likelyYears;
  throw new NotDone(
    `${option} ${quoted(text)} lies outside the years a return can be about. Give one within ${first} to ${last}.`,
  );
}

function readPeriodOption(text: string): string {
  const reading = readPeriod(text);
  if (reading.kind === "period") {
    refuseUnlikely("--period", text, [reading.period.first, reading.period.last]);
    return reading.period.label;
  }
  const reason =
    reading.kind === "ambiguous"
      ? `could be ${reading.readings.map((each) => each.label).join(" or ")}`
      : "is not a period";
  throw new NotDone(
    `--period ${quoted(text)} ${reason}. Write a financial year as 2016/17, a quarter as "2016/17 Q3", a month as 2016-12.`,
  );
}

/** @throws {NotDone} for a code that the plan does not have. */
export function checkOrganisations(codes: readonly string[], pack: Pack): void {
  for (const code of codes) {
    if (!pack.organisations.some((each) => each.code === code)) {
      const known = pack.organisations.map((each) => `${each.code} (${each.shortName})`).join(", ");
      throw new NotDone(`--organisation ${quoted(code)} is not in ${pack.name}. Use one of ${known}.`);
    }
  }
}
