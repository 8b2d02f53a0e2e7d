/** Every file that a package may hold with its greatest size in bytes, in the order of the archive. */
export const PACKAGE_FILES: ReadonlyMap<string, number> = new Map([
  ['manifest.json', 1_048_576],
  ['plugin.js', 4_194_304],
  ['README.md', 262_144],
  ['icon.svg', 65_536],
  ['signatures.json', 65_536],
]);

export const MANIFEST_PATH = 'manifest.json';
export const CODE_PATH = 'plugin.js';
export const README_PATH = 'README.md';
export const ICON_PATH = 'icon.svg';
export const SIGNATURES_PATH = 'signatures.json';

const HEADERS = 1_024;
/** No package is greater than this, in bytes: every file at its greatest, with headers and the end. */
export const PACKAGE_SIZE_MAX = [...PACKAGE_FILES.values()].reduce(
  (sum, size) => sum + size + HEADERS,
  HEADERS,
);
