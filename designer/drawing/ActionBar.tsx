import { ActionIcon, Menu, Text } from '@mantine/core';
import { AlignStartVertical } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ActionGroup,
  type Desk,
  DRAWING_ACTIONS,
  type DrawingAction,
  keyText,
} from './actions/index.ts';
import styles from './drawing.module.css';
import { useActionLabel } from './use-action-label.ts';

const IN_BAR: readonly ActionGroup[] = ['history', 'edit', 'add', 'view'];
const actionsIn = (group: ActionGroup) => DRAWING_ACTIONS.filter((one) => one.group === group);

/** The actions of the drawing as small buttons over the canvas. */
export function ActionBar({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t('drawActions.bar')} className={styles.bar}>
      {IN_BAR.map((group) => (
        <Fragment key={group}>
          {actionsIn(group).map((action) => (
            <BarButton key={action.id} action={action} desk={desk} />
          ))}
          {group === 'add' && <AlignMenu desk={desk} />}
          <span className={styles.barGap} aria-hidden />
        </Fragment>
      ))}
    </div>
  );
}

function BarButton({ action, desk }: { readonly action: DrawingAction; readonly desk: Desk }) {
  const labelOf = useActionLabel();
  const { icon: Icon, keys } = action;
  const label = labelOf(action, desk);
  const key = keyText(keys);
  return (
    <ActionIcon
      size="md"
      aria-label={label}
      title={key ? `${label} (${key})` : label}
      disabled={!action.isPossible(desk)}
      {...(action.id === 'map' ? { 'aria-pressed': desk.view.isMapShown } : {})}
      onClick={() => void action.run(desk)}
    >
      <Icon size={17} />
    </ActionIcon>
  );
}

function AlignMenu({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const isPossible = actionsIn('align').some((one) => one.isPossible(desk));
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon
          size="md"
          aria-label={t('drawActions.align')}
          title={t('drawActions.align')}
          disabled={!isPossible}
        >
          <AlignStartVertical size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ActionItems actions={actionsIn('align')} desk={desk} />
      </Menu.Dropdown>
    </Menu>
  );
}

type ActionItemsProps = { readonly actions: readonly DrawingAction[]; readonly desk: Desk };

/** Actions as lines of a menu, with their keys. */
export function ActionItems({ actions, desk }: ActionItemsProps) {
  const labelOf = useActionLabel();
  return actions.map((action) => {
    const { icon: Icon } = action;
    const key = keyText(action.keys);
    return (
      <Menu.Item
        key={action.id}
        leftSection={<Icon size={15} />}
        rightSection={
          key && (
            <Text fz="xs" className="quiet">
              {key}
            </Text>
          )
        }
        disabled={!action.isPossible(desk)}
        onClick={() => void action.run(desk)}
      >
        {labelOf(action, desk)}
      </Menu.Item>
    );
  });
}
