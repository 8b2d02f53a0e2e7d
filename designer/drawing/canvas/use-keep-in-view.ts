import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Position } from '../../document/index.ts';

const CARD_WIDTH = 248;
const CARD_HEIGHT = 120;

/** Brings a step that was chosen or inserted elsewhere onto the screen; what is seen stays in place. */
export function useKeepInView(id: string | null): void {
  const { getNode, getZoom, setCenter, flowToScreenPosition } = useReactFlow();
  useEffect(() => {
    const node = id === null ? undefined : getNode(id);
    if (!node) return;
    const width = node.measured?.width ?? CARD_WIDTH;
    const height = node.measured?.height ?? CARD_HEIGHT;
    // Its middle: what was just dropped at the edge stays where it was dropped.
    const middle = { x: node.position.x + width / 2, y: node.position.y + height / 2 };
    if (isOnCanvas(flowToScreenPosition(middle))) return;
    void setCenter(middle.x, middle.y, { zoom: getZoom(), duration: 150 });
  }, [id, getNode, getZoom, setCenter, flowToScreenPosition]);
}

function isOnCanvas({ x, y }: Position): boolean {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!box) return false;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
