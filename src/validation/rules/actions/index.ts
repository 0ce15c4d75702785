import type { Rule } from "../rule";
import { actionDates } from "./action-dates";
import { actionOwners } from "./action-owners";
import { actionStatus } from "./action-status";
import { actionsAfterPlan } from "./actions-after-plan";
import { duplicateActions } from "./duplicate-actions";
import { foreignTrackers } from "./foreign-trackers";
import { idsWrittenOtherwise } from "./ids-written-otherwise";
import { missingIds } from "./missing-ids";
import { unknownIds } from "./unknown-ids";
import { unmeasuredActions } from "./unmeasured-actions";
import { unreadTrackers } from "./unread-trackers";

export const ACTION_RULES: readonly Rule[] = [
  actionDates,
  actionsAfterPlan,
  actionOwners,
  unmeasuredActions,
  duplicateActions,
  unknownIds,
  missingIds,
  foreignTrackers,
  unreadTrackers,
  idsWrittenOtherwise,
  actionStatus,
];
