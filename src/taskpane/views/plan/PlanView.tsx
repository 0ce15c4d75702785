import { makeStyles, tokens } from "@fluentui/react-components";
import type { Pack, PlanNote } from "../../../plan/schema";
import { formatNumber, plural } from "../../../plan/wording";
import { gapsOfNoArea } from "../../../report/words/area-words";
import { areaRollUps } from "../../../assessment/targets/areas";
import type { PaneState } from "../../pane/store";
import { AreaActions } from "./AreaActions";
import { Fold } from "../parts/Fold";
import { Section } from "../parts/Section";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
  // A target of 24 pixels (WCAG 2.5.8).
  link: { display: "inline-block", lineHeight: "24px" },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
});

/** What the plan asks for, what is late and who owns it, and what the plan says twice and differently. */
export function PlanView({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { outcome } = state;
  if (!outcome) return <p>Read a return to see how it stands against the plan.</p>;
  const { pack, actions, assessments } = outcome;
  const elsewhere = gapsOfNoArea(pack, assessments, actions);
  return (
    <>
      <Section title={pack.name}>
        <p className={styles.text}>
          Issued {pack.issued}. Held here as version {pack.version}:{" "}
          {`${plural(pack.actions.length, "action")} in ${plural(pack.areas.length, "area")}, `}
          {`${plural(pack.targets.length, "target")} for ${plural(pack.metrics.length, "metric")}.`}
        </p>
      </Section>
      <Section title="Actions and gaps by area">
        {elsewhere !== null && <p className={styles.text}>{elsewhere}</p>}
        {areaRollUps(pack, assessments, actions).map((area) => (
          <AreaActions key={area.prefix} area={area} outcome={outcome} />
        ))}
      </Section>
      <Section title="How the plan is read">
        <Notes summary="Conventions" notes={pack.conventions} />
        <Notes summary="Where the plan contradicts itself" notes={pack.contradictions} />
        <Changes changes={pack.changes} />
        <Notes summary="Other notes" notes={pack.notes} />
        <p className={styles.text}>
          <a className={styles.link} href="help.html" target="_blank" rel="noreferrer">
            Help with Green Plan Reporter
          </a>
        </p>
      </Section>
    </>
  );
}

function Notes({ summary, notes }: { readonly summary: string; readonly notes: readonly PlanNote[] }) {
  const styles = useStyles();
  if (notes.length === 0) return null;
  return (
    <Fold summary={`${summary} (${formatNumber(notes.length)})`}>
      <ul className={styles.list}>
        {notes.map((each) => (
          <li className={styles.item} key={each.id}>
            {each.text} ({each.source})
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Changes({ changes }: { readonly changes: Pack["changes"] }) {
  const styles = useStyles();
  if (changes.length === 0) return null;
  return (
    <Fold summary={`Changed since the plan was issued (${formatNumber(changes.length)})`}>
      <ul className={styles.list}>
        {changes.map((each) => (
          <li className={styles.item} key={each.id}>
            {each.dateText}: {each.change} ({each.source}
            {each.secondary ? ", at second hand" : ""})
          </li>
        ))}
      </ul>
    </Fold>
  );
}
