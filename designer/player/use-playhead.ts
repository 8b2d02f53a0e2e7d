import { useCallback, useEffect, useState } from 'react';

export type Playhead = {
  /** The step that is shown; the first one is 0. */
  readonly index: number;
  readonly last: number;
  readonly isPlaying: boolean;
  readonly go: (index: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
};

const STEP_MS = 1_100;

/** Walks over the steps of a way, by itself or by hand. A step by hand stops the playing. */
export function usePlayhead(count: number, startsAtEnd = false): Playhead {
  const last = Math.max(0, count - 1);
  const [at, setAt] = useState(startsAtEnd ? count - 1 : 0);
  const [isPlaying, setPlaying] = useState(false);
  // Another way may be shorter than the one before.
  const index = Math.max(0, Math.min(at, last));
  const isMoving = isPlaying && index < last;

  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setTimeout(() => setAt(index + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [isMoving, index]);

  const go = useCallback(
    (to: number) => {
      setPlaying(false);
      setAt(Math.max(0, Math.min(to, last)));
    },
    [last],
  );
  return {
    index,
    last,
    isPlaying: isMoving,
    go,
    play: () => {
      if (index >= last) setAt(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}
