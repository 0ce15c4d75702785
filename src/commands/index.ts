import { makeReport, readReturn, store } from "../taskpane/store";

/**
 * The ribbon's function commands. They run in the pane's own runtime but need no pane: the board
 * report ends on its first sheet, and whatever could not be done is said in the pane, which is
 * opened for it.
 */
export function associateCommands(): void {
  Office.actions.associate("makeBoardReport", makeBoardReport);
  Office.actions.associate("checkReturn", checkReturn);
}

async function makeBoardReport(event: Office.AddinCommands.Event): Promise<void> {
  try {
    if (!(await makeReport())) await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}

async function checkReturn(event: Office.AddinCommands.Event): Promise<void> {
  try {
    store.set({ view: "check" });
    await readReturn();
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}
