import type { LucideIcon } from 'lucide-react';
import type { Box, Position } from '../../document/index.ts';
import type { Drawing } from '../use-drawing.ts';

/** Everything an action of the drawing works on. */
export type Desk = {
  readonly drawing: Drawing;
  readonly view: {
    /** Where things stand on the canvas and how large they are. */
    boxesOf(keys: readonly string[]): ReadonlyMap<string, Box>;
    /** The middle of what is seen. */
    middle(): Position;
    fit(): void;
    isMapShown: boolean;
    toggleMap(): void;
  };
  /** Brings the keyboard to a part of the screen. */
  readonly goTo: (part: 'palette' | 'settings') => void;
  readonly clipboard: {
    write(text: string): Promise<void>;
    /** Null when the browser does not let it be read. */
    read(): Promise<string | null>;
  };
  /** A text under `drawActions.said`. */
  readonly say: (what: Said) => void;
};
export type Said = 'copied' | 'notOurs' | 'notReadable' | 'tooMuch';

export type Key = {
  /** As `KeyboardEvent.key` says it, in lower case. */
  readonly key: string;
  /** With Ctrl, or Cmd on a Mac. */
  readonly mod?: boolean;
  readonly shift?: boolean;
  /** The browser makes a clipboard event of it, which needs no permission: nothing is done on the key. */
  readonly isClipboard?: boolean;
};

export const ACTION_IDS = [
  'undo',
  'redo',
  'copy',
  'cut',
  'paste',
  'duplicate',
  'delete',
  'select-all',
  'edit',
  'add-step',
  'add-note',
  'align-left',
  'align-center',
  'align-top',
  'align-middle',
  'distribute-down',
  'distribute-across',
  'arrange',
  'fit',
  'map',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];
export type ActionGroup = 'history' | 'edit' | 'add' | 'align' | 'view';

/** One thing that can be done to a drawing; bar, menu, palette and keys all take it from one list. */
export type DrawingAction = {
  /** Its label is the text under `drawActions` of this name. */
  readonly id: ActionId;
  readonly group: ActionGroup;
  readonly icon: LucideIcon;
  /** The first is shown. */
  readonly keys: readonly Key[];
  isPossible(desk: Desk): boolean;
  run(desk: Desk): unknown;
};
