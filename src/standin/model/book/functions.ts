import { HostError } from "../../wire/errors";
import type { HostObject } from "../../wire/objects";
import type { Session } from "../session/session";

/** `Excel.Functions`: worksheet functions asked for from code. Of Excel's 360 the add-in asks for one. */
export class Functions implements HostObject {
  readonly className = "Functions";
  constructor(private readonly session: Session) {}

  /** The serial of a day in the workbook's own date system, which no other member tells. */
  date(year: unknown, month: unknown, day: unknown): FunctionResult {
    if (![year, month, day].every((each) => typeof each === "number")) {
      throw new HostError("InvalidArgument", "DATE takes three numbers.");
    }
    const days = Date.UTC(year as number, (month as number) - 1, day as number) / 86_400_000;
    // 1 January 1970 is 25,569 counted from 1900 and 24,107 counted from 1904.
    return new FunctionResult(days + (this.session.book.dateSystem === 1904 ? 24_107 : 25_569));
  }
}

/** `Excel.FunctionResult` */
class FunctionResult implements HostObject {
  readonly className = "FunctionResult";
  readonly error = null;
  constructor(readonly value: number) {}
}
