import { completePack } from "./defaults";
import data from "./packs/llr-2022-2025.json";
import type { Pack, WrittenPack } from "./schema";

/**
 * The Leicester, Leicestershire and Rutland ICS Green Plan 2022-2025, which ships with the add-in.
 * A test holds it to the schema, so that the pane need not check it each time it opens.
 */
export const llrPack: Pack = completePack(data as WrittenPack).pack;
