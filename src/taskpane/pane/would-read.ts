import type { Choices, Outcome } from "../../outcome";
import { formatQuantity, organisationName, plural } from "../../plan/wording";
import { mappingIn, seriesOf } from "../../decisions/mapping";
import type { MappingRow } from "../../returns/observation";
import { readReturns } from "../../returns/reading/read";
import { rowHolds } from "./mapping-rows";

/**
 * What a series of figures would be read as if a person's choice held: one sentence. Nothing is kept.
 * The workbook is read again as it was at the last check, with the choice added.
 */
export function wouldRead(outcome: Outcome, said: MappingRow, choices: Choices): string {
  const { snapshot, pack } = outcome;
  const mapping = [...mappingIn(snapshot).filter((row) => seriesOf(row) !== seriesOf(said)), said];
  const { period, organisations } = choices;
  const { observations, notUnderstood } = readReturns(snapshot, pack, { period, organisations, mapping });
  const found = observations.filter(({ place }) => rowHolds(said, place));
  const [first] = found;
  const refused = notUnderstood.find(({ place }) => rowHolds(said, place));
  if (!first) return refused ? `It would still not be read. ${refused.reason}` : "No figure would be read from it.";
  const whose = [...new Set(found.map(({ organisation }) => organisationName(pack, organisation)))].join(", ");
  const value = first.value === null ? "no figure" : formatQuantity(first.value, first.unit);
  const rest = refused ? ` Not all: ${refused.reason}` : "";
  return `${plural(found.length, "figure")} for ${whose} would be read. The first, ${first.place.cell}, is ${value} for ${first.period.label}.${rest}`;
}
