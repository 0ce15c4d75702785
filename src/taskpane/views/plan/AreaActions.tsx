import { makeStyles, tokens } from "@fluentui/react-components";
import { byUrgency } from "../../../assessment/actions/urgency";
import type { Outcome } from "../../../outcome";
import { formatDate } from "../../../plan/time/dates";
import { formatNumber, plural } from "../../../plan/wording";
import { movedWords } from "../../../report/words/action-words";
import { answerWords } from "../../../report/words/area-words";
import { isLateAction, standing } from "../../../report/words/sentences";
import type { AreaRollUp } from "../../../assessment/targets/areas";
import type { ActionAssessment } from "../../../assessment/assessment";
import { Fold } from "../parts/Fold";
import { GoTo } from "../parts/GoTo";
import { ActionMark } from "./ActionMark";
import { RagMark } from "./RagMark";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
});

interface Props {
  readonly area: AreaRollUp;
  readonly outcome: Outcome;
}

/** An area's gaps beside its actions, the latest of them first. */
export function AreaActions({ area, outcome }: Props) {
  const styles = useStyles();
  const ranked = [...area.actions].sort(byUrgency);
  return (
    <Fold summary={`${area.name}: ${attention(area)}`}>
      <Gaps area={area} outcome={outcome} />
      <ul className={styles.list}>
        {ranked.map((each) => (
          <Action key={each.id} action={each} />
        ))}
      </ul>
    </Fold>
  );
}

/** "2 late, 1 due soon, of 8 actions; 1 gap that no action answers" */
function attention({ actions, gaps, unanswered }: AreaRollUp): string {
  const late = actions.filter(isLateAction).length;
  const soon = actions.filter(({ status }) => status === "due soon" || status === "review due").length;
  const of = plural(actions.length, "action");
  const parts = [...(late > 0 ? [`${late} late`] : []), ...(soon > 0 ? [`${soon} due soon or for review`] : [])];
  const acts = parts.length === 0 ? `none of ${of} late or due soon` : `${parts.join(", ")} of ${of}`;
  if (gaps.length === 0) return acts;
  const open = unanswered.length === 0 ? "" : `, ${formatNumber(unanswered.length)} that no action answers`;
  return `${acts}; ${plural(gaps.length, "gap")}${open}`;
}

function Gaps({ area, outcome }: Props) {
  const styles = useStyles();
  const { pack, actions } = outcome;
  if (area.gaps.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={`Gaps in ${area.name}`}>
      {area.gaps.map((gap) => (
        <li className={styles.item} key={`${gap.metric} ${gap.organisation}`}>
          <RagMark rag={gap.rag} word={gap.word} />
          <p className={styles.text}>{standing(gap, pack)}</p>
          <p className={styles.text}>{answerWords(pack, actions, gap.metric)}</p>
        </li>
      ))}
    </ul>
  );
}

function Action({ action }: { readonly action: ActionAssessment }) {
  const styles = useStyles();
  const { id, title, owner, cell, concerns = [], working } = action;
  return (
    <li className={styles.item}>
      <ActionMark action={action} />
      <p className={styles.text}>
        {id}: {title}
      </p>
      <p className={styles.text}>
        {dueWords(action)}. {owner === null ? "No owner" : `Owner: ${owner}`}.
      </p>
      {concerns.map(({ sentence }) => (
        <p className={styles.text} key={sentence}>
          ▲ {sentence}
        </p>
      ))}
      {cell !== null && <GoTo cell={cell} />}
      <Fold summary="How was this worked out?">{working}</Fold>
    </li>
  );
}

/** What goes on has no day to be done by, whatever day it was to begin by. */
function dueWords(action: ActionAssessment): string {
  const { due, planDue, goesOn, review, daysLate } = action;
  const reviewed = review === null ? "" : `, reviewed ${review === "annual" ? "yearly" : "each quarter"}`;
  if (goesOn || due === null) return `${goesOn ? "Goes on" : "No end date"}${reviewed}`;
  const late = daysLate > 0 ? `, ${plural(daysLate, "day")} late` : "";
  const moved = planDue === null || planDue === due ? "" : `, moved ${movedWords(action)}`;
  return `Due ${formatDate(due)}${late}${moved}${reviewed}`;
}
