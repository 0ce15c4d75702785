import type { Assessment } from "../assessment";

/** Where each metric of each organisation stands: its last figure, however late, or the row that says there is none. In the order given. */
export function latestAssessments(assessments: readonly Assessment[]): Assessment[] {
  return assessments.filter(({ latest }) => latest);
}
