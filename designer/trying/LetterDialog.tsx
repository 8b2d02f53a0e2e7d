import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LetterPreview, type TryQuestion, useTriedLetter } from '../api/trying.ts';
import { MailFrame } from '../ui/MailFrame.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day } from '../ui/values/Day.tsx';

type LetterDialogProps = {
  readonly question: TryQuestion;
  readonly letter: LetterPreview;
  readonly onClose: () => void;
};

/** A letter as the debtor would get it, in a frame in which nothing runs. */
export function LetterDialog({ question, letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation();
  const made = useTriedLetter(question, letter.id);
  const title = letter.subject ?? letter.template;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text fz="sm" className="quiet">
          <Day on={letter.on} /> · {t('trying.to', { to: letter.to })} · {t('trying.notSent')}
        </Text>
        <Loaded query={made}>{({ html }) => <MailFrame html={html} title={title} />}</Loaded>
      </Stack>
    </Modal>
  );
}
