import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Pack } from "../../../plan/schema";
import { MetricField } from "./MetricField";
import { useMappingForm, type MappingFormProps, type MappingFormState } from "./use-mapping-form";

const useStyles = makeStyles({
  // A list is as wide as its longest name unless it is told to keep to the pane.
  form: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
  list: { minWidth: 0, "& select": { width: "100%", minWidth: 0 } },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: "anywhere" },
});

/** Where a person says which metric a row of figures is, sees what it would be read as, and keeps it with the workbook. */
export function MappingForm(props: MappingFormProps) {
  const styles = useStyles();
  const { outcome, busy } = props;
  const form = useMappingForm(props);
  const { entries, change } = form;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        form.keep();
      }}
    >
      <MetricField pack={outcome.pack} chosen={entries.metric} choose={(metric) => change({ metric })} />
      <CheckedInput
        label="Unit"
        hint="Leave it empty where the headings give it, or it is the metric’s own."
        value={entries.unit}
        trouble={form.unitTrouble}
        change={(unit) => change({ unit })}
      />
      <OrganisationField
        pack={outcome.pack}
        chosen={entries.organisation}
        choose={(organisation) => change({ organisation })}
      />
      <CheckedInput
        label="Period"
        hint="Leave it empty where the headings give it. Else like 2024/25."
        value={entries.period}
        trouble={form.periodTrouble}
        change={(period) => change({ period })}
      />
      <Field label="Your name" hint="Kept beside the answer, so that a colleague knows whom to ask.">
        <Input value={entries.who} autoComplete="name" onChange={(_, { value }) => change({ who: value })} />
      </Field>
      <p className={styles.text} role="status">
        {form.preview}
      </p>
      <Actions form={form} busy={busy} />
    </form>
  );
}

interface CheckedInputProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What is wrong with the entry, or null. */
  readonly trouble: string | null;
  readonly change: (value: string) => void;
}

function CheckedInput({ label, hint, value, trouble, change }: CheckedInputProps) {
  return (
    <Field label={label} hint={hint} validationState={trouble === null ? "none" : "error"} validationMessage={trouble}>
      <Input value={value} onChange={(_, data) => change(data.value)} />
    </Field>
  );
}

interface OrganisationFieldProps {
  readonly pack: Pack;
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

function OrganisationField({ pack, chosen, choose }: OrganisationFieldProps) {
  const styles = useStyles();
  return (
    <Field label="Organisation">
      <Select className={styles.list} value={chosen} onChange={(_, { value }) => choose(value)}>
        <option value="">As the sheet says</option>
        {pack.organisations.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Actions({ form, busy }: { readonly form: MappingFormState; readonly busy: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.actions}>
      <Button size="small" disabledFocusable={!form.isUsable} onClick={form.showPreview}>
        See what it would read
      </Button>
      <Button type="submit" size="small" appearance="primary" disabledFocusable={!form.isUsable}>
        Keep
      </Button>
      <Button size="small" disabledFocusable={busy} onClick={form.leaveOut}>
        Leave this line out
      </Button>
    </div>
  );
}
