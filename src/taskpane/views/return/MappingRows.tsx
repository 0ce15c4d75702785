import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Outcome } from "../../../outcome";
import { formatPercent, metricName, plural } from "../../../plan/wording";
import { sheetPrefix } from "../../../snapshot/addresses";
import type { MappingRow } from "../../../returns/observation";
import { rowHolds } from "../../pane/mapping-rows";
import type { PaneState } from "../../pane/store";
import { sayWhatItIs } from "../../pane/tasks";
import { Fold } from "../parts/Fold";
import { GoTo } from "../parts/GoTo";
import { Paged } from "../parts/Paged";
import { MappingForm } from "./MappingForm";
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

/** Rows of the mapping that a person may have to say something about: not understood, read by likeness, set by hand. */
export function MappingRows({ outcome, state }: Props) {
  const { notUnderstood, mapping } = outcome.reading;
  const guessed = mapping.filter(({ metric, confidence, byHand }) => metric !== null && confidence < 1 && !byHand);
  const byHand = mapping.filter((row) => row.byHand);
  const item = (row: MappingRow | null, cell: string, text: string) => (
    <Item key={cell} outcome={outcome} state={state} cell={cell} text={text} row={row} />
  );
  const readItem = (row: MappingRow) => item(row, cellsOf(row), readAs(row, outcome));
  return (
    <>
      <FoldedRows
        title="Not understood"
        text="These figures could not be read, so no total, trajectory or check counts them."
        rows={notUnderstood}
      >
        {({ place, reason }) =>
          item(mapping.find((row) => row.metric === null && rowHolds(row, place)) ?? null, place.cell, reason)
        }
      </FoldedRows>
      <FoldedRows
        title="Read by likeness"
        text="The heading is near the name of a metric. Say what it is where that is wrong."
        rows={guessed}
      >
        {readItem}
      </FoldedRows>
      <FoldedRows title="Said by hand" rows={byHand}>
        {readItem}
      </FoldedRows>
    </>
  );
}

interface FoldedRowsProps<T> {
  readonly title: string;
  readonly text?: string;
  readonly rows: readonly T[];
  /** Each row's `<li>`, with its key. */
  readonly children: (row: T) => ReactNode;
}

/** Rows under a title, folded away until asked for; nothing where there are none. */
function FoldedRows<T>({ title, text, rows, children }: FoldedRowsProps<T>) {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      <Fold summary={plural(rows.length, "line of figures", "lines of figures")}>
        <Paged items={rows}>{children}</Paged>
      </Fold>
    </Section>
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

interface ItemProps extends Props {
  readonly cell: string;
  readonly text: string;
  /** Null where the figure is in no row of the mapping. */
  readonly row: MappingRow | null;
}

function Item({ outcome, state, cell, text, row }: ItemProps) {
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
      {saying && row && (
        <MappingForm
          row={row}
          outcome={outcome}
          who={nameOf(state, outcome)}
          busy={busy}
          done={() => setSaying(false)}
        />
      )}
    </li>
  );
}

/** The name that a person gave in this pane, else the last one that the workbook keeps. */
function nameOf({ who }: PaneState, { reading, explanations }: Outcome): string {
  if (who !== "") return who;
  const answered = reading.mapping.findLast((row) => row.byHand && row.who)?.who;
  return answered ?? explanations.at(-1)?.who ?? "";
}
