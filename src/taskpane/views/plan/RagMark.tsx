import { makeStyles, tokens } from "@fluentui/react-components";
import { ragColours, ragShapes, ragWords } from "../../../report/layout/palette";
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

interface Props {
  readonly rag: Rag;
  /** The word that stands beside the colour: "behind", "not yet due". */
  readonly word: string;
}

/** A word, a shape of its own and a colour, as on the sheets: never colour alone. */
export function RagMark({ rag, word }: Props) {
  const styles = useStyles();
  const { fill, text } = ragColours[rag];
  return (
    <span className={styles.mark} style={{ backgroundColor: fill, color: text }}>
      <span aria-hidden="true">{ragShapes[rag]} </span>
      {ragWords[rag]}: {word}
    </span>
  );
}
