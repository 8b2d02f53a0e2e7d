/** Requests of one plugin that ended in one way. */
export type OutboundFigure = {
  readonly pluginId: string;
  /** `answered`, `refused` or `unavailable`. */
  readonly outcome: string;
  readonly count: number;
  readonly totalMs: number;
};

/** Counts since the start of the process; no hosts, no agencies. */
export function createFigures() {
  const figures = new Map<string, { -readonly [K in keyof OutboundFigure]: OutboundFigure[K] }>();

  return {
    count({ pluginId, outcome, ms }: { pluginId: string; outcome: string; ms: number }): void {
      const key = `${pluginId} ${outcome}`;
      const figure = figures.get(key) ?? { pluginId, outcome, count: 0, totalMs: 0 };
      figure.count += 1;
      figure.totalMs += ms;
      figures.set(key, figure);
    },
    all: (): readonly OutboundFigure[] => [...figures.values()],
  };
}
