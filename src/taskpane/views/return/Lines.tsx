import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Outcome } from "../../../outcome";
import { formatPercent, metricName, plural } from "../../../plan/wording";
import { sheetPrefix } from "../../../snapshot/addresses";
import type { MappingRow } from "../../../returns/observation";
import { holds } from "../../pane/line";
import type { PaneState } from "../../pane/store";
import { sayWhatItIs } from "../../pane/tasks";
import { Fold } from "../parts/Fold";
import { GoTo } from "../parts/GoTo";
import { Paged } from "../parts/Paged";
import { SayingWhat } from "./SayingWhat";
import { Section } from "../parts/Section";

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalS} 0`, overflowWrap: "anywhere" },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly outcome: Outcome;
  readonly state: PaneState;
}

/** Lines of figures that a person may have to say something about: not understood, read by likeness, set by hand. */
export function Lines({ outcome, state }: Props) {
  const styles = useStyles();
  const { notUnderstood, mapping } = outcome.reading;
  const guessed = mapping.filter(({ metric, confidence, byHand }) => metric !== null && confidence < 1 && !byHand);
  const byHand = mapping.filter((row) => row.byHand);
  const shared = { outcome, state };
  return (
    <>
      {notUnderstood.length > 0 && (
        <Section title="Not understood">
          <p className={styles.text}>These figures could not be read, so no total, trajectory or check counts them.</p>
          <Fold summary={plural(notUnderstood.length, "line of figures", "lines of figures")}>
            <Paged items={notUnderstood}>
              {({ place, reason }) => {
                const row = mapping.find((each) => each.metric === null && holds(each, place));
                return <Line key={place.cell} {...shared} cell={place.cell} text={reason} row={row ?? null} />;
              }}
            </Paged>
          </Fold>
        </Section>
      )}
      {guessed.length > 0 && (
        <Section title="Read by likeness">
          <p className={styles.text}>The heading is near the name of a metric. Say what it is where that is wrong.</p>
          <Fold summary={plural(guessed.length, "line of figures", "lines of figures")}>
            <Paged items={guessed}>
              {(row) => (
                <Line key={cellsOf(row)} {...shared} cell={cellsOf(row)} text={readAs(row, outcome)} row={row} />
              )}
            </Paged>
          </Fold>
        </Section>
      )}
      {byHand.length > 0 && (
        <Section title="Said by hand">
          <Fold summary={plural(byHand.length, "line of figures", "lines of figures")}>
            <Paged items={byHand}>
              {(row) => (
                <Line key={cellsOf(row)} {...shared} cell={cellsOf(row)} text={readAs(row, outcome)} row={row} />
              )}
            </Paged>
          </Fold>
        </Section>
      )}
    </>
  );
}

function cellsOf({ sheet, range }: MappingRow): string {
  return `${sheetPrefix(sheet)}${range}`;
}

/** "“Gas used” is read as gas consumed (85% sure)." */
function readAs({ label, metric, confidence, byHand }: MappingRow, { pack }: Outcome): string {
  if (metric === null) return `“${label}” is left out.`;
  const sure = byHand ? "" : ` (${formatPercent(confidence * 100)} sure)`;
  return `“${label}” is read as ${metricName(pack, metric)}${sure}.`;
}

interface LineProps extends Props {
  readonly cell: string;
  readonly text: string;
  /** The line as the mapping has it; null where the figure stands in none. */
  readonly row: MappingRow | null;
}

function Line({ outcome, state, cell, text, row }: LineProps) {
  const styles = useStyles();
  const [saying, setSaying] = useState(false);
  const busy = state.work !== null;
  return (
    <li className={styles.item}>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>
        <GoTo cell={cell} />
        {row && (
          <Button size="small" aria-expanded={saying} onClick={() => setSaying(!saying)}>
            Say what it is
          </Button>
        )}
        {row?.byHand && (
          <Button size="small" disabledFocusable={busy} onClick={() => void sayWhatItIs({ ...row, byHand: false })}>
            Read it by its heading again
          </Button>
        )}
      </div>
      {saying && row && <SayingWhat row={row} outcome={outcome} busy={busy} done={() => setSaying(false)} />}
    </li>
  );
}
