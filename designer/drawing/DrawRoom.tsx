import type { CatalogueEntry } from '@inning/sdk';
import type { DraftProblem } from '../api/drawing.ts';
import { useOpenComments } from '../comments/use-open-comments.ts';
import { addNode } from '../document/index.ts';
import { DrawCanvas } from './canvas/DrawCanvas.tsx';
import styles from './drawing.module.css';
import { nextPlace } from './canvas/next-place.ts';
import { Palette } from './Palette.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useDesk } from './use-desk.ts';
import type { Drawing } from './use-drawing.ts';
import { useKeys } from './use-keys.ts';
import { useOfferedDrawing } from './use-offered-drawing.ts';
import { useParts } from './use-parts.ts';
import { useTelling } from './canvas/use-telling.ts';

type DrawRoomProps = {
  readonly flowId: string;
  readonly drawing: Drawing;
  readonly problems: readonly DraftProblem[];
  readonly hasErrors: boolean;
};

/** What can be placed, the canvas, and what is chosen on it; with the keys for all of them. */
export function DrawRoom({ flowId, drawing, problems, hasErrors }: DrawRoomProps) {
  const telling = useTelling(drawing, useOpenComments(flowId));
  const parts = useParts();
  const desk = useDesk(drawing, parts.goTo);
  useKeys(desk);
  useOfferedDrawing(desk);
  const insert = (entry: CatalogueEntry) => {
    const place = nextPlace(drawing, entry);
    if (drawing.run(addNode(entry, place))) drawing.select([place.id]);
  };
  return (
    <div className={styles.room}>
      <Palette
        types={drawing.types}
        searchRef={parts.search}
        onInsert={insert}
        onLeave={() => parts.goTo('canvas')}
      />
      <DrawCanvas desk={desk} telling={telling} />
      <SidePanel
        flowId={flowId}
        drawing={drawing}
        problems={problems}
        hasErrors={hasErrors}
        tab={parts.tab}
        onTab={parts.setTab}
      />
    </div>
  );
}
