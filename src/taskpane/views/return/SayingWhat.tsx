import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Outcome } from "../../../outcome";
import type { Metric, Pack } from "../../../plan/schema";
import { readPeriod } from "../../../plan/time/periods";
import { readUnit } from "../../../plan/quantity/units";
import { sentenceCase, unitWords } from "../../../plan/wording";
import type { MappingRow } from "../../../returns/observation";
import { sayWhatItIs, wouldRead } from "../../pane/tasks";

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

interface Props {
  readonly row: MappingRow;
  readonly outcome: Outcome;
  readonly busy: boolean;
  readonly done: () => void;
}

/** Where a person says which metric a line of figures is, sees what it would be read as, and keeps it with the workbook. */
export function SayingWhat({ row, outcome, busy, done }: Props) {
  const styles = useStyles();
  const { pack } = outcome;
  const [find, setFind] = useState("");
  const [said, setSaid] = useState({
    metric: row.metric ?? "",
    unit: row.byHand ? (row.unit ?? "") : "",
    organisation: row.byHand ? (row.organisation ?? "") : "",
    period: row.byHand ? (row.period ?? "") : "",
  });
  const [preview, setPreview] = useState<string | null>(null);
  const change = (part: Partial<typeof said>) => {
    setSaid({ ...said, ...part });
    setPreview(null);
  };
  const [badUnit, badPeriod] = [unitTrouble(said.unit), periodTrouble(said.period)];
  const usable = said.metric !== "" && badUnit === null && badPeriod === null && !busy;
  const asRow = (metric: string | null): MappingRow => ({
    ...row,
    metric,
    unit: said.unit.trim() || null,
    organisation: said.organisation || null,
    period: said.period.trim() || null,
    confidence: 1,
    why: "said in the pane",
    byHand: true,
  });
  const keep = (metric: string | null) => void sayWhatItIs(asRow(metric)).then((kept) => kept && done());
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (usable) keep(said.metric);
      }}
    >
      <Field label="Find a metric" hint="Part of its name, to shorten the list.">
        <Input type="search" value={find} onChange={(_, { value }) => setFind(value)} />
      </Field>
      <Field label="Metric" required>
        <Select className={styles.list} value={said.metric} onChange={(_, { value }) => change({ metric: value })}>
          <option value="">Choose one</option>
          {areasOf(pack, find, said.metric).map(({ title, metrics }) => (
            <optgroup key={title} label={title}>
              {metrics.map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {titleOf(metric)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field
        label="Unit"
        hint="Leave it empty where the headings give it, or it is the metric’s own."
        validationState={badUnit === null ? "none" : "error"}
        validationMessage={badUnit}
      >
        <Input value={said.unit} onChange={(_, { value }) => change({ unit: value })} />
      </Field>
      <Field label="Organisation">
        <Select
          className={styles.list}
          value={said.organisation}
          onChange={(_, { value }) => change({ organisation: value })}
        >
          <option value="">As the sheet says</option>
          {pack.organisations.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Period"
        hint="Leave it empty where the headings give it. Else like 2024/25."
        validationState={badPeriod === null ? "none" : "error"}
        validationMessage={badPeriod}
      >
        <Input value={said.period} onChange={(_, { value }) => change({ period: value })} />
      </Field>
      <p className={styles.text} role="status">
        {preview}
      </p>
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={!usable}
          onClick={() => void wouldRead(outcome, asRow(said.metric)).then(setPreview, () => setPreview(null))}
        >
          See what it would read
        </Button>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!usable}>
          Keep
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => keep(null)}>
          Leave this line out
        </Button>
      </div>
    </form>
  );
}

interface AreaOfMetrics {
  readonly title: string;
  readonly metrics: readonly Metric[];
}

/** The plan's metrics by area, those whose title, id or area holds the words; the chosen one is always among them. */
function areasOf({ metrics, areas }: Pack, words: string, chosen: string): AreaOfMetrics[] {
  const wanted = words.trim().toLowerCase();
  const byArea = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const area = areas.find(({ prefix, group }) => prefix === metric.area || group === metric.area);
    const title = area?.name ?? sentenceCase(metric.area);
    const isWanted = `${metric.title} ${metric.id} ${title}`.toLowerCase().includes(wanted);
    if (isWanted || metric.id === chosen) byArea.set(title, [...(byArea.get(title) ?? []), metric]);
  }
  return [...byArea].map(([title, own]) => ({ title, metrics: own }));
}

function titleOf({ title, unit }: Metric): string {
  const words = unitWords(unit);
  return words === "" || title.includes(words) ? title : `${title} (${words})`;
}

function unitTrouble(text: string): string | null {
  if (text.trim() === "" || readUnit(text.trim())) return null;
  return `“${text.trim()}” is no unit that is known here. Write one like kWh, MWh, tCO2e, m3, tonnes or %.`;
}

function periodTrouble(text: string): string | null {
  if (text.trim() === "" || readPeriod(text.trim()).kind === "period") return null;
  return `“${text.trim()}” is no period. Write one like 2024/25, 2024/25 Q3 or March 2025.`;
}
