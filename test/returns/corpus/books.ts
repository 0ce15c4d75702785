import type { Book } from "./book";
import { drawnBooks } from "./drawn-books";
import { labelBooks, nearMissBooks } from "./label-books";
import { numberBooks, unitBooks } from "./scale-books";
import { periodBooks } from "./when-books";
import { organisationBooks, titleBooks } from "./whose-books";

/** What trusts write, with the right answers: every line of the lists, in workbooks. */
export function corpusBooks(): Book[] {
  return [
    ...labelBooks(),
    ...nearMissBooks(),
    ...organisationBooks(),
    ...titleBooks(),
    ...periodBooks(),
    ...unitBooks(),
    ...numberBooks(),
    ...drawnBooks("places.txt", "unit place"),
    ...drawnBooks("layouts.txt", "layout"),
  ];
}
