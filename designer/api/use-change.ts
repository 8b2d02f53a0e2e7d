import { type QueryKey, useMutation } from '@tanstack/react-query';

type ChangeMeta = {
  /** What is asked again afterwards. */
  readonly touches?: readonly QueryKey[];
  /** What to say when it worked. */
  readonly done?: string | ((result: never, input: never) => string);
  /** True when the screen itself says what went wrong. */
  readonly isQuiet?: boolean;
};

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: ChangeMeta;
  }
}

type Change<Input, Result> = Omit<ChangeMeta, 'done'> & {
  readonly run: (input: Input) => Promise<Result>;
  readonly done?: string | ((result: Result, input: Input) => string);
};

/** A change on the server: asks again what it touched, and says how it ended. */
export function useChange<Input, Result>({ run, ...meta }: Change<Input, Result>) {
  return useMutation({ mutationFn: run, meta: meta as ChangeMeta });
}
