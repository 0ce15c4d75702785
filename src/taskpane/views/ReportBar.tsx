import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { makeReport, readReturn, type PaneState } from "../store";

const useStyles = makeStyles({
  bar: {
    display: "flex",
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
      <Button disabledFocusable={busy} onClick={() => void readReturn()}>
        Check again
      </Button>
      <Button appearance="primary" className={styles.main} disabledFocusable={busy} onClick={() => void makeReport()}>
        Make board report
      </Button>
    </footer>
  );
}
