import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { formatNumber } from "../../../plan/wording";

const useStyles = makeStyles({ list: { listStyleType: "none", margin: 0, padding: 0 } });

interface Props<T> {
  readonly items: readonly T[];
  readonly size?: number;
  /** The index of an item that must be shown, or -1. */
  readonly reveal?: number;
  /** Each item's `<li>`, with its key. */
  readonly children: (item: T, index: number) => ReactNode;
}

/** A list that stays usable when it is long: a page of it, and a button for the next. */
export function Paged<T>({ items, size = 10, reveal = -1, children }: Props<T>) {
  const styles = useStyles();
  const [shown, setShown] = useState(size);
  if (reveal >= shown) setShown(Math.ceil((reveal + 1) / size) * size);
  const list = useRef<HTMLUListElement>(null);
  const added = useRef<number | null>(null);
  useEffect(() => {
    // The keyboard goes on where the list went on, not behind it.
    if (added.current === null) return;
    list.current?.children[added.current]?.querySelector<HTMLElement>("button, summary")?.focus();
    added.current = null;
  }, [shown]);
  const rest = items.length - shown;
  const more = () => {
    added.current = shown;
    setShown(shown + size);
  };
  return (
    <>
      <ul className={styles.list} ref={list}>
        {items.slice(0, shown).map(children)}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={more}>
          {rest > size ? `Show ${formatNumber(size)} more of ${formatNumber(rest)}` : `Show ${formatNumber(rest)} more`}
        </Button>
      )}
    </>
  );
}
