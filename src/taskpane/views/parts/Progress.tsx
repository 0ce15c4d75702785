import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Work } from "../../pane/store";
import { stop } from "../../pane/work";
import { useFocusHandover } from "./focus";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "end",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  step: { flexGrow: 1 },
  bar: { display: "block", width: "100%", accentColor: tokens.colorCompoundBrandBackground },
});

/** What is being done, how far it is, and the way to stop it. */
export function Progress({ work }: { readonly work: Work }) {
  const styles = useStyles();
  const line = useRef<HTMLDivElement>(null);
  useFocusHandover(line);
  return (
    <div className={styles.line} ref={line}>
      <label className={styles.step}>
        {work.stopping ? "Stopping" : work.step}…
        {work.done === null ? (
          <progress className={styles.bar} />
        ) : (
          <progress className={styles.bar} max={1} value={work.done} />
        )}
      </label>
      {work.canStop && (
        <Button size="small" disabledFocusable={work.stopping} onClick={stop}>
          Stop
        </Button>
      )}
    </div>
  );
}
