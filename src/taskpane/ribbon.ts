import { store } from "./pane/store";
import { checkReturn, makeBoardReport } from "./pane/tasks";
import { idle } from "./pane/work";

/**
 * The ribbon's function commands. They run in the pane's own runtime but need no pane: the board
 * report ends on its board page, and whatever could not be done is said in the pane, which is
 * opened for it.
 */
export function associateCommands(): void {
  Office.actions.associate("makeBoardReport", onMakeBoardReport);
  Office.actions.associate("checkReturn", onCheckReturn);
}

async function onMakeBoardReport(event: Office.AddinCommands.Event): Promise<void> {
  try {
    // The first press of a button also starts the pane, which reads the workbook by itself.
    await idle();
    if (!(await makeBoardReport())) await openPane();
  } finally {
    event.completed();
  }
}

async function onCheckReturn(event: Office.AddinCommands.Event): Promise<void> {
  try {
    store.set({ view: "check" });
    await openPane();
    await idle();
    await checkReturn();
  } finally {
    event.completed();
  }
}

/** Where Excel cannot open the pane, the work itself still counts. */
async function openPane(): Promise<void> {
  await Office.addin.showAsTaskpane().catch(() => undefined);
}
