type Details = Readonly<Record<string, unknown>>;

/** The server understood the question and said no. `code` is stable; texts are looked up by it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Details;

  constructor(status: number, said: { code: string; message: string; details?: Details }) {
    super(said.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = said.code;
    this.details = said.details ?? {};
  }
}

/** No answer came: the line or the server is away. Asking again later may work. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'UnreachableError';
  }
}

export const isUnreachable = (error: unknown): boolean => error instanceof UnreachableError;

export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.status === status;
