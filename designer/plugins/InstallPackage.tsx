import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { type InstalledPlugin, PLUGIN_KEYS } from '../api/plugins.ts';
import { useChange } from '../api/use-change.ts';
import { FileDrop } from '../ui/FileDrop.tsx';

/** Brings a package in. Nothing of it works before somebody agreed to what it asks. */
export function InstallPackage() {
  const { t } = useTranslation();
  const client = useClient();
  const offer = useChange({
    run: (file: File) => {
      const form = new FormData();
      form.append('files', file, file.name);
      return client.upload<InstalledPlugin>('/api/installed-plugins', form);
    },
    touches: PLUGIN_KEYS,
    done: (plugin) => t(plugin.pending ? 'plugins.brought' : 'plugins.inUse'),
  });
  return (
    <FileDrop
      hint={t('plugins.drop')}
      accept=".inning"
      isBusy={offer.isPending}
      isDisabled={false}
      onFiles={([file]) => file && offer.mutate(file)}
    />
  );
}
