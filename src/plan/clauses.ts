import * as z from "zod/mini";
import { actionId, clauseFields, date, organisationCode, text } from "./schema-parts";

/**
 * What a plan says besides its targets and numbered actions: what it aims at, what its suppliers must do by when, what
 * it is asked from above, what it means to do without giving it a number. Each names the metrics and actions that
 * answer it; none is counted. All may be left out of a pack.
 */

/** An aim of the plan, in a set that one of its sections gives: "Vision", "Communication". */
const objectiveSchema = z.strictObject({ ...clauseFields, set: text });

/** What suppliers must do from a day on; `as` is how the plan writes it. */
const roadmapSchema = z.strictObject({ ...clauseFields, date, as: text });

/** A priority that a region or a national body sets, by area, and whom it is asked of: nobody named is everyone its metrics are asked of. */
const prioritySchema = z.strictObject({ ...clauseFields, area: text, askedOf: z.array(organisationCode) });

/** What the plan means to do without an action's number. */
const commitmentSchema = z.strictObject({ ...clauseFields, area: text });

/** The review that the plan asks for each year: the action that asks it, and what it looks at. */
export const annualReviewSchema = z.strictObject({ action: actionId, text, source: text });

/** The lists of a whole pack. */
export const clauseLists = {
  objectives: z.array(objectiveSchema),
  supplierRoadmap: z.array(roadmapSchema),
  priorities: z.array(prioritySchema),
  commitments: z.array(commitmentSchema),
};

const mayLack = { metrics: true, actions: true, source: true } as const;

/** The lists as a pack's author writes them. */
export const writtenClauseLists = {
  objectives: z.optional(z.array(z.partial(objectiveSchema, mayLack))),
  supplierRoadmap: z.optional(z.array(z.partial(roadmapSchema, mayLack))),
  priorities: z.optional(z.array(z.partial(prioritySchema, { ...mayLack, askedOf: true }))),
  commitments: z.optional(z.array(z.partial(commitmentSchema, mayLack))),
};

export type Objective = z.infer<typeof objectiveSchema>;
export type RoadmapStep = z.infer<typeof roadmapSchema>;
export type Priority = z.infer<typeof prioritySchema>;
export type Commitment = z.infer<typeof commitmentSchema>;
/** What all of them have. */
export type Clause = Pick<Commitment, keyof typeof clauseFields>;
