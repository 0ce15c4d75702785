import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Outcome } from "../../../outcome";
import { formatDate } from "../../../plan/time/dates";
import { formatNumber, inSentence, plural } from "../../../plan/wording";
import type { FoundTable } from "../../../returns/observation";
import { readiness } from "../../../validation/checking/readiness";
import { store, type PaneState } from "../../pane/store";
import { checkReturn } from "../../pane/tasks";
import { Fold } from "../parts/Fold";
import { Footprints } from "../plan/Footprints";
import { GoTo } from "../parts/GoTo";
import { Paged } from "../parts/Paged";
import { ReportingDate } from "./ReportingDate";
import { Section } from "../parts/Section";
import { figuresFor, nothingIn, placeOfTable, spanOf } from "./what-was-found";

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
  verdict: { margin: `0 0 ${tokens.spacingVerticalS}` },
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
});

/** What was found and for whom, and where we stand on the footprints. */
export function ReturnView({ state }: { readonly state: PaneState }) {
  const { outcome } = state;
  if (!outcome) return <Waiting busy={state.work !== null} />;
  const nothing = nothingIn(outcome);
  if (nothing !== null) return <Section title="Nothing recognised">{nothing}</Section>;
  return (
    <>
      <Found outcome={outcome} />
      <Footprints outcome={outcome} bases={state.bases} />
      <ReportingDate asOf={outcome.asOf} chosen={state.asOf} busy={state.work !== null} />
    </>
  );
}

function Waiting({ busy }: { readonly busy: boolean }) {
  return (
    <Section title={busy ? "Reading" : "No return read yet"}>
      <p>A green-plan return open in Excel is read and checked here. Nothing in it is changed.</p>
      {!busy && <Button onClick={() => void checkReturn()}>Read this workbook</Button>}
    </Section>
  );
}

function Found({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  return (
    <Section title="This return">
      <Verdict outcome={outcome} />
      <dl className={styles.facts}>
        {factsOf(outcome).map(([term, value]) => (
          <Fact key={term} term={term} value={value} />
        ))}
      </dl>
      <ForWhom outcome={outcome} />
      <Tables tables={outcome.reading.tables} />
    </Section>
  );
}

/** Whether it can be submitted, before anything else; the way to what stands in the way. */
function Verdict({ outcome }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const { readiness: state, statement } = useMemo(() => readiness(outcome), [outcome]);
  return (
    <p className={styles.verdict}>
      <strong>{state === "ready" ? "✓ Ready to submit" : "✗ Not ready to submit"}</strong>: {inSentence(statement)}.{" "}
      {outcome.findings.length + outcome.reading.notUnderstood.length > 0 && (
        <Button size="small" onClick={() => store.set({ view: "check" })}>
          See what was found
        </Button>
      )}
    </p>
  );
}

function factsOf({ reading, pack, asOf }: Outcome): [term: string, value: string][] {
  const { observations, tables, actions, notUnderstood, leftOut, census } = reading;
  const facts: [string, string][] = [
    ["For", figuresFor(reading, pack).map(({ name }) => name).join(", ") || "no organisation of the plan"], // prettier-ignore
    ["Periods", spanOf(observations)],
    ["As of", formatDate(asOf)],
    ["Figures", `${formatNumber(observations.length)} from ${plural(tables.length, "table")}`],
    ["Actions", `${formatNumber(actions.length)} of ${plural(pack.actions.length, "action")} of the plan`],
  ];
  if (notUnderstood.length > 0) facts.push(["Not understood", `${plural(census.asked, "figure")}, listed under Check`]);
  if (leftOut.rows > 0) {
    const whose = plural(leftOut.organisations, "organisation");
    facts.push(["Left out", `${plural(leftOut.rows, "row")} of ${whose} outside the plan`]);
  }
  return facts;
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

function ForWhom({ outcome: { reading, pack } }: { readonly outcome: Outcome }) {
  const styles = useStyles();
  const found = figuresFor(reading, pack);
  if (found.length === 0) return null;
  return (
    <Fold summary="Figures of each organisation">
      <dl className={styles.facts}>
        {found.map(({ name, figures, span }) => (
          <Fact key={name} term={name} value={`${plural(figures, "figure")}, ${span}`} />
        ))}
      </dl>
    </Fold>
  );
}

function Tables({ tables }: { readonly tables: readonly FoundTable[] }) {
  const styles = useStyles();
  if (tables.length === 0) return null;
  return (
    <Fold summary={`Tables that were read (${formatNumber(tables.length)})`}>
      <Paged items={tables}>
        {(each) => (
          <li className={styles.item} key={`${each.sheet} ${each.range}`}>
            {each.title ?? each.sheet} <GoTo cell={placeOfTable(each)} />
          </li>
        )}
      </Paged>
    </Fold>
  );
}
