import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Outcome } from "../../outcome";
import { formatDate } from "../../plan/dates";
import { plural } from "../../plan/wording";
import type { Explained } from "../../validation/explanations";
import type { Finding, Mend, Severity } from "../../validation/finding";
import type { PaneState } from "../store";
import { applyMend } from "../tasks";
import { Changes } from "./Changes";
import { Explaining } from "./Explaining";
import { mendsLike } from "./findingGroups";
import { useFocusHandover } from "./focus";
import { Fold } from "./Fold";
import { GoTo } from "./GoTo";
import { MendAll } from "./MendAll";
import { Paged } from "./Paged";

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
  why: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  cell: { padding: `${tokens.spacingVerticalXS} 0`, listStyleType: "none" },
});

/** A word and a shape of its own for each severity, so that none is told by colour. */
const severities: Readonly<Record<Severity, { readonly shape: string; readonly word: string }>> = {
  error: { shape: "◆", word: "Error" },
  warning: { shape: "▲", word: "Warning" },
  info: { shape: "○", word: "For information" },
};

interface Props {
  readonly explained: Explained;
  readonly outcome: Outcome;
  readonly state: PaneState;
}

/** One finding: what is wrong and why it matters, the way to its cells, its mend and its explanation. */
export function FindingItem({ explained, outcome, state }: Props) {
  const styles = useStyles();
  const item = useRef<HTMLLIElement>(null);
  useFocusHandover(item);
  const [explaining, setExplaining] = useState(false);
  const { finding } = explained;
  const { shape, word } = severities[finding.severity];
  const [first, ...others] = finding.cells;
  return (
    <li className={styles.item} ref={item}>
      <h3 className={styles.head}>
        <span aria-hidden="true">{shape} </span>
        {word} {finding.code}
      </h3>
      <p className={styles.text}>{finding.message}</p>
      <p className={`${styles.text} ${styles.why}`}>{finding.why}</p>
      <Explanation explained={explained} />
      <div className={styles.actions}>
        {first !== undefined && <GoTo cell={first} />}
        {finding.severity === "warning" && (
          <Button size="small" aria-expanded={explaining} onClick={() => setExplaining(!explaining)}>
            {explained.explanation ? "Explain again" : "Explain"}
          </Button>
        )}
      </div>
      {explaining && (
        <Explaining
          explained={explained}
          pack={outcome.pack}
          who={state.who}
          busy={state.work !== null}
          done={() => setExplaining(false)}
        />
      )}
      {others.length > 0 && <OtherCells cells={others} />}
      {finding.mend && <Mending finding={finding} mend={finding.mend} outcome={outcome} busy={state.work !== null} />}
    </li>
  );
}

function OtherCells({ cells }: { readonly cells: readonly string[] }) {
  const styles = useStyles();
  return (
    <Fold summary={plural(cells.length, "other place")}>
      <Paged items={cells}>
        {(cell) => (
          <li className={styles.cell} key={cell}>
            <GoTo cell={cell} />
          </li>
        )}
      </Paged>
    </Fold>
  );
}

/** What has been said of the finding, and what that lacks. */
function Explanation({ explained: { explanation, lacks } }: { readonly explained: Explained }) {
  const styles = useStyles();
  if (!explanation) return null;
  const day = explanation.when === null ? "" : `, ${formatDate(explanation.when)}`;
  return (
    <>
      <p className={styles.text}>
        Explained by {explanation.who || "nobody named"}
        {day}: “{explanation.text}”
      </p>
      {lacks !== null && <p className={styles.text}>▲ {lacks}</p>}
    </>
  );
}

interface MendingProps {
  readonly finding: Finding;
  readonly mend: Mend;
  readonly outcome: Outcome;
  readonly busy: boolean;
}

/** Before and after are shown before anything can be pressed. */
function Mending({ finding, mend, outcome, busy }: MendingProps) {
  const styles = useStyles();
  const alike = mendsLike(mend, outcome.findings);
  return (
    <>
      <Changes changes={mend.changes} />
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={busy} onClick={() => void applyMend(finding, mend)}>
          {mend.label}
        </Button>
      </div>
      {alike.findings.length > 1 && <MendAll alike={alike} busy={busy} />}
    </>
  );
}
