import { openExcel, type OpenedExcel, type OpenOptions } from "../../src/standin/index";

/** A blank workbook in Microsoft's client, without a calculation engine unless one is given. */
export const blank = (options: OpenOptions = {}): Promise<OpenedExcel> =>
  openExcel(undefined, { recalculate: false, ...options });

export interface OfficeError {
  code: string;
  message: string;
  debugInfo: { statement?: string; errorLocation?: string };
}

/** The error a batch meets; fails the test where it meets none. */
export async function errorOf(
  excel: OpenedExcel,
  batch: (context: Excel.RequestContext) => unknown,
): Promise<OfficeError> {
  try {
    await excel.Excel.run(async (context) => {
      await batch(context);
      await context.sync();
    });
  } catch (error) {
    return error as OfficeError;
  }
  throw new Error("The batch met no error.");
}

/** Lets the events of the last request arrive. */
export const eventsArrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
