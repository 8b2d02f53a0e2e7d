import { Button, Group, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FlowNode, localize } from '@inning/sdk';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { removeNodes, setConfig, setLabel, setNote, setStage } from '../../document/index.ts';
import type { FieldSchema } from '../../ui/schema-form/read-schema.ts';
import { FormWorldProvider } from '../../ui/schema-form/editors/form-world.ts';
import { SchemaForm } from '../../ui/schema-form/SchemaForm.tsx';
import { useLocale } from '../../ui/values/format.ts';
import { fieldProblems } from './field-problems.ts';
import type { Drawing } from '../use-drawing.ts';
import { useFlowWorld } from './use-flow-world.ts';
import { WaysOut } from './WaysOut.tsx';

type StepSettingsProps = { readonly drawing: Drawing; readonly id: string };

/** The settings of one step: its name, what its type asks for, where its ways lead. */
export function StepSettings({ drawing, id }: StepSettingsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const world = useFlowWorld(drawing, id);
  const node = drawing.flow.nodes[id];
  if (!node) return null;
  const entry = drawing.types.get(node.type);
  const title = entry ? localize(entry.title, locale) : t('flows.unknownStep');
  const { run, settle } = drawing;
  return (
    <Stack gap="sm" onBlur={settle}>
      <Title order={2} fz="md">
        {title}
      </Title>
      <Text className="quiet" fz="sm">
        {entry ? localize(entry.description, locale) : node.type}
      </Text>
      <NameField {...{ drawing, id, node }} placeholder={title} />
      {entry && (
        <FormWorldProvider value={world}>
          <SchemaForm
            key={id}
            schema={entry.config as unknown as FieldSchema}
            value={node.config}
            problems={fieldProblems(drawing.problems, id, t)}
            onChange={(config, field) => void run(setConfig(id, config, field))}
          />
        </FormWorldProvider>
      )}
      {entry?.contacts && <StageField {...{ drawing, id, node }} />}
      <WaysOut drawing={drawing} id={id} />
      <Textarea
        label={t('draw.note')}
        value={node.note ?? ''}
        autosize
        maxLength={2_000}
        onChange={(event) => void run(setNote(id, event.currentTarget.value))}
      />
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="red"
          leftSection={<Trash2 size={15} />}
          onClick={() => void run(removeNodes([id]))}
        >
          {t('draw.remove')}
        </Button>
      </Group>
    </Stack>
  );
}

type PartProps = StepSettingsProps & { readonly node: FlowNode };

function NameField({ drawing, id, node, placeholder }: PartProps & { placeholder: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rename = (text: string) => {
    const label = { en: text, ...node.label, [locale]: text };
    void drawing.run(setLabel(id, text === '' ? null : label));
  };
  return (
    <TextInput
      label={t('draw.name')}
      value={node.label?.[locale] ?? node.label?.en ?? ''}
      placeholder={placeholder}
      maxLength={500}
      onChange={(event) => rename(event.currentTarget.value)}
    />
  );
}

function StageField({ drawing, id, node }: PartProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('draw.stage')}
      description={t('draw.stageHint')}
      value={node.stage ?? ''}
      min={1}
      max={99}
      onChange={(value) => void drawing.run(setStage(id, typeof value === 'number' ? value : null))}
    />
  );
}
