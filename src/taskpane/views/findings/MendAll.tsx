import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { formatNumber, plural } from "../../../plan/wording";
import { applyMends } from "../../pane/tasks";
import { Changes } from "./Changes";
import type { MendsOfAKind } from "./finding-groups";

const useStyles = makeStyles({
  panel: {
    margin: `${tokens.spacingVerticalS} 0`,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

/** All mends of a kind at once: asked for, listed cell by cell, and only then written. */
export function MendAll({ alike, busy }: { readonly alike: MendsOfAKind; readonly busy: boolean }) {
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const ask = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asking) title.current?.focus();
  }, [asking]);
  const leave = () => {
    setAsking(false);
    ask.current?.querySelector("button")?.focus();
  };
  const cells = plural(alike.changes.length, "cell");
  return (
    <>
      <div className={styles.actions} ref={ask}>
        <Button size="small" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          Mend all {formatNumber(alike.findings.length)} of this kind…
        </Button>
      </div>
      {asking && (
        <div role="group" aria-label="Mend all of this kind" className={styles.panel}>
          <h4 className={styles.title} ref={title} tabIndex={-1}>
            This would write {cells}:
          </h4>
          <Changes changes={alike.changes} />
          <div className={styles.actions}>
            <Button size="small" disabledFocusable={busy} onClick={() => void applyMends(alike.changes)}>
              Write {cells}
            </Button>
            <Button size="small" onClick={leave}>
              Leave them
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
