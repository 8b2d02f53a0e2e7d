import { Checkbox, NativeSelect, Table, Text } from '@mantine/core';
import { CircleCheck, CircleHelp, type LucideIcon, Replace, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/values/format.ts';
import styles from '../versions.module.css';
import { type Fit, fitOf, type Steps } from './steps.ts';
import type { MoveCases } from './use-move-cases.ts';

type MapTableProps = {
  readonly steps: Steps;
  readonly running: Readonly<Record<string, number>>;
  readonly moving: MoveCases;
};

/** Where the cases of each old step go on. Only steps with cases are shown, unless one asks for all. */
export function MapTable({ steps, running, moving }: MapTableProps) {
  const { t } = useTranslation();
  const [isAll, showAll] = useState(false);
  const ids = Object.keys(steps.before.nodes)
    .filter((id) => isAll || (running[id] ?? 0) > 0)
    .sort((a, b) => (running[b] ?? 0) - (running[a] ?? 0));
  return (
    <>
      <Table className={styles.map} verticalSpacing={6}>
        <caption className="sr-only">{t('versions.map')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('versions.oldStep')}</Table.Th>
            <Table.Th scope="col" className="number">
              {t('versions.cases')}
            </Table.Th>
            <Table.Th scope="col">{t('versions.newStep')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ids.map((id) => (
            <MapRow key={id} {...{ id, steps, moving }} count={running[id] ?? 0} />
          ))}
        </Table.Tbody>
      </Table>
      <Checkbox
        mt="sm"
        label={t('versions.allSteps')}
        checked={isAll}
        onChange={(event) => showAll(event.currentTarget.checked)}
      />
    </>
  );
}

type MapRowProps = {
  readonly id: string;
  readonly count: number;
  readonly steps: Steps;
  readonly moving: MoveCases;
};

function MapRow({ id, count, steps, moving }: MapRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, nameOf, summaries } = steps;
  const name = nameOf(before, id);
  const options = [
    { value: '', label: t('versions.staysThere') },
    ...Object.keys(after.nodes).map((to) => ({
      value: to,
      label: [nameOf(after, to), summaries.after[to]].filter(Boolean).join(' · '),
    })),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        <Text fz="xs" className="quiet">
          {summaries.before[id]}
        </Text>
      </Table.Td>
      <Table.Td className="number">{format.count(count)}</Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('versions.goesTo', { step: name })}
          disabled={moving.isMoving || moving.progress !== null}
          data={options}
          value={moving.map[id] ?? ''}
          onChange={(event) => moving.choose(id, event.currentTarget.value || null)}
        />
        <FitLine fit={fitOf(steps, moving.map, id)} />
      </Table.Td>
    </Table.Tr>
  );
}

const FITS: Readonly<Record<Fit, LucideIcon>> = {
  same: CircleCheck,
  proposed: Replace,
  other: TriangleAlert,
  nowhere: CircleHelp,
};

function FitLine({ fit }: { fit: Fit }) {
  const { t } = useTranslation();
  const Icon = FITS[fit];
  return (
    <span className={styles.fit} data-fit={fit}>
      <Icon size={13} aria-hidden /> {t(`versions.fits.${fit}`)}
    </span>
  );
}
