import { makeStyles, tokens } from "@fluentui/react-components";
import { store, type PaneState } from "../../pane/store";
import { Notice } from "./Notice";
import { Progress } from "./Progress";

const useStyles = makeStyles({
  region: { maxHeight: "45vh", overflowY: "auto", padding: `0 ${tokens.spacingHorizontalM}`, flexShrink: 0 },
});

/** What the pane is doing and how it ended: always in sight, wherever a list has been scrolled to, and read aloud. */
export function Status({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  return (
    <div role="status" aria-live="polite" className={styles.region}>
      {state.work && <Progress work={state.work} />}
      {state.message && <Notice message={state.message} onDismiss={() => store.set({ message: null })} />}
    </div>
  );
}
