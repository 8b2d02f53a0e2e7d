import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { LayoutGrid, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { placeNodes } from '../flows/place-nodes.ts';
import { arrange, redoLabel, undoLabel } from '../document/index.ts';
import type { SaveState } from './draft-saver.ts';
import type { Drawing } from './use-drawing.ts';

type ToolBarProps = {
  readonly drawing: Drawing;
  readonly saving: SaveState;
  readonly hasErrors: boolean;
  readonly onPublish: () => void;
};

const COLUMN = 300;
const ROW = 190;

/** Undo, redo, layout, what became of the last save, and publishing. */
export function ToolBar({ drawing, saving, hasErrors, onPublish }: ToolBarProps) {
  const { t } = useTranslation();
  const [back, forth] = [undoLabel(drawing.history), redoLabel(drawing.history)];
  const say = (what: 'undo' | 'redo', one: typeof back) =>
    one ? `${t(`draw.${what}`)}: ${t(`draw.did.${one.label}` as never)}` : t(`draw.${what}`);
  return (
    <Group gap="xs">
      <ActionIcon
        visibleFrom="sm"
        size="lg"
        aria-label={say('undo', back)}
        title={say('undo', back)}
        disabled={!back}
        onClick={drawing.undo}
      >
        <Undo2 size={18} />
      </ActionIcon>
      <ActionIcon
        visibleFrom="sm"
        size="lg"
        aria-label={say('redo', forth)}
        title={say('redo', forth)}
        disabled={!forth}
        onClick={drawing.redo}
      >
        <Redo2 size={18} />
      </ActionIcon>
      <ActionIcon
        visibleFrom="sm"
        size="lg"
        aria-label={t('draw.arrange')}
        title={t('draw.arrange')}
        onClick={() => void drawing.run(arrange(arranged(drawing)))}
      >
        <LayoutGrid size={18} />
      </ActionIcon>
      <Text fz="sm" className="quiet" role="status" aria-live="polite" visibleFrom="sm">
        {t(`draw.save.${saving}`)}
      </Text>
      <Button disabled={hasErrors || saving === 'overtaken'} onClick={onPublish}>
        {t('draw.publish')}
      </Button>
    </Group>
  );
}

function arranged({ flow, types }: Drawing) {
  const outcomesOf = (id: string) =>
    Object.keys(types.get(flow.nodes[id]?.type ?? '')?.outcomes ?? {});
  return new Map(
    [...placeNodes(flow, outcomesOf)].map(([id, { row, column }]) => [
      id,
      { x: column * COLUMN, y: row * ROW },
    ]),
  );
}
