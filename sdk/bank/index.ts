export { ArchiveProblem } from './archive/archive-problem.ts';
export {
  isArchive,
  namesInArchive,
  type Unpacked,
  unpackFile,
  type Wanted,
} from './archive/unpack-file.ts';
export * from './bank-warnings.ts';
export * from './line-references.ts';
export * from './gather-lines.ts';
