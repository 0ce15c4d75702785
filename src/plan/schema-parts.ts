import * as z from "zod/mini";

/** What the parts of a plan pack's shape are made from: ids of one kind each, texts, dates and figures with bounds. */

declare const kind: unique symbol;

/** A text of one kind: a plain text may stand for it, one of another kind may not. */
type Flavoured<Text, Kind> = Text & { readonly [kind]?: Kind };

/** "ELEC", "CF": checked against the pack when the pack is read. */
export type MetricId = Flavoured<string, "metric">;
/** "RWE", "LLR". */
export type OrganisationCode = Flavoured<string, "organisation">;
/** "TR1", "EF7". */
export type ActionId = Flavoured<string, "action">;
/** "CF-2028-32". */
export type TargetId = Flavoured<string, "target">;

export const id = z.string().check(z.minLength(1), z.maxLength(40));
const idOf = <Id extends string>() => id as unknown as z.ZodMiniType<Id, Id>;
export const metricId = idOf<MetricId>();
export const organisationCode = idOf<OrganisationCode>();
export const actionId = idOf<ActionId>();
export const targetId = idOf<TargetId>();
export const text = z.string().check(z.minLength(1), z.maxLength(2000));
/** What tabs, headings and sentences carry. */
export const name = z.string().check(z.minLength(1), z.maxLength(200));

/** A number between two others; `what` goes on after "it is", for the sentence that refuses one outside. */
export const within = (least: number, most: number, what: string) => {
  const error = `from ${least} to ${most}, for it is ${what}`;
  return z.number().check(z.gte(least, { error }), z.lte(most, { error }));
};
/** An ISO date. */
export const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A financial year, "2019/20". */
export const year = z.string().check(z.regex(/^\d{4}\/\d{2}$/));
export const number = within(-1e15, 1e15, "a figure of which Excel keeps all digits");

/** What everything that a plan says has: our words, what answers it, and where it stands. */
export const clauseFields = {
  id,
  text,
  metrics: z.array(metricId),
  actions: z.array(actionId),
  source: text,
};
