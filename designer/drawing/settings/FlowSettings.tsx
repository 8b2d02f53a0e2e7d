import { MultiSelect, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { FlowSettingsSchema, type FlowDocument } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import { changeFlow } from '../../document/index.ts';
import type { FieldSchema } from '../../ui/schema-form/read-schema.ts';
import { FormWorldProvider } from '../../ui/schema-form/editors/form-world.ts';
import { SchemaForm } from '../../ui/schema-form/SchemaForm.tsx';
import { useLocale } from '../../ui/values/format.ts';
import { fieldProblems } from './field-problems.ts';
import type { Drawing } from '../use-drawing.ts';
import { useFlowWorld } from './use-flow-world.ts';

const GOALS: readonly FlowDocument['goals'][number][] = [
  'paid',
  'written-off',
  'handed-over',
  'flow-switched',
];
const SUBJECTS: readonly FlowDocument['subject'][] = ['debtor', 'invoice'];

/** What holds for the flow as a whole; shown while no step is chosen. */
export function FlowSettings({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const world = useFlowWorld(drawing, null);
  const { flow, run, settle } = drawing;
  const said = (text: FlowDocument['name'] | undefined) => text?.[locale] ?? text?.en ?? '';
  return (
    <Stack gap="sm" onBlur={settle}>
      <Title order={2} fz="md">
        {t('draw.wholeFlow')}
      </Title>
      <Text className="quiet" fz="sm">
        {t('draw.wholeFlowHint')}
      </Text>
      <TextInput
        label={t('draw.flowName')}
        value={said(flow.name)}
        maxLength={500}
        onChange={(event) => {
          const name = event.currentTarget.value;
          void run(changeFlow({ name: { ...flow.name, [locale]: name } }));
        }}
      />
      <Textarea
        label={t('draw.description')}
        value={said(flow.description)}
        autosize
        maxLength={500}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const description = { en: text, ...flow.description, [locale]: text };
          void run(changeFlow({ description }));
        }}
      />
      <Select
        label={t('draw.subject')}
        data={SUBJECTS.map((one) => ({ value: one, label: t(`choices.${one}` as never) }))}
        value={flow.subject}
        allowDeselect={false}
        onChange={(subject) => subject && void run(changeFlow({ subject }))}
      />
      <MultiSelect
        label={t('draw.goals')}
        data={GOALS.map((one) => ({ value: one, label: t(`choices.${one}` as never) }))}
        value={[...flow.goals]}
        onChange={(goals) => void run(changeFlow({ goals }))}
      />
      <FormWorldProvider value={world}>
        <SchemaForm
          schema={FlowSettingsSchema as unknown as FieldSchema}
          value={flow.settings}
          problems={fieldProblems(drawing.problems, null, t)}
          onChange={(settings) => void run(changeFlow({ settings: settings as never }))}
        />
      </FormWorldProvider>
    </Stack>
  );
}
