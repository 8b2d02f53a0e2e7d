import '@xyflow/react/dist/style.css';
import {
  Background,
  Controls,
  MiniMap,
  ReactFlow,
  type ReactFlowProps,
  SelectionMode,
} from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { connect, reconnect } from '../../document/index.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { ActionBar } from '../ActionBar.tsx';
import { ActionMenu, type MenuPlace } from '../ActionMenu.tsx';
import type { Desk } from '../actions/index.ts';
import styles from '../drawing.module.css';
import { DrawnCard } from './DrawnCard.tsx';
import { firstViewport, MANY } from './first-sight.ts';
import { wayOf } from '../lines.ts';
import { NoteCard } from './NoteCard.tsx';
import { type DrawnThing, type Telling, toDrawn } from './to-drawn.ts';
import type { Drawing } from '../use-drawing.ts';
import { useDrop } from './use-drop.ts';
import { useKeepInView } from './use-keep-in-view.ts';
import { useShown } from './use-shown.ts';

const NODE_TYPES = { drawn: DrawnCard, note: NoteCard };

type DrawCanvasProps = { readonly desk: Desk; readonly telling: Telling };

/** The canvas. It shows the document; what is fleeting, such as a drag, it keeps to itself. */
export function DrawCanvas({ desk, telling }: DrawCanvasProps) {
  const { t } = useTranslation();
  const { drawing } = desk;
  const drawn = useMemo(() => toDrawn(drawing, telling), [drawing, telling]);
  const [viewport] = useState(() => firstViewport(drawn.nodes));
  const shown = useShown(drawing, drawn);
  const drop = useDrop(drawing);
  const menu = useMenu(drawing);
  useKeepInView(drawing.selected.length === 1 ? (drawing.selected[0] ?? null) : null);

  return (
    <div className={styles.canvas} data-part="canvas">
      <ActionBar desk={desk} />
      <div className={styles.ground} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <ReactFlow
          aria-label={t('draw.canvas')}
          nodeTypes={NODE_TYPES}
          {...shown}
          {...useEditing(drawing)}
          {...menu.opening}
          onNodeDoubleClick={() => desk.goTo('settings')}
          ariaLabelConfig={useSpoken()}
          deleteKeyCode={null}
          multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
          selectionMode={SelectionMode.Partial}
          // A hand that shakes while it clicks chooses, and moves nothing.
          nodeClickDistance={SHAKE}
          nodeDragThreshold={SHAKE}
          paneClickDistance={SHAKE}
          zoomOnDoubleClick={false}
          {...(viewport ? { defaultViewport: viewport } : { fitView: true })}
          fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
          minZoom={0.1}
          maxZoom={1.6}
          onlyRenderVisibleElements={shown.nodes.length > MANY}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={22} color="#dfe3e8" />
          <Controls showInteractive={false} position="bottom-left" />
          {desk.view.isMapShown && (
            <MiniMap
              pannable
              zoomable
              style={MAP}
              position="bottom-right"
              ariaLabel={t('draw.map')}
            />
          )}
        </ReactFlow>
      </div>
      {menu.at && <ActionMenu desk={desk} at={menu.at} onClose={menu.close} />}
    </div>
  );
}

/** Lines, as commands. */
function useEditing({ run }: Drawing): Partial<ReactFlowProps<DrawnThing>> {
  return useMemo(
    () => ({
      onConnect: ({ source, sourceHandle, target }) =>
        void run(connect({ from: source, outcome: sourceHandle ?? '', to: target })),
      edgesReconnectable: true,
      onReconnect: ({ id }, { source, sourceHandle, target }) =>
        void run(reconnect(wayOf(id), { from: source, outcome: sourceHandle ?? '', to: target })),
    }),
    [run],
  );
}

/** Opens the menu where one points, on what one points at. */
function useMenu(drawing: Drawing) {
  const [at, open] = useState<MenuPlace | null>(null);
  const latest = useLatest(drawing);
  const opening = useMemo((): Partial<ReactFlowProps<DrawnThing>> => {
    const show = (event: MouseEvent | ReactMouseEvent) => {
      event.preventDefault();
      open({ x: event.clientX, y: event.clientY });
    };
    const nothing = () => {
      latest.current.select([]);
      latest.current.selectLines([]);
    };
    return {
      onNodeContextMenu(event, { id }) {
        if (!latest.current.selected.includes(id)) latest.current.select([id]);
        show(event);
      },
      onEdgeContextMenu(event, { id }) {
        nothing();
        latest.current.selectLines([id]);
        show(event);
      },
      onSelectionContextMenu: show,
      onPaneContextMenu(event) {
        nothing();
        show(event);
      },
    };
  }, [latest]);
  return { at, opening, close: () => open(null) };
}

/** What a screen reader says of the canvas itself. */
function useSpoken() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('drawActions.spoken.step'),
      'node.a11yDescription.keyboardDisabled': t('drawActions.spoken.step'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('drawActions.spoken.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': t('drawActions.spoken.line'),
      'controls.ariaLabel': t('drawActions.spoken.controls'),
      'controls.zoomIn.ariaLabel': t('drawActions.spoken.zoomIn'),
      'controls.zoomOut.ariaLabel': t('drawActions.spoken.zoomOut'),
      'controls.fitView.ariaLabel': t('drawActions.fit'),
      'minimap.ariaLabel': t('draw.map'),
    }),
    [t],
  );
}

const SHAKE = 3;
const MAP = { width: 130, height: 90 };
