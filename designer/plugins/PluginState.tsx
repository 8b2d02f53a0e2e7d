import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InstalledPlugin } from '../api/plugins.ts';

/** What a plugin of others does now, and why it does not. */
export function PluginState({ plugin }: { readonly plugin: InstalledPlugin }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t(`plugins.states.${plugin.state}`)}</span>
      {plugin.stoppedBecause && (
        <Text fz="sm" c="red.8" maw={320}>
          {t(`plugins.stopped.${plugin.stoppedBecause}`)} {plugin.stoppedText}
        </Text>
      )}
    </>
  );
}
