import { actionState } from "../../../report/layout/row-states";
import type { ActionAssessment } from "../../../assessment/assessment";
import { StateMark } from "./RagMark";

/** The state of an action; what is done is apart from what is on track. */
export function ActionMark({ action }: { readonly action: Pick<ActionAssessment, "rag" | "status"> }) {
  return <StateMark state={actionState(action)} word={action.status} />;
}
