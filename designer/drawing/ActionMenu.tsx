import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionItems } from './ActionBar.tsx';
import { type ActionId, type Desk, DRAWING_ACTIONS } from './actions/index.ts';
import styles from './drawing.module.css';

export type MenuPlace = { readonly x: number; readonly y: number };
type ActionMenuProps = {
  readonly desk: Desk;
  readonly at: MenuPlace;
  readonly onClose: () => void;
};

/** What stands in the menu on a step, and what in the one on the ground. */
const ON_THINGS: readonly ActionId[] = ['edit', 'copy', 'cut', 'paste', 'duplicate', 'delete'];
const ON_GROUND: readonly ActionId[] = [
  'add-step',
  'add-note',
  'paste',
  'select-all',
  'arrange',
  'fit',
];

/** The menu of the right mouse button, or of the menu key. */
export function ActionMenu({ desk, at, onClose }: ActionMenuProps) {
  const { t } = useTranslation();
  const { selected, lines } = desk.drawing;
  const ids = selected.length + lines.length > 0 ? ON_THINGS : ON_GROUND;
  const actions = DRAWING_ACTIONS.filter(({ id }) => ids.includes(id));
  const aligning = DRAWING_ACTIONS.filter(({ group }) => group === 'align');
  return (
    <Menu
      opened
      onClose={onClose}
      position="right-start"
      withinPortal
      trapFocus
      returnFocus
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('drawActions.menu')}
          className={styles.menuPlace}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <ActionItems actions={actions} desk={desk} />
        {selected.length > 1 && (
          <>
            <Menu.Divider />
            <ActionItems actions={aligning} desk={desk} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
