import { useEffect, useSyncExternalStore } from 'react';

/** Something the open screen can do now, as the palette (Ctrl+K) offers it. */
export type OfferedAction = {
  readonly id: string;
  readonly label: string;
  /** How it is done with keys, in words. */
  readonly keys: string | null;
  readonly run: () => unknown;
};

/** What the open screen offers; a screen puts it down when it is left. */
export type Offer = {
  show(actions: readonly OfferedAction[]): void;
  current(): readonly OfferedAction[];
  subscribe(listener: () => void): () => void;
};

const NOTHING: readonly OfferedAction[] = [];

function createOffer(): Offer {
  let actions = NOTHING;
  const listeners = new Set<() => void>();
  return {
    show(next) {
      actions = next;
      for (const listener of listeners) listener();
    },
    current: () => actions,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

// One window has one palette and one open screen.
const offer = createOffer();

/** Offers these while the screen is open. */
export function useOffer(actions: readonly OfferedAction[]): void {
  useEffect(() => {
    offer.show(actions);
    return () => offer.show(NOTHING);
  }, [actions]);
}

export const useOfferedActions = (): readonly OfferedAction[] =>
  useSyncExternalStore(offer.subscribe, offer.current);
