import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';

const CARD_WIDTH = 248;
const CARD_HEIGHT = 120;

/** Brings a step that was chosen or inserted elsewhere onto the screen; what is seen stays in place. */
export function useKeepInView(id: string | null): void {
  const { getNode, getZoom, setCenter } = useReactFlow();
  useEffect(() => {
    const node = id === null ? undefined : getNode(id);
    if (!node || isInView(node.id)) return;
    const { x, y } = node.position;
    const width = node.measured?.width ?? CARD_WIDTH;
    const height = node.measured?.height ?? CARD_HEIGHT;
    void setCenter(x + width / 2, y + height / 2, { zoom: getZoom(), duration: 150 });
  }, [id, getNode, getZoom, setCenter]);
}

function isInView(id: string): boolean {
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const canvas = card?.closest('.react-flow')?.getBoundingClientRect();
  const box = card?.getBoundingClientRect();
  if (!box || !canvas) return false;
  return (
    box.left >= canvas.left &&
    box.right <= canvas.right &&
    box.top >= canvas.top &&
    box.bottom <= canvas.bottom
  );
}
