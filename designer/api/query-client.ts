import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, hasStatus } from './errors.ts';

/** How a change that ended is told to the person who made it. */
export type Notices = {
  readonly done: (message: string) => void;
  readonly failed: (error: unknown) => void;
};

/** One memory of answers. A refusal is final; a line that broke is tried twice more. */
export function createQueryClient(notices: Notices): QueryClient {
  const onSessionEnd = (error: unknown, isSession: boolean) => {
    // Ask who is there, so that the sign-in screen shows.
    if (hasStatus(error, 401) && !isSession) {
      void client.invalidateQueries({ queryKey: ['session'] });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => onSessionEnd(error, query.queryKey[0] === 'session'),
    }),
    mutationCache: new MutationCache({
      onSuccess(...[result, input, , { meta }]) {
        for (const queryKey of meta?.touches ?? []) void client.invalidateQueries({ queryKey });
        const done = meta?.done;
        if (done)
          notices.done(typeof done === 'string' ? done : done(result as never, input as never));
      },
      onError(...[error, , , { meta }]) {
        onSessionEnd(error, meta?.isQuiet === true);
        if (!meta?.isQuiet) notices.failed(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => !(error instanceof ApiError) && count < 2,
      },
    },
  });
  return client;
}
