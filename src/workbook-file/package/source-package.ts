/** A part as it stands in a zip file. */
export interface PackedPart {
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  method: number;
  crc: number;
  unpacked: number;
  data: Uint8Array;
}

/** Parts of an opened file, with the file itself: a workbook nobody edited is given back as it came. */
export class SourcePackage extends Map<string, Uint8Array> {
  constructor(
    parts: Iterable<readonly [string, Uint8Array]>,
    /** The same parts as they stand packed in the file. */
    readonly packed: ReadonlyMap<string, PackedPart>,
    readonly bytes: Uint8Array,
  ) {
    super(parts);
  }
}
