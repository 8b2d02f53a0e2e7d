import type { FlowDocument } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import { type CatalogueItem, useCatalogue } from '../api/flows.ts';
import { placeNodes } from '../flows/place-nodes.ts';

const BOX = { width: 46, height: 14 };
const CELL = { width: 64, height: 24 };
const PAD = 8;
const FILLS: Readonly<Record<CatalogueItem['kind'], string>> = {
  trigger: '#1d6b40',
  action: 'var(--mantine-primary-color-filled)',
  wait: '#8a929b',
  condition: '#8a5200',
  group: 'var(--mantine-primary-color-filled)',
};

/** A small picture of a flow, drawn from the document. */
export function FlowThumbnail({ flow, name }: { flow: FlowDocument; name: string }) {
  const { t } = useTranslation();
  const types = useCatalogue().data;
  const typeOf = (id: string) => types?.get(flow.nodes[id]?.type ?? '');
  const cells = placeNodes(flow, (id) => Object.keys(typeOf(id)?.outcomes ?? {}));
  const at = (id: string) => {
    const { row, column } = cells.get(id) ?? { row: 0, column: 0 };
    return { x: PAD + column * CELL.width, y: PAD + row * CELL.height };
  };
  const all = [...cells.values()];
  const width = 2 * PAD + Math.max(0, ...all.map(({ column }) => column)) * CELL.width + BOX.width;
  const height = 2 * PAD + Math.max(0, ...all.map(({ row }) => row)) * CELL.height + BOX.height;
  return (
    <svg
      role="img"
      aria-label={t('flowFiles.picture', { flow: name })}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: '100%', height: 220 }}
    >
      {flow.edges.map(({ from, outcome, to }) => {
        const [start, end] = [at(from), at(to)];
        const middle = BOX.width / 2;
        const line = `M${start.x + middle} ${start.y + BOX.height} L${end.x + middle} ${end.y}`;
        return <path key={`${from} ${outcome}`} d={line} stroke="#aab2ba" fill="none" />;
      })}
      {Object.keys(flow.nodes).map((id) => {
        const kind = typeOf(id)?.kind;
        const fill = kind ? FILLS[kind] : '#d0d5da';
        return <rect key={id} {...at(id)} {...BOX} rx={3} fill={fill} />;
      })}
    </svg>
  );
}
