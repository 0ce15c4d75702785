import { formatPercent, formatQuantity, plural } from "../../plan/wording";
import type { Assessment, Assurance } from "../assessment";

const verdicts: Readonly<Record<Assurance, string>> = {
  P: "so it will meet its target",
  F: "so it will not meet its target unless something changes",
  "?": "so it may or may not meet its target",
};

/**
 * "How was the outlook worked out": trend with its 95% range, what is needed each year, and the
 * budget, with the numbers in it; null where nothing is said of the years ahead.
 */
export function outlookWords(row: Assessment): string | null {
  const parts = [trend(row), needed(row), budget(row)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" ");
}

function trend({ projection, assurance, attains, unit }: Assessment): string | null {
  if (projection === null) return null;
  const { points, slope, at, value, low, high } = projection;
  const quantity = (figure: number) => formatQuantity(figure, unit);
  const rate = `${slope > 0 ? "+" : ""}${quantity(slope)} a year`;
  const range = `${quantity(low)} to ${quantity(high)} with 95% confidence`;
  const verdict = assurance === null ? "" : `, ${verdicts[assurance]}`;
  const reaches =
    attains === null || attains === "not on current trend"
      ? "; the trend does not lead to it"
      : `; it is reached in ${attains}`;
  return `The trend of ${plural(points, "figure")}, ${rate}, comes to ${quantity(value)} in ${at.label} (${range})${verdict}${reaches}.`;
}

function needed({ neededPerYear, neededPercentPerYear, unit }: Assessment): string | null {
  if (neededPerYear === null) return null;
  if (neededPerYear === 0) return "Nothing more is needed each year to meet it.";
  const change = unit === "%" ? plural(neededPerYear, "percentage point") : formatQuantity(neededPerYear, unit);
  const compound =
    neededPercentPerYear === null || neededPercentPerYear === undefined
      ? ""
      : `, or ${formatPercent(neededPercentPerYear)} less each year than the year before`;
  return `From here ${change} a year is needed${compound}.`;
}

function budget({ budget, unit }: Assessment): string | null {
  if (budget === null) return null;
  const { from, to, total, used, exhausted, overshoot } = budget;
  const whole = `${formatQuantity(total, unit)} for ${from.label} to ${to.label}`;
  if (used === null) return `The budget is ${whole}; a year's figure is missing, so what is used of it is not known.`;
  const trend =
    overshoot === null || overshoot === undefined ? "" : `; on trend ${formatPercent(overshoot * 100)} of it will be`;
  const end = exhausted === null ? "" : `, the last of it in ${exhausted}`;
  return `Of the budget of ${whole}, ${formatQuantity(used, unit)} is used${trend}${end}.`;
}
