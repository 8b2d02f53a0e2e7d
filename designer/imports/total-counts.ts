import type { ImportCounts, ImportedFile } from '../api/imports.ts';

/** What all files together would bring. */
export function totalCounts(files: readonly Pick<ImportedFile, 'counts'>[]): ImportCounts {
  return files.reduce(
    (sum, { counts }) => ({
      new: sum.new + counts.new,
      changed: sum.changed + counts.changed,
      unchanged: sum.unchanged + counts.unchanged,
      refused: sum.refused + counts.refused,
    }),
    { new: 0, changed: 0, unchanged: 0, refused: 0 },
  );
}
