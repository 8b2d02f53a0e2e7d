import { type RefObject, useEffect } from 'react';

export type WorkKeys = Readonly<Record<string, () => void>>;

/**
 * Keys of one letter, only while the focus is in the region and not in a field: then they surprise
 * nobody who types or listens to a screen reader elsewhere.
 */
export function useWorkKeys(region: RefObject<HTMLElement | null>, keys: WorkKeys, isOn: boolean) {
  useEffect(() => {
    const element = region.current;
    if (!element || !isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select'))
        return;
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  }, [region, keys, isOn]);
}
