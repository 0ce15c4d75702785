import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { addTo } from "../../../collections/collect";
import type { Metric, Pack } from "../../../plan/schema";
import { sentenceCase, unitWords } from "../../../plan/wording";

const useStyles = makeStyles({ list: { minWidth: 0, "& select": { width: "100%", minWidth: 0 } } });

interface Props {
  readonly pack: Pack;
  /** The chosen metric's id, or "". */
  readonly chosen: string;
  readonly choose: (metric: string) => void;
}

/** The plan's metrics by area to choose from, with a field that shortens the list. */
export function MetricField({ pack, chosen, choose }: Props) {
  const styles = useStyles();
  const [find, setFind] = useState("");
  return (
    <>
      <Field label="Find a metric" hint="Part of its name, to shorten the list.">
        <Input type="search" value={find} onChange={(_, { value }) => setFind(value)} />
      </Field>
      <Field label="Metric" required>
        <Select className={styles.list} value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="">Choose one</option>
          {[...metricsByArea(pack, find, chosen)].map(([area, metrics]) => (
            <optgroup key={area} label={area}>
              {metrics.map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {titleOf(metric)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** Metrics by their area's title: those whose title, id or area holds the words, and always the chosen one. */
function metricsByArea({ metrics, areas }: Pack, words: string, chosen: string): ReadonlyMap<string, Metric[]> {
  const wanted = words.trim().toLowerCase();
  const byArea = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const area = areas.find(({ prefix, group }) => prefix === metric.area || group === metric.area);
    const title = area?.name ?? sentenceCase(metric.area);
    const isWanted = `${metric.title} ${metric.id} ${title}`.toLowerCase().includes(wanted);
    if (isWanted || metric.id === chosen) addTo(byArea, title, metric);
  }
  return byArea;
}

function titleOf({ title, unit }: Metric): string {
  const words = unitWords(unit);
  return words === "" || title.includes(words) ? title : `${title} (${words})`;
}
