/** To standard output, without the control characters that a workbook or a name can hold: a terminal obeys them. */
export function print(text: string): void {
  process.stdout.write(text.replace(/[^\P{Cc}\n]+/gu, " "));
}
