/** Somebody else moved one of the instances first; the batch is read and decided again. */
export class BatchOvertakenError extends Error {
  override readonly name = 'BatchOvertakenError';
}
