import { whyNotPlain } from "./plainness";

/** The fuzzer's own judgement must be able to fail. */

test.each([
  "Excel could not finish at Worksheet.getUsedRangeOrNullObject (InvalidArgument): no Nothing of yours was changed.",
  "Cannot read properties of undefined (reading 'every').",
  "Maximum call stack size exceeded.",
  "It broke.\n    at read (src/x.ts:3:1).",
  "[object Object] is no sheet.",
  `A list: ${"A1, ".repeat(400)}.`,
  "damaged",
])("“%s” is not plain", (message) => expect(whyNotPlain(message)).not.toBeNull());

test.each([
  "Mutant.xlsx is damaged: a part of it cannot be read. Open it in Excel with Open and Repair, save it and try again.",
  "UHL!B3: “Range._KeepReference” is no metric of the plan. Name it on the mapping sheet.",
])("“%s” is plain", (message) => expect(whyNotPlain(message)).toBeNull());
