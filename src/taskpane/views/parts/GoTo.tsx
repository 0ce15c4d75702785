import { Button } from "@fluentui/react-components";
import { goTo } from "../../pane/tasks";

/** The way to a cell. The focus stays on it, so that a person comes back to the place in the list they left. */
export function GoTo({ cell }: { readonly cell: string }) {
  return (
    <Button size="small" onClick={() => void goTo(cell)}>
      Go to {cell}
    </Button>
  );
}
