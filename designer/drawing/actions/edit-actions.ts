import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  PencilLine,
  Plus,
  Redo2,
  Scissors,
  SquareDashedMousePointer,
  StickyNote,
  Trash2,
  Undo2,
} from 'lucide-react';
import {
  addNote,
  disconnect,
  freeNoteId,
  noteKey,
  redoLabel,
  removeNodes,
  thingsIn,
  undoLabel,
} from '../../document/index.ts';
import { wayOf } from '../lines.ts';
import type { Desk, DrawingAction } from './action.ts';
import { copiedText, cutAway, duplicate, pasteText } from './clipboard.ts';

const hasSelection = ({ drawing }: Desk): boolean => drawing.selected.length > 0;

export const editActions: readonly DrawingAction[] = [
  {
    id: 'undo',
    group: 'history',
    icon: Undo2,
    keys: [{ key: 'z', mod: true }],
    isPossible: ({ drawing }) => undoLabel(drawing.history) !== null,
    run: ({ drawing }) => drawing.undo(),
  },
  {
    id: 'redo',
    group: 'history',
    icon: Redo2,
    keys: [
      { key: 'y', mod: true },
      { key: 'z', mod: true, shift: true },
    ],
    isPossible: ({ drawing }) => redoLabel(drawing.history) !== null,
    run: ({ drawing }) => drawing.redo(),
  },
  {
    id: 'copy',
    group: 'edit',
    icon: Copy,
    keys: [{ key: 'c', mod: true, isClipboard: true }],
    isPossible: hasSelection,
    run: (desk) => writeOut(desk),
  },
  {
    id: 'cut',
    group: 'edit',
    icon: Scissors,
    keys: [{ key: 'x', mod: true, isClipboard: true }],
    isPossible: hasSelection,
    run: async (desk) => (await writeOut(desk)) && cutAway(desk),
  },
  {
    id: 'paste',
    group: 'edit',
    icon: ClipboardPaste,
    keys: [{ key: 'v', mod: true, isClipboard: true }],
    isPossible: () => true,
    async run(desk) {
      const text = await desk.clipboard.read();
      if (text === null) desk.say('notReadable');
      else pasteText(desk, text);
    },
  },
  {
    id: 'duplicate',
    group: 'edit',
    icon: CopyPlus,
    keys: [{ key: 'd', mod: true }],
    isPossible: hasSelection,
    run: duplicate,
  },
  {
    id: 'delete',
    group: 'edit',
    icon: Trash2,
    keys: [{ key: 'delete' }, { key: 'backspace' }],
    isPossible: (desk) => hasSelection(desk) || desk.drawing.lines.length > 0,
    run({ drawing }) {
      const { selected, lines, run } = drawing;
      return run(selected.length > 0 ? removeNodes(selected) : disconnect(lines.map(wayOf)));
    },
  },
  {
    id: 'select-all',
    group: 'edit',
    icon: SquareDashedMousePointer,
    keys: [{ key: 'a', mod: true }],
    isPossible: ({ drawing }) => thingsIn(drawing.flow).length > 0,
    run: ({ drawing }) => drawing.select(thingsIn(drawing.flow)),
  },
  {
    id: 'edit',
    group: 'edit',
    icon: PencilLine,
    keys: [{ key: 'f2' }],
    isPossible: ({ drawing }) => drawing.selected.length === 1,
    run: ({ goTo }) => goTo('settings'),
  },
  {
    id: 'add-step',
    group: 'add',
    icon: Plus,
    keys: [{ key: '/' }],
    isPossible: () => true,
    run: ({ goTo }) => goTo('palette'),
  },
  {
    id: 'add-note',
    group: 'add',
    icon: StickyNote,
    keys: [{ key: 'm', mod: true, shift: true }],
    isPossible: () => true,
    run({ drawing, view, goTo }) {
      const id = freeNoteId((one) => Object.hasOwn(drawing.flow.notes ?? {}, one));
      if (!drawing.run(addNote({ id, position: view.middle(), text: '' }))) return;
      drawing.select([noteKey(id)]);
      goTo('settings');
    },
  },
];

/** True when it is on the clipboard. */
async function writeOut(desk: Desk): Promise<boolean> {
  try {
    await desk.clipboard.write(copiedText(desk));
    desk.say('copied');
    return true;
  } catch {
    desk.say('notReadable');
    return false;
  }
}
