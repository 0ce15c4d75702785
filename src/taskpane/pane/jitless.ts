import * as z from "zod/mini";

/** Our content security policy forbids making code from text, which zod would otherwise try. Imported before any schema. */
z.config({ jitless: true });
