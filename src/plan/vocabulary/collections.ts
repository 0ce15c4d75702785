import * as z from "zod/mini";
import collections from "./collections.json";

/**
 * The fields of national collections, by the year of the first file that names them so. A plan has metrics for a few
 * of them; figures under the others are another collection's business, and are left out of a reading without a question.
 */

const text = z.string().check(z.minLength(1));

export const collectionsSchema = z.strictObject({
  collections: z.array(
    z.strictObject({
      id: text,
      title: text,
      source: text,
      /** Headings as published, unit and all, by financial year ("2016/17"). */
      fields: z.record(z.string().check(z.regex(/^\d{4}\/\d{2}$/)), z.array(text)),
    }),
  ),
});

/** Every heading of a national collection. A test holds the file to its schema, so that the pane need not check it. */
export const collectionFields: readonly string[] = collections.collections.flatMap(({ fields }) =>
  Object.values(fields).flat(),
);
