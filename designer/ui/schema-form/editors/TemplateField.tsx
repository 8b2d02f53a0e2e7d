import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exampleAddress, type TemplateRow, useTemplates, wordsOf } from '../../../api/templates.ts';
import { MailFrame } from '../../MailFrame.tsx';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { PickerField } from './PickerField.tsx';
import { itself } from './pickers.tsx';

/** A letter, with the languages it exists in, its subject, and a look at it. */
export function TemplateField(props: FieldProps) {
  const locale = useLocale();
  const templates = useTemplates().data;
  const choices = templates?.map((one) => ({
    value: one.name,
    label: wordsOf(one, locale)?.title ?? one.name,
  }));
  const chosen = templates?.find(({ name }) => name === props.value);
  return (
    <Stack gap={4}>
      <PickerField {...props} choices={choices ?? itself(props.value)} />
      {chosen && <About template={chosen} />}
    </Stack>
  );
}

function About({ template }: { readonly template: TemplateRow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [isOpen, open] = useState(false);
  const words = wordsOf(template, locale);
  if (!words) return null;
  return (
    <>
      <Text fz="xs" className="quiet">
        {t('editors.subject', { subject: plainSubject(words.subject) })}
      </Text>
      <Group justify="space-between" gap="xs">
        <Text fz="xs" className="quiet">
          {t('editors.languages', {
            languages: template.languages.map(({ language }) => language.toUpperCase()).join(', '),
          })}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<Eye size={13} />}
          onClick={() => open(true)}
        >
          {t('editors.look')}
        </Button>
      </Group>
      <Modal
        opened={isOpen}
        onClose={() => open(false)}
        size="xl"
        title={t('editors.example', { title: words.title })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <MailFrame src={exampleAddress(template.name, words.language)} title={words.title} />
      </Modal>
    </>
  );
}

/** Merge fields as a person reads them: `{{ creditor.name }}` is `…`. */
const plainSubject = (subject: string) =>
  subject
    .replace(/\{% else %\}.*?(?=\{% endif %\})/g, '')
    .replace(/\{%.*?%\}/g, '')
    .replace(/\{\{.*?\}\}/g, '…')
    .trim();
