import { compareBases, type BasisComparison } from "../../assessment/targets/basis";
import { oncePer } from "../../collections/once-per";
import type { Outcome } from "../../outcome";

/** The footprints' targets on each basis, worked out once for all who show them. */
export const basesOf = oncePer(({ totals, reading, pack, asOf, decisions }: Outcome): BasisComparison[] =>
  compareBases({ totals, reading, pack, asOf, decisions }),
);
