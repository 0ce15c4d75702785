import type { HostObject } from "../../wire/objects";
import { oneOf } from "../session/arguments";
import type { Session } from "../session/session";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

/** `Excel.Application` */
export class Application implements HostObject {
  readonly className = "Application";
  constructor(private readonly session: Session) {}

  get calculationMode(): string {
    return this.session.book.calculationMode;
  }
  set calculationMode(given: unknown) {
    this.session.book.calculationMode = oneOf(MODES, given);
  }
  /** Calculation is over when a request is answered. */
  get calculationState(): string {
    return "Done";
  }
  async calculate(kind?: string | null): Promise<void> {
    oneOf(["Recalculate", "Full", "FullRebuild"], kind ?? "Recalculate");
    await this.session.calculate((kind ?? "Recalculate") !== "Recalculate");
  }
  suspendApiCalculationUntilNextSync(): void {
    this.session.suspendCalculation();
  }
  /** Nothing is drawn while a request runs, so there is nothing to hold back. */
  suspendScreenUpdatingUntilNextSync(): void {}
}
