import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Outcome } from "../../../outcome";
import { formatNumber } from "../../../plan/wording";
import { readiness } from "../../../validation/checking/readiness";
import { store, type PaneState } from "../../pane/store";
import { undoMend } from "../../pane/tasks";
import { FindingItem } from "./FindingItem";
import { groupsOf, type FindingGroup, type GroupId } from "./finding-groups";
import { MappingRows } from "../return/MappingRows";
import { Paged } from "../parts/Paged";
import { Section } from "../parts/Section";
import { nothingIn } from "../return/what-was-found";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, margin: `${tokens.spacingVerticalS} 0` },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
});

/** Whether the return can be submitted, and everything that stands in the way, the worst first. */
export function CheckView({ state }: { readonly state: PaneState }) {
  const { outcome } = state;
  if (!outcome) return <p>Nothing has been checked yet.</p>;
  // What was not understood is not ready, though nothing is found wrong in it.
  const nothing = nothingIn(outcome);
  if (nothing === null) return <Checked state={state} outcome={outcome} />;
  return (
    <>
      <Section title="✗ Nothing to submit yet">{nothing}</Section>
      <MappingRows outcome={outcome} state={state} />
    </>
  );
}

function Checked({ state, outcome }: { readonly state: PaneState; readonly outcome: Outcome }) {
  const styles = useStyles();
  const report = useMemo(() => readiness(outcome), [outcome]);
  const groups = useMemo(() => groupsOf(report.explained), [report]);
  const [only, setOnly] = useState<GroupId | null>(null);
  // A group that has been emptied by mending is no longer one to look at alone.
  const shown = groups.filter(({ id }) => id === only);
  const { asked } = state;
  const holdsAsked = ({ found }: FindingGroup) => found.some(({ finding }) => finding.key === asked);
  // What was asked for is shown, whatever was chosen to look at.
  if (asked !== null && shown.length > 0 && !shown.some(holdsAsked) && groups.some(holdsAsked)) setOnly(null);
  // By now the finding has taken the focus: coming back to this view must not give it the focus again.
  useEffect(() => {
    if (asked !== null) store.set({ asked: null });
  }, [asked]);
  return (
    <>
      <Section title={report.readiness === "ready" ? "✓ Ready to submit" : "✗ Not ready to submit"}>
        <p className={styles.text}>{report.statement}.</p>
        {state.stale && <p className={styles.text}>Cells have changed since this check. Press Check again.</p>}
        {state.made[0] && (
          <Button size="small" disabledFocusable={state.work !== null} onClick={() => void undoMend()}>
            Undo the last mend: {state.made[0].label}
          </Button>
        )}
        {groups.length > 1 && <Filter groups={groups} only={only} choose={setOnly} />}
      </Section>
      {(shown.length > 0 ? shown : groups).map((group) => (
        <Section key={group.id} title={`${group.title} (${formatNumber(group.found.length)})`}>
          <Paged items={group.found} reveal={group.found.findIndex(({ finding }) => finding.key === asked)}>
            {(each, index) => (
              <FindingItem key={keyAt(group, index)} explained={each} outcome={outcome} state={state} />
            )}
          </Paged>
        </Section>
      ))}
      <MappingRows outcome={outcome} state={state} />
    </>
  );
}

/** The finding's own key, so that it keeps its place and focus from check to check; told apart where two share one. */
function keyAt({ found }: FindingGroup, index: number): string {
  const key = found[index]?.finding.key ?? "";
  const earlier = found.slice(0, index).filter(({ finding }) => finding.key === key).length;
  return `${key} ${earlier}`;
}

interface FilterProps {
  readonly groups: readonly FindingGroup[];
  readonly only: GroupId | null;
  readonly choose: (id: GroupId | null) => void;
}

const short: Readonly<Record<GroupId, string>> = {
  errors: "Errors",
  toExplain: "Warnings",
  explained: "Explained",
  information: "Information",
};

function Filter({ groups, only, choose }: FilterProps) {
  const styles = useStyles();
  const options = [{ id: null, label: "All" }, ...groups.map(({ id }) => ({ id, label: short[id] }))];
  return (
    <div role="group" aria-label="Show" className={styles.row}>
      {options.map(({ id, label }) => (
        <Button
          key={label}
          size="small"
          appearance={id === only ? "primary" : "secondary"}
          aria-pressed={id === only}
          onClick={() => choose(id)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
