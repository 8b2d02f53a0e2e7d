import type { EventName, PublishedEvent } from '@inning/sdk';

/** Something that just happened, for screens that are open now. Names no person. */
export type LiveEvent = PublishedEvent<EventName>;

/** Where events of all processes come together for the open screens of this one. */
export type LiveFeed = {
  publish(event: LiveEvent): void;
  /** Returns the function that ends it. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
};

/** A feed within one process. A listener that throws does not keep the others from hearing. */
export function createLiveFeed(onError: (error: unknown) => void): LiveFeed {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
