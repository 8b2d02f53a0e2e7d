import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type FormDialogProps = {
  readonly title: string;
  /** The button's verb. */
  readonly action: string;
  readonly isBusy: boolean;
  /** False while something that must be there is missing. */
  readonly isReady?: boolean;
  readonly size?: ModalProps['size'];
  /** At the left of the buttons. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A question in a dialog: what is asked, the way back and the button that does it. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation();
  const { title, action, isBusy, isReady = true, size = 'md', onClose } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {props.children}
          <Group justify={props.aside ? 'space-between' : 'flex-end'}>
            {props.aside}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={isBusy} disabled={!isReady}>
                {action}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
