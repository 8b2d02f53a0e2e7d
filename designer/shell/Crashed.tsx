import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '../ui/states/ErrorState.tsx';

/** A screen that could not be drawn, or whose code could not be fetched. */
export function Crashed({ error }: ErrorComponentProps) {
  return <ErrorState error={error} retry={() => window.location.reload()} />;
}
