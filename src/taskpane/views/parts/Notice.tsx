import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useRef } from "react";
import type { Message } from "../../pane/store";
import { undoMend } from "../../pane/tasks";
import { useFocusHandover } from "./focus";

const useStyles = makeStyles({ bar: { margin: "8px 0" }, text: { overflowWrap: "anywhere", paddingTop: "4px" } });

interface Props {
  readonly message: Message;
  readonly onDismiss?: () => void;
}

/** The outcome of the last piece of work, in plain words. */
export function Notice({ message, onDismiss }: Props) {
  const styles = useStyles();
  const bar = useRef<HTMLDivElement>(null);
  useFocusHandover(bar);
  return (
    <div ref={bar} className={styles.bar}>
      <MessageBar intent={message.intent} layout="multiline">
        <MessageBarBody className={styles.text}>
          <MessageBarTitle>{message.title}</MessageBarTitle>
          {message.text}
        </MessageBarBody>
        {onDismiss && (
          <MessageBarActions>
            {message.canUndo && (
              <Button size="small" onClick={() => void undoMend()}>
                Undo
              </Button>
            )}
            <Button size="small" onClick={onDismiss}>
              Close
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}
