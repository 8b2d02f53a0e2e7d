import type { FieldSchema } from '../read-schema.ts';

/** The least and the most that may be typed; limits so large that nobody meets them are not shown. */
export function bounds({ minimum, maximum }: FieldSchema, scale = 1) {
  const isShown = (bound: number | undefined): bound is number =>
    bound !== undefined && Math.abs(bound) < 1e12;
  return {
    ...(isShown(minimum) ? { min: minimum / scale } : {}),
    ...(isShown(maximum) ? { max: maximum / scale } : {}),
  };
}
