import { ActionIcon, Group, NumberInput, Select, Text } from '@mantine/core';
import { ANCHOR_NAMES, ANCHORS, localize, readAnchor } from '@inning/sdk';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { reanchored } from './reanchor.ts';
import { StepField } from './pickers.tsx';

type AnchorRowProps = Pick<
  FieldProps,
  'value' | 'path' | 'problems' | 'isReadOnly' | 'onChange'
> & {
  readonly number: number;
  readonly onRemove: () => void;
};

/** `14` `days` `after` `the due date`: a row that reads as it is meant. */
export function AnchorRow(props: AnchorRowProps) {
  const { value, path, problems, isReadOnly } = props;
  const { t } = useTranslation();
  const { from, step, days } = readAnchor(value);
  const change: Change = (more) => props.onChange(reanchored(value, more));
  const stepField = {
    name: 'step',
    path: `${path}.step`,
    schema: STEP,
    label: t('editors.anchor.whichStep'),
    value: step,
    siblings: {},
    isRequired: true,
    isNullable: false,
    isReadOnly,
    problems,
  };
  return (
    <>
      <Distance {...props} change={change} />
      <Origin {...props} change={change} />
      {from === 'step' && (
        <StepField {...stepField} onChange={(picked) => change({ step: String(picked) })} />
      )}
      {days === 0 && (
        <Text fz="xs" className="quiet">
          {t('editors.anchor.sameDay')}
        </Text>
      )}
    </>
  );
}

const STEP = { type: 'string' } as const;
type Change = (more: Parameters<typeof reanchored>[1]) => void;
type PartProps = AnchorRowProps & { readonly change: Change };

/** How many days, of which kind, on which side. */
function Distance({ value, number, path, problems, isReadOnly, change }: PartProps) {
  const { t } = useTranslation();
  const { days, unit } = readAnchor(value);
  const side = days < 0 ? -1 : 1;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <NumberInput
        aria-label={`${t('editors.anchor.days')} ${number}`}
        w={64}
        value={Math.abs(days)}
        min={0}
        max={side > 0 ? 3650 : 365}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        disabled={isReadOnly}
        error={problems[`${path}.days`]}
        onChange={(typed) => typeof typed === 'number' && change({ days: side * typed })}
      />
      <Select
        aria-label={`${t('editors.anchor.unit')} ${number}`}
        flex={1}
        data={[
          { value: 'days', label: t('choices.days') },
          { value: 'working-days', label: t('choices.working-days') },
        ]}
        value={unit}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(picked) => picked && change({ unit: picked as 'days' })}
      />
      <Select
        aria-label={`${t('editors.anchor.side')} ${number}`}
        w={76}
        data={[
          { value: '1', label: t('editors.anchor.after') },
          { value: '-1', label: t('editors.anchor.before') },
        ]}
        value={String(side)}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(picked) => change({ days: Number(picked) * Math.abs(days) })}
      />
    </Group>
  );
}

/** From which day is counted, and the way to take the row away. */
function Origin({ value, number, path, problems, isReadOnly, onRemove, change }: PartProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" mt={6}>
      <Select
        aria-label={`${t('editors.anchor.from')} ${number}`}
        flex={1}
        data={[
          ...ANCHORS.map((one) => ({ value: one, label: localize(ANCHOR_NAMES[one], locale) })),
          { value: 'step', label: t('choices.step') },
        ]}
        value={readAnchor(value).from}
        allowDeselect={false}
        disabled={isReadOnly}
        error={problems[path] ?? problems[`${path}.from`]}
        onChange={(picked) => picked && change({ from: picked })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        disabled={isReadOnly}
        aria-label={t('form.removeRow', { name: `${t('editors.anchor.row')} ${number}` })}
        onClick={onRemove}
      >
        <Trash2 size={16} />
      </ActionIcon>
    </Group>
  );
}
