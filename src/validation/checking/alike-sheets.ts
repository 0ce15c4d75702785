import { groupBy } from "../../collections/groups";
import { keyOf } from "../../collections/keys";
import type { NonEmpty } from "../../collections/non-empty";
import { formatNumber, plural, someOf } from "../../plan/wording";
import { addressOf } from "../../snapshot/addresses";
import type { Mend } from "../finding";
import { ofOne, type Candidate } from "../findings/candidate";
import type { Found } from "./roots";

/** Sheets up to which each has findings of its own, to be explained one by one. */
const FEW_SHEETS = 10;

/**
 * What one rule finds at the same place of very many sheets alike, as one finding each: a form that was filled in
 * wrongly three hundred times is one matter, and nobody reads three hundred findings. Others stay as they are.
 */
export function acrossAlikeSheets(found: readonly Found[]): Found[] {
  const groups = groupBy<Found, Found | string>(found, (each) => matterOf(each.rule.code, each.candidate) ?? each);
  return [...groups.values()].flatMap((group) => {
    const sheets = new Set(group.map(({ candidate }) => candidate.cells[0]?.sheet));
    return group.length > FEW_SHEETS && sheets.size === group.length ? [oneOf(group)] : group;
  });
}

/** A key that findings at the same place of alike sheets share; null for what is not about cells of one sheet. */
function matterOf(code: string, candidate: Candidate): string | null {
  const { cells, severity, metric, organisation, period, message, mend } = candidate;
  const [first, ...others] = cells;
  if (first === undefined || others.some(({ sheet }) => sheet !== first.sheet)) return null;
  const places = cells.map(addressOf).join(" ");
  // Without a metric only the words tell two matters at one place apart: what is quoted and counted in them may differ.
  const words = metric === null ? shapeOf(message, first.sheet) : null;
  return keyOf(code, severity, metric, organisation, period, mend?.kind ?? null, places, words);
}

function shapeOf(message: string, sheet: string): string {
  return message
    .replaceAll(sheet, "")
    .replace(/“[^”]*”/g, "“”")
    .replace(/[\d.,]+/g, "0");
}

function oneOf(group: NonEmpty<Found>): Found {
  const [{ rule, candidate: first }] = group;
  const all = group.map(({ candidate }) => candidate);
  const others = all.slice(1).map(({ cells }) => cells[0]?.sheet ?? "");
  const candidate: Candidate = {
    ...first,
    cells: all.flatMap(({ cells }) => cells),
    also: all.flatMap(({ also = [] }) => also),
    site: ofOne([...new Set(all.map(({ site }) => site))], (site) => site),
    message: `${first.message} The like stands at the same place of ${plural(others.length, "more sheet")}: ${someOf(others)}.`,
    mend: mendOfAll(all.flatMap(({ mend }) => mend ?? [])),
    figure: figuresOf(all.map(({ figure }) => figure)),
    effect: Math.max(...all.map(({ effect }) => effect)),
  };
  return { rule, candidate };
}

/** The mends of all as one. */
function mendOfAll([first, ...others]: readonly Mend[]): Mend | null {
  if (first === undefined) return null;
  const changes = [first, ...others].flatMap((each) => each.changes);
  return { ...first, label: `${first.label}, and the like on ${plural(others.length, "more sheet")}`, changes };
}

/** What an explanation of all of them is about: it goes stale when one changes. */
function figuresOf(figures: readonly Candidate["figure"][]): Candidate["figure"] {
  if (new Set(figures).size === 1) return figures[0] ?? null;
  const sum = figures.reduce<number>((so, each) => so + (typeof each === "number" ? each : String(each).length), 0);
  return `${someOf(figures.map(String))} (${formatNumber(sum, 6)} in all)`;
}
