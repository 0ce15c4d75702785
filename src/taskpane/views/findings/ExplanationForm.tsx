import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Pack } from "../../../plan/schema";
import { matchExplanations, type Explained } from "../../../validation/checking/explanations";
import { today } from "../../pane/choices";
import { explain } from "../../pane/tasks";

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  keep: { justifySelf: "start" },
});

interface Props {
  readonly explained: Explained;
  readonly pack: Pack;
  readonly who: string;
  readonly busy: boolean;
  readonly done: () => void;
}

/** Where a person says why a figure is right, and reads whether that will do. */
export function ExplanationForm({ explained: { finding, explanation }, pack, who: whoBefore, busy, done }: Props) {
  const styles = useStyles();
  const [who, setWho] = useState(whoBefore);
  const [text, setText] = useState(explanation?.text ?? "");
  const given = { key: finding.key, who, when: today(), text, figure: finding.figure };
  const lacks = matchExplanations([finding], [given], pack)[0]?.lacks ?? null;
  const isBlank = who.trim() === "" || text.trim() === "";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank && !busy) void explain(finding, who.trim(), text.trim()).then((kept) => kept && done());
      }}
    >
      <Field
        label="What happened"
        hint="The cause, and a figure, in a sentence."
        required
        validationState={text === "" ? "none" : lacks === null ? "success" : "warning"}
        validationMessage={text === "" ? null : (lacks ?? "This will do.")}
      >
        <Textarea value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <Field label="Your name" required>
        <Input value={who} autoComplete="name" onChange={(_, { value }) => setWho(value)} />
      </Field>
      <Button type="submit" size="small" className={styles.keep} disabledFocusable={busy || isBlank}>
        Keep explanation
      </Button>
    </form>
  );
}
