import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Outcome } from "../../../outcome";
import { formatDate } from "../../../plan/time/dates";
import { organisationName, plural, sentenceCase } from "../../../plan/wording";
import type { Explained } from "../../../validation/checking/explanations";
import type { Finding, Mend, Severity } from "../../../validation/finding";
import type { PaneState } from "../../pane/store";
import { applyMend } from "../../pane/tasks";
import { Changes } from "./Changes";
import { ExplanationForm } from "./ExplanationForm";
import { mendsLike } from "./finding-groups";
import { useFocusHandover } from "../parts/focus";
import { Fold } from "../parts/Fold";
import { GoTo } from "../parts/GoTo";
import { MendAll } from "./MendAll";
import { Paged } from "../parts/Paged";

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: {
    margin: 0,
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
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
  const head = useRef<HTMLHeadingElement>(null);
  const busy = state.work !== null;
  const alike = finding.mend && mendsLike(finding.mend, outcome.findings);
  const isAsked = state.asked === finding.key;
  useEffect(() => {
    if (isAsked) head.current?.focus();
  }, [isAsked]);
  return (
    <li className={styles.item} ref={item}>
      <h3 className={styles.head} ref={head} tabIndex={-1}>
        <span aria-hidden="true">{shape} </span>
        {word}: {subjectOf(finding, outcome)}
      </h3>
      <p className={styles.text}>{finding.message}</p>
      <p className={`${styles.text} ${styles.why}`}>
        {finding.why} ({finding.code})
      </p>
      <Explanation explained={explained} />
      {finding.mend && <Changes changes={finding.mend.changes} />}
      <div className={styles.actions}>
        {first !== undefined && <GoTo cell={first} />}
        {finding.mend && <Mending finding={finding} mend={finding.mend} busy={busy} />}
        {finding.severity === "warning" && (
          <Button size="small" aria-expanded={explaining} onClick={() => setExplaining(!explaining)}>
            {explained.explanation ? "Explain again" : "Explain"}
          </Button>
        )}
      </div>
      {explaining && (
        <ExplanationForm
          explained={explained}
          pack={outcome.pack}
          who={state.who}
          busy={busy}
          done={() => setExplaining(false)}
        />
      )}
      {others.length > 0 && <OtherCells cells={others} />}
      {alike && alike.findings.length > 1 && <MendAll alike={alike} busy={busy} />}
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
  readonly busy: boolean;
}

/** Stands below the cells it writes, each shown before and after: nothing can be pressed unseen. */
function Mending({ finding, mend, busy }: MendingProps) {
  return (
    <Button size="small" disabledFocusable={busy} onClick={() => void applyMend(finding, mend)}>
      {mend.label}
    </Button>
  );
}

/** What a finding is about, for those who go from heading to heading: "Gas consumed, LPT, 2024/25". */
function subjectOf({ label, rule, organisation, period }: Finding, { pack }: Outcome): string {
  const subject = label ?? sentenceCase(rule.replaceAll("-", " "));
  return [subject, organisation === null ? null : organisationName(pack, organisation), period]
    .filter((each) => each !== null)
    .join(", ");
}
