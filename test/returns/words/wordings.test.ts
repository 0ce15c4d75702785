import { readSheet } from "./sheet";
import { nearMisses, wordings } from "./wordings";

/** The metrics that are read of one labelled figure, beside a known one. */
describe("labels as people word them", () => {
  test.each(Object.entries(wordings).flatMap(([metric, labels]) => labels.map((label) => [label, metric] as const)))(
    "%s is %s",
    (label, metric) => {
      expect(readSheet(label)).toContain(metric);
    },
  );
});

describe("labels that come near a metric", () => {
  test.each(nearMisses)("%s is asked about", (label) => {
    expect(readSheet(label)).toEqual([]);
  });
});
