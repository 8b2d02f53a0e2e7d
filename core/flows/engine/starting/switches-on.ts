import type { Instance } from '../../instances/instance.model.ts';

/** How often the subject was switched that day before it came here. */
export function switchesOn(today: string, instance: Instance): number {
  return instance.startedOn === today ? instance.switchCount : 0;
}
