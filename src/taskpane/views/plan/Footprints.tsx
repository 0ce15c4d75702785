import { makeStyles, tokens } from "@fluentui/react-components";
import type { Outcome } from "../../../outcome";
import type { Pack } from "../../../plan/schema";
import { formatFigure, organisationName, periodWords, sentenceCase } from "../../../plan/wording";
import type { Assessment } from "../../../assessment/assessment";
import type { BasisComparison } from "../../../assessment/targets/basis";
import { unreportedWords } from "../../../assessment/targets/unreported";
import { Fold } from "../parts/Fold";
import { Section } from "../parts/Section";
import { RagMark } from "./RagMark";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  text: { margin: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
});

interface Props {
  readonly outcome: Outcome;
  readonly bases: readonly BasisComparison[];
}

/** The pack's headline: what its carbon area measures, for each organisation, against the target it is on its way to. */
export function Footprints({ outcome, bases }: Props) {
  const styles = useStyles();
  const { pack, assessments } = outcome;
  const metrics = new Set(pack.metrics.filter(({ area }) => area === "carbon").map(({ id }) => id));
  const rows = assessments.filter((each) => each.latest && metrics.has(each.metric));
  return (
    <Section title="Where we stand on the footprints">
      {rows.length === 0 ? (
        <p>No footprint figure was found, so there is nothing to set against its trajectory.</p>
      ) : (
        <ul className={styles.list}>
          {rows.map((each) => (
            <Footprint
              key={`${each.target} ${each.organisation}`}
              row={each}
              pack={pack}
              basis={basisOf(each, bases)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function basisOf({ metric, organisation }: Assessment, bases: readonly BasisComparison[]): BasisComparison | null {
  return bases.find((each) => each.metric === metric && each.organisation === organisation) ?? null;
}

interface RowProps {
  readonly row: Assessment;
  readonly pack: Pack;
  readonly basis: BasisComparison | null;
}

function Footprint({ row, pack, basis }: RowProps) {
  const styles = useStyles();
  const title = pack.metrics.find(({ id }) => id === row.metric)?.title ?? row.metric;
  return (
    <li className={styles.item}>
      <h3 className={styles.name}>
        {organisationName(pack, row.organisation)}: {title}
      </h3>
      <RagMark rag={row.rag} word={row.word} />
      <p className={styles.text}>{standsAt(row, pack)}</p>
      <Fold summary="How was this worked out?">{row.working}</Fold>
      {basis && <Bases basis={basis} />}
    </li>
  );
}

/** One target read on different bases, side by side, and which of them the return follows. */
function Bases({ basis }: { readonly basis: BasisComparison }) {
  const styles = useStyles();
  const { readings, due, unit, used, differencePerYear, budgetDifference } = basis;
  const followed = readings.find(({ id }) => id === used);
  return (
    <Fold summary="The target can be read in more than one way">
      {readings.map(({ id, title, level, perYear, budget, source }) => (
        <p className={styles.text} key={id}>
          {sentenceCase(title)}: {formatFigure(level, unit)} by {due.label}, {formatFigure(perYear, unit)} less each
          year, a budget of {formatFigure(budget, unit)} ({source}).
        </p>
      ))}
      <p className={styles.text}>
        They differ by {formatFigure(Math.abs(differencePerYear), unit)} a year and{" "}
        {formatFigure(Math.abs(budgetDifference), unit)} in budget.{" "}
        {followed ? `The figures given follow ${followed.title}.` : "The figures given do not say which they follow."}
      </p>
    </Fold>
  );
}

/** "79,000 tCO₂e in 2024/25; its path stands at 59,067 tCO₂e." */
function standsAt(row: Assessment, pack: Pack): string {
  const { actual, unit, period, path } = row;
  if (actual === null) return `No figure for ${periodWords(period)}.`;
  const figure = `${formatFigure(actual, unit)} in ${periodWords(period)}`;
  const stands = path.late === null ? "" : `; its trajectory stands at ${formatFigure(path.late, unit)}`;
  const late = unreportedWords(
    row,
    pack.metrics.find(({ id }) => id === row.metric),
  );
  return `${figure}${stands}.${late === "" ? "" : ` ${sentenceCase(late)}.`}`;
}
