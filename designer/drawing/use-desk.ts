import { notifications } from '@mantine/notifications';
import { useReactFlow } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Box, positionOf } from '../document/index.ts';
import type { Desk } from './actions/index.ts';
import type { Drawing } from './use-drawing.ts';

const CARD = { width: 248, height: 120 };

/** What the actions of the drawing work on: the drawing, the view of it, the clipboard. */
export function useDesk(drawing: Drawing, goTo: Desk['goTo']): Desk {
  const { t } = useTranslation();
  const { getNode, fitView, screenToFlowPosition } = useReactFlow();
  const [isMapShown, showMap] = useState(true);
  return useMemo(() => {
    const boxOf = (key: string): Box => {
      const node = getNode(key);
      return {
        ...(positionOf(drawing.flow, key) ?? node?.position ?? { x: 0, y: 0 }),
        width: node?.measured?.width ?? CARD.width,
        height: node?.measured?.height ?? CARD.height,
      };
    };
    return {
      drawing,
      goTo,
      view: {
        boxesOf: (keys) => new Map(keys.map((key) => [key, boxOf(key)])),
        middle() {
          const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
          const { left = 0, top = 0, width = 0, height = 0 } = canvas ?? {};
          const at = screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
          return { x: at.x - CARD.width / 2, y: at.y - CARD.height / 2 };
        },
        // What was just placed is measured first.
        fit: () => void requestAnimationFrame(() => void fitView({ maxZoom: 1, padding: 0.15 })),
        isMapShown,
        toggleMap: () => showMap((isShown) => !isShown),
      },
      clipboard: {
        write: (text) => navigator.clipboard.writeText(text),
        read: async () => {
          try {
            return await navigator.clipboard.readText();
          } catch {
            // Not allowed, or not over a safe line: the keys of the browser always work.
            return null;
          }
        },
      },
      say: (what) =>
        notifications.show({ message: t(`drawActions.said.${what}`), autoClose: 5_000 }),
    };
  }, [drawing, goTo, getNode, fitView, screenToFlowPosition, isMapShown, t]);
}
