import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { cancel, type Work } from "../store";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
  step: { flexGrow: 1 },
  bar: { width: "100%", accentColor: tokens.colorBrandBackground },
});

/** What is being done, how far it is, and the way to stop it. */
export function Progress({ work }: { readonly work: Work }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <label className={styles.step}>
        {work.step}…
        {work.done === null ? (
          <progress className={styles.bar} />
        ) : (
          <progress className={styles.bar} max={1} value={work.done} />
        )}
      </label>
      <Button size="small" onClick={cancel}>
        Stop
      </Button>
    </div>
  );
}
