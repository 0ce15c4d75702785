import { makeStyles, tokens } from "@fluentui/react-components";
import type { Rag } from "../../trajectory/assessment";

/** Report-format: a word, a shape of its own and a colour, never colour alone. */
const marks: Readonly<Record<Rag, { shape: string; word: string; ground: string; ink: string }>> = {
  green: { shape: "●", word: "Green", ground: "#006747", ink: "#FFFFFF" },
  amber: { shape: "▲", word: "Amber", ground: "#ED8B00", ink: "#000000" },
  red: { shape: "◆", word: "Red", ground: "#DA291C", ink: "#FFFFFF" },
  grey: { shape: "○", word: "Grey", ground: "#425563", ink: "#FFFFFF" },
};

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

export function Standing({ rag, word }: Props) {
  const styles = useStyles();
  const { shape, word: colour, ground, ink } = marks[rag];
  return (
    <span className={styles.mark} style={{ backgroundColor: ground, color: ink }}>
      <span aria-hidden="true">{shape} </span>
      {colour}: {word}
    </span>
  );
}
