import { TextInput, UnstyledButton } from '@mantine/core';
import { type CatalogueEntry, localize } from '@inning/sdk';
import { Search } from 'lucide-react';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../api/flows.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { useLocale } from '../ui/values/format.ts';
import styles from './drawing.module.css';
import { DRAGGED_TYPE } from './canvas/use-drop.ts';

type PaletteProps = {
  readonly types: ReadonlyMap<string, CatalogueEntry>;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Puts a step of that type behind what is selected. */
  readonly onInsert: (entry: CatalogueEntry) => void;
  /** Back to the canvas. */
  readonly onLeave: () => void;
};

/** Everything that can be placed, by plugin. Enter in the search inserts the first one found. */
export function Palette({ types, searchRef, onInsert, onLeave }: PaletteProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...types.values()].filter((entry) => {
    const text = `${localize(entry.title, locale)} ${localize(entry.description, locale)} ${entry.id}`;
    return words.every((word) => text.toLowerCase().includes(word));
  });
  const groups = Map.groupBy(found, ({ id }) => id.slice(0, id.indexOf('.')));
  return (
    <nav className={styles.palette} aria-label={t('draw.palette')} data-part="palette">
      <TextInput
        ref={searchRef}
        aria-label={t('draw.searchSteps')}
        placeholder={t('draw.searchSteps')}
        leftSection={<Search size={15} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search === '') onLeave();
          if (event.key === 'Escape') setSearch('');
          const [first] = found;
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          onInsert(first);
          setSearch('');
        }}
      />
      {found.length === 0 && <p className="quiet">{t('draw.nothingFound')}</p>}
      {[...groups].map(([plugin, entries]) => (
        <section key={plugin}>
          <PluginHead plugin={plugin} type={entries[0]?.id ?? ''} />
          {entries.map((entry) => (
            <UnstyledButton
              key={entry.id}
              className={styles.type}
              title={localize(entry.description, locale)}
              draggable
              onDragStart={(event) => event.dataTransfer.setData(DRAGGED_TYPE, entry.id)}
              onClick={() => onInsert(entry)}
            >
              <NodeIcon name={entry.icon} />
              {localize(entry.title, locale)}
            </UnstyledButton>
          ))}
        </section>
      ))}
    </nav>
  );
}

/** The plugin that brings these types, in the reader's language. */
function PluginHead({ plugin, type }: { plugin: string; type: string }) {
  const locale = useLocale();
  const brings = useCatalogue().data?.get(type)?.plugin;
  const description = brings ? localize(brings.description, locale) : '';
  return (
    <header className={styles.group}>
      <h3>{brings ? localize(brings.title, locale) : plugin}</h3>
      {description && <p title={description}>{description}</p>}
    </header>
  );
}
