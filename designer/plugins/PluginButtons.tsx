import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { PLUGIN_KEYS, type PluginRow } from '../api/plugins.ts';
import { useChange } from '../api/use-change.ts';
import { PluginSettings } from './PluginSettings.tsx';

/** Switching a plugin on or off for the agency, and its settings. */
export function PluginButtons({ plugin }: { readonly plugin: PluginRow }) {
  const { t } = useTranslation();
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const change = useChange({
    run: (enabled: boolean) =>
      client.send('PUT', `/api/plugins/${plugin.id}`, { enabled, settings: plugin.settings }),
    touches: PLUGIN_KEYS,
    done: (_, enabled) => t(enabled ? 'plugins.switchedOn' : 'plugins.switchedOff'),
  });
  const hasSettings = Object.keys(plugin.settingsSchema.properties ?? {}).length > 0;
  return (
    <Group gap="xs" wrap="nowrap">
      {hasSettings && (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t('plugins.settings')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        loading={change.isPending}
        onClick={() => change.mutate(!plugin.isOn)}
      >
        {t(plugin.isOn ? 'plugins.switchOff' : 'plugins.switchOn')}
      </Button>
      {isOpen && <PluginSettings plugin={plugin} onClose={() => setOpen(false)} />}
    </Group>
  );
}
