import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { Message } from "../store";

const useStyles = makeStyles({ bar: { marginBottom: "12px" }, text: { overflowWrap: "anywhere" } });

interface Props {
  readonly message: Message;
  readonly onDismiss?: () => void;
}

/** The outcome of the last piece of work, in plain words. */
export function Notice({ message, onDismiss }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent={message.intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>
        <MessageBarTitle>{message.title}</MessageBarTitle>
        {message.text}
      </MessageBarBody>
      {onDismiss && (
        <MessageBarActions>
          <Button size="small" onClick={onDismiss}>
            Close
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
