/** Parts of an opened file, with the file itself: a workbook nobody edited is given back as it came. */
export class SourcePackage extends Map<string, Uint8Array> {
  constructor(
    parts: Iterable<readonly [string, Uint8Array]>,
    readonly bytes: Uint8Array,
  ) {
    super(parts);
  }
}
