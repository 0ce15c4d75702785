import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Outcome } from "../../outcome";
import type { Finding, Severity } from "../../validation/finding";
import { readiness } from "../../validation/readiness";
import { applyMend, explain, goTo, undoMend, type PaneState } from "../store";
import { Section } from "./Section";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  why: { color: tokens.colorNeutralForeground2 },
});

const words: Readonly<Record<Severity, string>> = { error: "◆ Error", warning: "▲ Warning", info: "○ For information" };
const pageLength = 50;

/** Every finding, worst first, each with its way to the cell, its mend and its explanation. */
export function CheckView({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const [shown, setShown] = useState(pageLength);
  const { outcome } = state;
  if (!outcome) return <p>Nothing has been checked yet.</p>;
  const { statement } = readiness(outcome.findings, outcome.explanations, outcome.pack);
  const rest = outcome.findings.length - shown;
  return (
    <Section title={outcome.readiness === "ready" ? "Ready to submit" : "Not ready to submit"}>
      <p>{statement}</p>
      {state.undo[0] && (
        <Button disabledFocusable={state.work !== null} onClick={() => void undoMend()}>
          Undo the last mend
        </Button>
      )}
      <ul className={styles.list}>
        {outcome.findings.slice(0, shown).map((each, index) => (
          <FindingItem key={`${each.key} ${index}`} finding={each} busy={state.work !== null} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setShown(shown + pageLength)}>Show {Math.min(rest, pageLength)} more</Button>}
      <NotUnderstoodList outcome={outcome} />
    </Section>
  );
}

function FindingItem({ finding, busy }: { readonly finding: Finding; readonly busy: boolean }) {
  const styles = useStyles();
  const [explaining, setExplaining] = useState(false);
  const cell = finding.cells[0];
  const { mend } = finding;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        {words[finding.severity]} {finding.code}
      </div>
      <p className={styles.text}>{finding.message}</p>
      <p className={`${styles.text} ${styles.why}`}>{finding.why}</p>
      {mend?.changes.map((each) => (
        <p className={styles.text} key={each.address}>
          {each.address}: {shown(each.before)} becomes {shown(each.after)}
        </p>
      ))}
      <div className={styles.actions}>
        {cell && (
          <Button size="small" onClick={() => void goTo(cell)}>
            Go to {cell}
          </Button>
        )}
        {mend && (
          <Button size="small" disabledFocusable={busy} onClick={() => void applyMend(finding, mend)}>
            {mend.label}
          </Button>
        )}
        {finding.severity === "warning" && (
          <Button size="small" aria-expanded={explaining} onClick={() => setExplaining(!explaining)}>
            Explain
          </Button>
        )}
      </div>
      {explaining && <Explaining finding={finding} busy={busy} />}
    </li>
  );
}

const shown = (value: unknown) => (value === null ? "blank" : String(value));

function Explaining({ finding, busy }: { readonly finding: Finding; readonly busy: boolean }) {
  const [who, setWho] = useState("");
  const [text, setText] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void explain(finding, who.trim(), text.trim());
      }}
    >
      <Field label="Your name" required>
        <Input value={who} onChange={(_, { value }) => setWho(value)} />
      </Field>
      <Field label="What happened" hint="Give the cause and a figure, in a sentence." required>
        <Textarea value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <Button type="submit" size="small" disabledFocusable={busy || who.trim() === "" || text.trim() === ""}>
        Keep explanation
      </Button>
    </form>
  );
}

function NotUnderstoodList({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const { notUnderstood } = outcome.reading;
  if (notUnderstood.length === 0) return null;
  return (
    <details>
      <summary>{notUnderstood.length} figures not understood</summary>
      <ul className={styles.list}>
        {notUnderstood.slice(0, pageLength).map((each) => (
          <li className={styles.item} key={each.place.cell}>
            <Button size="small" onClick={() => void goTo(each.place.cell)}>
              Go to {each.place.cell}
            </Button>{" "}
            {each.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
