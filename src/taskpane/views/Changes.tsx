import { makeStyles, tokens } from "@fluentui/react-components";
import { formatNumber } from "../../plan/wording";
import type { CellChange } from "../../validation/finding";
import { placeOfChange } from "./findingGroups";
import { Paged } from "./Paged";

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: "anywhere" },
});

/** What would be written: each cell with what it holds and what it would hold. */
export function Changes({ changes }: { readonly changes: readonly CellChange[] }) {
  const styles = useStyles();
  return (
    <Paged items={changes}>
      {(change) => (
        <li className={styles.item} key={placeOfChange(change)}>
          {placeOfChange(change)}: {held(change.before)} becomes {held(change.after)}
        </li>
      )}
    </Paged>
  );
}

/** A cell's content told exactly: a text in quotation marks, so that a text "12" is not taken for a number. */
function held(value: CellChange["before"]): string {
  if (value === null) return "blank";
  if (typeof value === "number") return formatNumber(value, 15);
  return typeof value === "string" ? `“${value}”` : String(value);
}
