import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  LayoutGrid,
  Map as MapIcon,
  Maximize,
} from 'lucide-react';
import { type Alignment, alignNodes, arrange, distributeNodes } from '../../document/index.ts';
import type { DrawingAction } from './action.ts';

type Named = Pick<DrawingAction, 'id' | 'icon'>;

const aligning = (named: Named, alignment: Alignment): DrawingAction => ({
  ...named,
  group: 'align',
  keys: [],
  isPossible: ({ drawing }) => drawing.selected.length > 1,
  run: ({ drawing, view }) => drawing.run(alignNodes(view.boxesOf(drawing.selected), alignment)),
});

const distributing = (named: Named, along: 'x' | 'y'): DrawingAction => ({
  ...named,
  group: 'align',
  keys: [],
  isPossible: ({ drawing }) => drawing.selected.length > 2,
  run: ({ drawing, view }) => drawing.run(distributeNodes(view.boxesOf(drawing.selected), along)),
});

export const placeActions: readonly DrawingAction[] = [
  aligning({ id: 'align-left', icon: AlignStartVertical }, 'left'),
  aligning({ id: 'align-center', icon: AlignCenterVertical }, 'center'),
  aligning({ id: 'align-top', icon: AlignStartHorizontal }, 'top'),
  aligning({ id: 'align-middle', icon: AlignCenterHorizontal }, 'middle'),
  distributing({ id: 'distribute-down', icon: AlignVerticalSpaceAround }, 'y'),
  distributing({ id: 'distribute-across', icon: AlignHorizontalSpaceAround }, 'x'),
  {
    id: 'arrange',
    group: 'view',
    icon: LayoutGrid,
    keys: [{ key: 'l', mod: true, shift: true }],
    isPossible: ({ drawing }) => Object.keys(drawing.flow.nodes).length > 1,
    async run({ drawing, view }) {
      // The layout engine is large: it is fetched when somebody first asks for it.
      const { layOut } = await import('../layout/lay-out.ts');
      const { flow, types } = drawing;
      const boxes = view.boxesOf(Object.keys(flow.nodes));
      const outcomesOf = (id: string) =>
        Object.keys(types.get(flow.nodes[id]?.type ?? '')?.outcomes ?? {});
      if (drawing.run(arrange(await layOut(flow, { boxes, outcomesOf })))) view.fit();
    },
  },
  {
    id: 'fit',
    group: 'view',
    icon: Maximize,
    keys: [
      { key: '1', shift: true },
      { key: '!', shift: true },
    ],
    isPossible: () => true,
    run: ({ view }) => view.fit(),
  },
  {
    id: 'map',
    group: 'view',
    icon: MapIcon,
    keys: [],
    isPossible: () => true,
    run: ({ view }) => view.toggleMap(),
  },
];
