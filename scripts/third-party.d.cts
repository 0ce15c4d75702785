/** A package whose code the add-in holds. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly copyright: string;
  /** Bytes of source, before it is shrunk. */
  readonly bytes?: number;
}

export function bundledPackages(): BundledPackage[];
export function thirdPartyPage(packages: readonly BundledPackage[]): string;
export function faultsOf(page: string, packages: readonly BundledPackage[]): string[];
