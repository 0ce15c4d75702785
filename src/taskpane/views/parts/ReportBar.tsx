import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { PaneState } from "../../pane/store";
import { makeBoardReport, checkReturn } from "../../pane/tasks";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  main: { flexGrow: 1 },
});

/** The two things people come for, always in reach. */
export function ReportBar({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const busy = state.work !== null;
  return (
    <footer className={styles.bar}>
      <Button disabledFocusable={busy} onClick={() => void checkReturn()}>
        {state.outcome ? "Check again" : "Check"}
      </Button>
      <Button
        appearance="primary"
        className={styles.main}
        disabledFocusable={busy}
        onClick={() => void makeBoardReport()}
      >
        Make board report
      </Button>
    </footer>
  );
}
