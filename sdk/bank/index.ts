export { ArchiveProblem } from './archive/archive-problem.ts';
export {
  isArchive,
  namesInArchive,
  type Unpacked,
  unpackFile,
  type Wanted,
} from './archive/unpack-file.ts';
export * from './bank-answers.ts';
export * from './bank-day.ts';
export * from './bank-warnings.ts';
export * from './connection-certificate.ts';
export * from './decimal-cents.ts';
export * from './line-references.ts';
export * from './payment-text/index.ts';
export * from './gather-lines.ts';
export * from './give-way.ts';
