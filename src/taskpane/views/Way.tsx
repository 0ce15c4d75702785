import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { PaneState } from "../store";
import { goBack, showFinding } from "../tasks";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexShrink: 0,
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { maxWidth: "100%", overflowWrap: "anywhere", justifyContent: "start", textAlign: "start" },
});

/** The ways back: to where a person was in the workbook, and from the cell they are in to its finding. */
export function Way({ state: { from, here, work } }: { readonly state: PaneState }) {
  const styles = useStyles();
  const back = from[0];
  if (back === undefined && here === null) return null;
  const busy = work !== null;
  return (
    <nav aria-label="Between pane and workbook" className={styles.bar}>
      {back !== undefined && (
        <Button size="small" className={styles.button} disabledFocusable={busy} onClick={() => void goBack()}>
          Back to {back}
        </Button>
      )}
      {here && (
        <Button size="small" className={styles.button} onClick={() => showFinding(here.key)}>
          Show what was found in {here.cell}
        </Button>
      )}
    </nav>
  );
}
