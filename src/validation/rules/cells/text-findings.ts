import { common, groupBy } from "../../../collections/groups";
import type { NonEmpty } from "../../../collections/non-empty";
import { cleanText } from "../../context/cell-text";
import type { TextCell } from "../../context/text-cells";
import { findingIn, type Candidate } from "../../findings/candidate";

/** An error about text cells, with whatever metric, organisation and period they have in common. */
export function textFinding(
  group: readonly TextCell[],
  said: Pick<Candidate, "message" | "figure" | "subject"> & Partial<Candidate>,
): Candidate {
  const places = group.map(({ place }) => place);
  return findingIn(places, {
    severity: "error",
    label: common(group, ({ label }) => label),
    metric: common(group, ({ observation }) => observation?.metric ?? null),
    organisation: common(group, ({ observation }) => observation?.organisation ?? null),
    period: common(group, ({ observation }) => observation?.period.label ?? null),
    effect: group.length / 1e6,
    ...said,
  });
}

/** One finding for all cells of a sheet with the same text, without a correction: only a person knows the figure. */
export function sameTextFindings(
  cells: readonly TextCell[],
  message: (group: NonEmpty<TextCell>) => string,
): Candidate[] {
  const groups = groupBy(cells, ({ place, text }) => `${place.sheet}|${cleanText(text).toLowerCase()}`);
  return [...groups].map(([subject, group]) =>
    textFinding(group, { message: message(group), figure: group[0].text, subject }),
  );
}
