import { makeStyles, tokens } from "@fluentui/react-components";
import { formatDate } from "../../plan/dates";
import type { Pack } from "../../plan/schema";
import { plural } from "../../plan/wording";
import { ragOrder } from "../../report/palette";
import type { ActionAssessment } from "../../trajectory/assessment";
import { Fold } from "./Fold";
import { GoTo } from "./GoTo";
import { Standing } from "./Standing";

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
  readonly area: Pack["areas"][number];
  readonly actions: readonly ActionAssessment[];
}

/** An area's actions, the latest of them first; open where one needs attention. */
export function AreaActions({ area, actions }: Props) {
  const styles = useStyles();
  const ranked = [...actions].sort(
    (a, b) => ragOrder.indexOf(a.rag) - ragOrder.indexOf(b.rag) || b.daysLate - a.daysLate,
  );
  return (
    <Fold summary={`${area.name}: ${attention(actions)}`}>
      <ul className={styles.list}>
        {ranked.map((each) => (
          <Action key={each.id} action={each} />
        ))}
      </ul>
    </Fold>
  );
}

/** "2 late, 1 due soon, of 8 actions" */
function attention(actions: readonly ActionAssessment[]): string {
  const red = actions.filter(({ rag }) => rag === "red").length;
  const amber = actions.filter(({ rag }) => rag === "amber").length;
  const of = plural(actions.length, "action");
  if (red + amber === 0) return `none of ${of} late or due soon`;
  const parts = [...(red > 0 ? [`${red} late`] : []), ...(amber > 0 ? [`${amber} due soon or for review`] : [])];
  return `${parts.join(", ")} of ${of}`;
}

function Action({ action }: { readonly action: ActionAssessment }) {
  const styles = useStyles();
  const { id, title, rag, status, owner, due, cell, concerns = [], working } = action;
  return (
    <li className={styles.item}>
      <Standing rag={rag} word={status} />
      <p className={styles.text}>
        {id}: {title}
      </p>
      <p className={styles.text}>
        {due === null ? "No end date" : `Due ${formatDate(due)}`}. {owner === null ? "No owner" : `Owner: ${owner}`}.
      </p>
      {concerns.map(({ kind, sentence }) => (
        <p className={styles.text} key={kind}>
          ▲ {sentence}
        </p>
      ))}
      {cell !== null && <GoTo cell={cell} />}
      <Fold summary="How was this worked out?">{working}</Fold>
    </li>
  );
}
