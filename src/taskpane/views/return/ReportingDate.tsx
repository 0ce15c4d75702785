import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formatDate, isRealDate } from "../../../plan/time/dates";
import { judgeAsOf } from "../../pane/tasks";
import { Section } from "../parts/Section";

const useStyles = makeStyles({
  form: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1 },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

interface Props {
  /** The date in force. */
  readonly asOf: string;
  /** The date the person chose here, or null. */
  readonly chosen: string | null;
  readonly busy: boolean;
}

/** The day everything is judged at, another one, and the way back to the workbook's own. */
export function ReportingDate({ asOf, chosen, busy }: Props) {
  const styles = useStyles();
  const own = "the workbook’s own: the date on its settings sheet, else the end of the last period with a figure";
  return (
    <Section title="Reporting date">
      <p className={styles.text}>
        Judged as at {formatDate(asOf)}, {chosen === null ? own : "which was chosen here"}.
      </p>
      <Choosing key={asOf} asOf={asOf} busy={busy} />
      {chosen !== null && (
        <Button size="small" disabledFocusable={busy} onClick={() => void judgeAsOf(null)}>
          Back to the workbook’s own date
        </Button>
      )}
    </Section>
  );
}

function Choosing({ asOf, busy }: { readonly asOf: string; readonly busy: boolean }) {
  const styles = useStyles();
  const [date, setDate] = useState(asOf);
  const usable = isRealDate(date) && date !== asOf && !busy;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (usable) void judgeAsOf(date);
      }}
    >
      <Field label="Another day" className={styles.field}>
        <Input type="date" value={date} onChange={(_, { value }) => setDate(value)} />
      </Field>
      <Button type="submit" disabledFocusable={!usable}>
        Use this day
      </Button>
    </form>
  );
}
