import { describe, expect, it } from 'vitest';
import { newId } from '../../store/index.ts';
import { chooseFlow } from './choose-flow.ts';

const flowChoice = { steady: newId(), unknown: newId(), fluctuating: newId(), erratic: null };
const paying = (kind: 'steady' | 'unknown' | 'fluctuating' | 'erratic') => ({
  flowId: null,
  behaviour: { class: kind, averageTermDays: 34, variationDays: 3, paidCount: 7 },
});

describe('the flow that treats a debtor', () => {
  it.each(['steady', 'unknown', 'fluctuating'] as const)(
    'who pays %s is that of the administration, with the figures',
    (kind) => {
      expect(chooseFlow(paying(kind), { flowChoice })).toEqual({
        flowId: flowChoice[kind],
        because: {
          code: `flow.choice.${kind}`,
          params: { averageTermDays: 34, variationDays: 3, paidCount: 7 },
        },
      });
    },
  );

  it('is the one chosen for the debtor alone, whatever the behaviour', () => {
    const flowId = newId();

    expect(chooseFlow({ ...paying('erratic'), flowId }, { flowChoice })).toMatchObject({
      flowId,
      because: { code: 'flow.choice.own' },
    });
  });

  it('is none when the administration has none for such behaviour', () => {
    expect(chooseFlow(paying('erratic'), { flowChoice })).toMatchObject({
      flowId: null,
      because: { code: 'flow.choice.none' },
    });
  });
});
