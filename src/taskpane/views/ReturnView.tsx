import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { Outcome } from "../../outcome";
import { readReturn, store, type PaneState } from "../store";
import { Section } from "./Section";
import { Standing } from "./Standing";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** What was found and for whom, and where we stand on the footprints. */
export function ReturnView({ state }: { readonly state: PaneState }) {
  if (!state.outcome) return <Waiting busy={state.work !== null} />;
  return (
    <>
      <Found outcome={state.outcome} />
      <ReportingDate outcome={state.outcome} busy={state.work !== null} />
      <Footprints outcome={state.outcome} />
    </>
  );
}

function Waiting({ busy }: { readonly busy: boolean }) {
  if (busy) return null;
  return (
    <Section title="No return read yet">
      <p>Open a green-plan return in Excel, then read it. Nothing in it is changed.</p>
      <Button onClick={() => void readReturn()}>Read this workbook</Button>
    </Section>
  );
}

function Found({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const { reading, pack } = outcome;
  const codes = new Set(reading.observations.map((each) => each.organisation));
  const names = pack.organisations.filter((each) => codes.has(each.code)).map((each) => each.shortName);
  const periods = [
    ...new Map(reading.observations.map((each) => [each.period.first, each.period.label])).entries(),
  ].sort();
  const span = periods.length > 1 ? `${periods[0]?.[1]} to ${periods.at(-1)?.[1]}` : (periods[0]?.[1] ?? "none");
  const facts: [string, string][] = [
    ["For", names.join(", ") || "no organisation of the plan"],
    ["Periods", span],
    ["Figures", `${reading.observations.length.toLocaleString("en-GB")} from ${reading.tables.length} tables`],
    ["Actions", `${reading.actions.length} of ${pack.actions.length} in a tracker`],
  ];
  if (reading.notUnderstood.length > 0)
    facts.push(["Not understood", `${reading.notUnderstood.length} figures, listed under Check`]);
  if (reading.leftOut.rows > 0)
    facts.push([
      "Left out",
      `${reading.leftOut.rows} rows of ${reading.leftOut.organisations} organisations outside the plan`,
    ]);
  return (
    <Section title="This return">
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <Fact key={term} term={term} value={value} />
        ))}
      </dl>
    </Section>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

function ReportingDate({ outcome, busy }: { readonly outcome: Outcome; readonly busy: boolean }) {
  return (
    <Section title="Reporting date">
      <Field label="Everything is judged as of this day">
        <Input
          type="date"
          value={outcome.asOf}
          disabled={busy}
          onChange={(_, { value }) => {
            if (value === "") return;
            store.set({ asOf: value });
            void readReturn();
          }}
        />
      </Field>
    </Section>
  );
}

/** The pack's headline: what its carbon area measures, for each organisation with a figure. */
function Footprints({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const titles = new Map(
    outcome.pack.metrics.filter((each) => each.area === "carbon").map((each) => [each.id, each.title]),
  );
  const rows = outcome.assessments.filter((each) => each.latest && titles.has(each.metric));
  return (
    <Section title="Where we stand on the footprints">
      {rows.length === 0 ? (
        <p>This return holds no footprint figure, so there is nothing to set against its trajectory.</p>
      ) : (
        <ul className={styles.list}>
          {rows.map((each) => (
            <li className={styles.item} key={`${each.target} ${each.organisation}`}>
              <div className={styles.name}>
                {each.organisation}: {titles.get(each.metric)}, {each.period.label}
              </div>
              <Standing rag={each.rag} word={each.word} />
              <div>{each.working}</div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
