import { formatDifference, formatPercent, formatQuantity, plural } from "../../plan/wording";
import type { Assessment, Assurance } from "../assessment";
import { methodBreak } from "../method/method-changes";

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
  const parts = [trend(row), methods(row), needed(row), budget(row)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" ");
}

/** Whether a target's date has come: then it is met or missed, and nothing is foretold. */
export function hasFallenDue({ goal, period }: Pick<Assessment, "goal" | "period">): boolean {
  return goal.due.last <= period.last;
}

/**
 * When the trend arrives, in words (calculations.md section 3): a footprint that would arrive only after its net zero
 * date does not arrive by its own date, and no year is named for it.
 */
export function attainmentWords(row: Pick<Assessment, "attains" | "goal" | "period">): string | null {
  const { attains, goal } = row;
  if (attains === null || attains === "not on current trend") return attains;
  const isTooLate = goal.final.label !== goal.due.label && attains > goal.final.label && !hasFallenDue(row);
  return isTooLate ? `not by ${goal.due.label} on the present trend` : attains;
}

function trend(row: Assessment): string | null {
  const { projection, assurance, unit } = row;
  if (projection === null) return null;
  const { points, slope, at, value, low, high } = projection;
  const quantity = (figure: number) => formatQuantity(figure, unit);
  const rate = `${slope > 0 ? "+" : ""}${quantity(slope)} a year`;
  const range = `${quantity(low)} to ${quantity(high)} with 95% confidence`;
  const verdict = assurance === null || hasFallenDue(row) ? "" : `, ${verdicts[assurance]}`;
  const attained = attainmentWords(row);
  const reaches =
    attained === null || attained === "not on current trend"
      ? "; the trend does not lead to it"
      : attained.startsWith("not")
        ? `; ${attained}`
        : `; it is reached in ${attained}`;
  return `The trend of ${plural(points, "figure")}, ${rate}, comes to ${quantity(value)} in ${at.label} (${range})${verdict}${reaches}.`;
}

/** What method the figures before were made by, where the trend and the budget go back so far. */
function methods({ methodChanges = [] }: Assessment): string | null {
  const change = methodChanges.at(-1);
  return change === undefined ? null : `The ${methodBreak(change)}: no trend or reduction is taken across that.`;
}

function needed({ neededPerYear, neededPercentPerYear, unit }: Assessment): string | null {
  if (neededPerYear === null) return null;
  if (neededPerYear === 0) return "Nothing more is needed each year to meet it.";
  const compound =
    neededPercentPerYear === null || neededPercentPerYear === undefined
      ? ""
      : `, or ${formatPercent(neededPercentPerYear)} less each year than the year before`;
  return `From here ${formatDifference(neededPerYear, unit)} a year is needed${compound}.`;
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
