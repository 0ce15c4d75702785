import { makeStyles, tokens } from "@fluentui/react-components";
import type { PaneState } from "../store";
import { Section } from "./Section";
import { Standing } from "./Standing";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: "20px" },
  plain: { listStyleType: "none", margin: 0, padding: 0 },
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
});

/** What the plan asks for, what is late, and what the plan says twice and differently. */
export function PlanView({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { outcome } = state;
  if (!outcome) return <p>Read a return to see how it stands against the plan.</p>;
  const late = outcome.actions.filter((each) => each.rag === "red" || each.rag === "amber");
  return (
    <>
      <Section title={outcome.pack.name}>
        <p>
          {outcome.pack.version}, issued {outcome.pack.issued}. {outcome.pack.actions.length} actions in{" "}
          {outcome.pack.areas.length} areas.
        </p>
      </Section>
      <Section title="Actions that need attention">
        {late.length === 0 ? (
          <p>No action is overdue or due soon as of the reporting date.</p>
        ) : (
          <ul className={styles.plain}>
            {late.map((each) => (
              <li className={styles.item} key={each.id}>
                <Standing rag={each.rag} word={each.status} /> {each.id}: {each.title}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Notes title="How we read the plan" notes={outcome.pack.conventions} />
      <Notes title="Where the plan contradicts itself" notes={outcome.pack.contradictions} />
    </>
  );
}

function Notes({
  title,
  notes,
}: {
  readonly title: string;
  readonly notes: readonly { id: string; text: string; source: string }[];
}) {
  const styles = useStyles();
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {notes.map((each) => (
          <li className={styles.item} key={each.id}>
            {each.text} ({each.source})
          </li>
        ))}
      </ul>
    </Section>
  );
}
