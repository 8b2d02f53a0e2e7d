import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { RowSkeletons } from './Skeletons.tsx';

type LoadedProps<T> = {
  readonly query: UseQueryResult<T>;
  readonly skeleton?: ReactNode;
  readonly children: (value: T) => ReactNode;
};

/** Shows what a query brought; while it is on its way its shape, and when it failed why. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) {
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  }
  return <>{skeleton ?? <RowSkeletons />}</>;
}
