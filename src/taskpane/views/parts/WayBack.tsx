import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import { splitPlace } from "../../../snapshot/addresses";
import type { PaneState } from "../../pane/store";
import { goBack, showFinding } from "../../pane/tasks";
import { useFocusHandover } from "./focus";

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
export function WayBack({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { from, work, outcome } = state;
  const back = from[0];
  // A finding that has been mended meanwhile is no longer there to be shown.
  const here = outcome?.findings.some(({ key }) => key === state.here?.key) ? state.here : null;
  if (back === undefined && here === null) return null;
  const busy = work !== null;
  return (
    <nav aria-label="Between pane and workbook" className={styles.bar}>
      {back !== undefined && (
        <Step>
          <Button size="small" className={styles.button} disabledFocusable={busy} onClick={() => void goBack()}>
            Back to {placeWords(back)}
          </Button>
        </Step>
      )}
      {here && (
        <Step>
          <Button size="small" className={styles.button} onClick={() => showFinding(here.key)}>
            Finding in {here.cell}
          </Button>
        </Step>
      )}
    </nav>
  );
}

/** A button that may go away once it is pressed: the keyboard must not be lost with it. */
function Step({ children }: { readonly children: ReactNode }) {
  const step = useRef<HTMLSpanElement>(null);
  useFocusHandover(step);
  return <span ref={step}>{children}</span>;
}

/** A sheet's name as its tab shows it: "Front sheet!A1". */
function placeWords(cell: string): string {
  const place = splitPlace(cell);
  return place ? `${place.sheet}!${place.address}` : cell;
}
