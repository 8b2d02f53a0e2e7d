import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { connect, disconnect } from '../../document/index.ts';
import { useLocale } from '../../ui/values/format.ts';
import { outcomeName, stepName } from '../names.ts';
import type { Drawing } from '../use-drawing.ts';

/** Where each way out leads: the lines of the canvas, for who draws without a mouse. */
export function WaysOut({ drawing, id }: { readonly drawing: Drawing; readonly id: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flow, types, run } = drawing;
  const entry = types.get(flow.nodes[id]?.type ?? '');
  const outcomes = entry && !entry.isEnd ? Object.keys(entry.outcomes) : [];
  if (outcomes.length === 0) return null;
  const targets = Object.keys(flow.nodes)
    .filter((one) => types.get(flow.nodes[one]?.type ?? '')?.kind !== 'trigger')
    .map((one) => ({ value: one, label: `${stepName(flow, one, { types, locale })} (${one})` }));
  return (
    <Stack gap="xs">
      <Text fw={600} fz="sm">
        {t('draw.waysOut')}
      </Text>
      {outcomes.map((outcome) => (
        <Select
          key={outcome}
          label={outcomeName(entry, outcome, locale)}
          placeholder={t('draw.leadsNowhere')}
          data={targets}
          value={flow.edges.find((one) => one.from === id && one.outcome === outcome)?.to ?? null}
          searchable
          clearable
          onChange={(to) =>
            void run(to ? connect({ from: id, outcome, to }) : disconnect([{ from: id, outcome }]))
          }
        />
      ))}
    </Stack>
  );
}
