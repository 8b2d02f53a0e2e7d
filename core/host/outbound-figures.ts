import { Counter, type Registry } from 'prom-client';
import type { Outbound } from '../outbound/index.ts';

/** How many requests of plugins ended how, for /metrics. */
export function addOutboundFigures(registry: Registry, outbound: Outbound): void {
  const labelNames = ['plugin', 'outcome'] as const;
  new Counter({
    name: 'inning_outbound_requests_total',
    help: 'Requests of plugins: answered, refused or unavailable',
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      for (const { pluginId, outcome, count } of outbound.figures()) {
        this.inc({ plugin: pluginId, outcome }, count);
      }
    },
  });
  new Counter({
    name: 'inning_outbound_seconds_total',
    help: 'How long requests of plugins took together',
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      for (const { pluginId, outcome, totalMs } of outbound.figures()) {
        this.inc({ plugin: pluginId, outcome }, totalMs / 1_000);
      }
    },
  });
}
