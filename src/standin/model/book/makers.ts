import { ConditionalFormats } from "../range/conditional-formats";
import { RangeAreas } from "../range/range-areas";
import type { Makers } from "../session/session";
import { Worksheet } from "../sheet/worksheet";

/** Makers of the model's own objects, for every session over a workbook. */
export const makers: Makers = {
  worksheet: (session, sheet) => new Worksheet(session, sheet),
  rangeAreas: (session, sheet, rects) => new RangeAreas(session, sheet, rects),
  conditionalFormats: (session, sheet, rects) => new ConditionalFormats(session, sheet, rects),
};
