import { defineWait, type NodeDefinition, Type } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { migrateConfig, StepTooNewError } from './migrate-config.ts';

const definition = defineWait({
  id: 'test.wait',
  version: 4,
  title: { en: 'Wait' },
  description: { en: 'Waits' },
  icon: 'clock',
  config: Type.Object({ days: Type.Integer() }),
  outcomes: { reached: { en: 'Reached' } },
  migrate: {
    1: ({ weeks }) => ({ days: Number(weeks) * 7 }),
    3: ({ days }) => ({ days: Number(days) + 1 }),
  },
  until: ({ today }) => ({ on: today, outcome: 'reached' }),
}) as unknown as NodeDefinition;
const step = (version: number, config: Record<string, unknown>) => ({
  type: 'test.wait',
  version,
  config,
});

describe('settings of an older step', () => {
  it('are brought up to date one version at a time; a version without a change keeps them', () => {
    expect(migrateConfig(definition, step(1, { weeks: 2 }))).toEqual({ days: 15 });
    expect(migrateConfig(definition, step(2, { days: 14 }))).toEqual({ days: 15 });
    expect(migrateConfig(definition, step(4, { days: 14 }))).toEqual({ days: 14 });
  });

  it('are never changed where they stand: a published flow stays as it is', () => {
    const config = { weeks: 2 };
    migrateConfig(definition, step(1, config));

    expect(config).toEqual({ weeks: 2 });
  });

  it('of a newer plugin are refused', () => {
    expect(() => migrateConfig(definition, step(5, {}))).toThrow(StepTooNewError);
  });
});
