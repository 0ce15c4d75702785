/** Ends the process with the code that a check gives; an error is said in its own words and ends it with 1. */
export function exitWith(check: () => Promise<number>): void {
  check().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
