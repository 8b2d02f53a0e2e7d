/** An archive that cannot be unpacked; a reader says it with the name of the file. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';
}
