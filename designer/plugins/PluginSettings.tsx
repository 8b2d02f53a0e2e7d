import { localize } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { PLUGIN_KEYS, type PluginRow } from '../api/plugins.ts';
import { useChange } from '../api/use-change.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { SchemaForm } from '../ui/schema-form/SchemaForm.tsx';
import { useLocale } from '../ui/values/format.ts';

type PluginSettingsProps = { readonly plugin: PluginRow; readonly onClose: () => void };

/** The settings of a plugin for the agency. Secrets come back masked and stay as they are. */
export function PluginSettings({ plugin, onClose }: PluginSettingsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useClient();
  const [settings, setSettings] = useState(plugin.settings);
  const save = useChange({
    run: () =>
      client.send('PUT', `/api/plugins/${plugin.id}`, { enabled: plugin.enabled, settings }),
    touches: PLUGIN_KEYS,
    done: t('plugins.saved'),
  });
  return (
    <FormDialog
      title={localize(plugin.title, locale)}
      action={t('plugins.save')}
      isBusy={save.isPending}
      size="lg"
      onClose={onClose}
      onSubmit={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <SchemaForm schema={plugin.settingsSchema} value={settings} onChange={setSettings} />
    </FormDialog>
  );
}
