import { wordTable } from "../collections/word-table";
import type { BookState } from "../workbook-file/book/book";

/** The newest minor version of each requirement set here: the npm package's client ends at ExcelApi 1.15. */
const SETS: Readonly<Record<string, number>> = wordTable({ ExcelApi: 15 });

type Callback = (result: { status: string; value?: unknown }) => void;

/**
 * As much of `Office` as an add-in meets where no page is: the host's name, requirement sets, settings kept in the
 * workbook, actions. What needs Office's own windows (dialogs, ribbon updates) is not there.
 */
export function createOffice(book: BookState) {
  const actions = new Map<string, (...given: unknown[]) => unknown>();
  const info = { host: "Excel", platform: "OfficeOnline" } as const;
  return {
    onReady: async (callback?: (ready: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    context: {
      host: info.host,
      platform: info.platform,
      contentLanguage: "en-US",
      displayLanguage: "en-US",
      diagnostics: { host: info.host, platform: info.platform, version: "16.0.0.0" },
      requirements: { isSetSupported },
      document: { url: book.fileName ?? "", settings: settingsOf(book) },
    },
    actions: {
      associate: (name: string, action: (...given: unknown[]) => unknown) => void actions.set(name, action),
      /** Runs what was associated, as a ribbon button would: for the stand-in's callers, no part of Office. */
      run: (name: string, ...given: unknown[]) => actions.get(name)?.(...given),
    },
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  };
}

/** Sets count in tenths behind the point: "1.9" is older than "1.13". */
function isSetSupported(name: string, version: string | number = "1.1"): boolean {
  const [major, minor = 0] = String(version).split(".").map(Number);
  const has = SETS[name];
  return has !== undefined && major === 1 && minor <= has;
}

function settingsOf(book: BookState) {
  const done = (callback?: Callback) => callback?.({ status: "succeeded" });
  return {
    get: (name: string) => book.settings.get(name) ?? null,
    set: (name: string, value: unknown) => void book.settings.set(name, value),
    remove: (name: string) => void book.settings.delete(name),
    saveAsync: (first?: unknown, second?: Callback) => done(typeof first === "function" ? (first as Callback) : second),
    refreshAsync: (callback?: Callback) => done(callback),
  };
}
