import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './saving/draft-saver.ts';

type ToolBarProps = {
  readonly saving: SaveState;
  readonly hasErrors: boolean;
  readonly onPublish: () => void;
};

/** What became of the last save, and publishing. */
export function ToolBar({ saving, hasErrors, onPublish }: ToolBarProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text fz="sm" className="quiet" role="status" aria-live="polite" visibleFrom="sm">
        {t(`draw.save.${saving}`)}
      </Text>
      <Button disabled={hasErrors || saving === 'overtaken'} onClick={onPublish}>
        {t('draw.publish')}
      </Button>
    </Group>
  );
}
