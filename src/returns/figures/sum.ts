/** A sum without the noise of binary fractions, to the 15 digits Excel keeps. */
export function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toPrecision(15));
}
