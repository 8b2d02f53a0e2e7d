import { useEffect, useState } from 'react';

/** At the latest then, however busy the page is, in milliseconds. */
const AT_LAST_MS = 1_500;

/** True once the page has drawn what matters more. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    // Not every browser says when it is idle.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), 0);
      return () => clearTimeout(timer);
    }
    const asked = window.requestIdleCallback(() => setIdle(true), { timeout: AT_LAST_MS });
    return () => window.cancelIdleCallback(asked);
  }, []);
  return isIdle;
}
