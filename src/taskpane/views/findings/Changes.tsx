import { makeStyles, tokens } from "@fluentui/react-components";
import { changeWords, placeOfChange } from "../../../report/words/change-words";
import type { CellChange } from "../../../validation/finding";
import { Paged } from "../parts/Paged";

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
          {changeWords(change)}
        </li>
      )}
    </Paged>
  );
}
