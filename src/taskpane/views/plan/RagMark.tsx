import { makeStyles, tokens } from "@fluentui/react-components";
import { stateColours } from "../../../report/layout/palette";
import { colourOfState, ratingStates } from "../../../report/layout/states";
import type { Rag } from "../../../assessment/assessment";

const useStyles = makeStyles({
  mark: {
    display: "inline-block",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: "1px solid transparent",
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
});

interface StateProps {
  /** "◆ Off track": a mark and a word, as on the sheets. */
  readonly state: string;
  /** The word that stands beside it: "behind", "overdue". */
  readonly word: string;
}

/** A word, a shape of its own and a colour, as on the sheets: never colour alone. */
export function StateMark({ state, word }: StateProps) {
  const styles = useStyles();
  const { fill, text } = stateColours[colourOfState[state] ?? "grey"];
  const name = state.slice(2);
  return (
    <span className={styles.mark} style={{ backgroundColor: fill, color: text }}>
      <span aria-hidden="true">{state.slice(0, 2)}</span>
      {name.toLowerCase() === word ? name : `${name}: ${word}`}
    </span>
  );
}

/** The rating of a target. */
export function RagMark({ rag, word }: { readonly rag: Rag; readonly word: string }) {
  return <StateMark state={ratingStates[rag]} word={word} />;
}
