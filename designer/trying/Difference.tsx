import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run, Tried } from '../api/trying.ts';
import { Day } from '../ui/values/Day.tsx';
import { useSay } from '../ui/values/say.ts';
import styles from './trying.module.css';

/** What the payments change: the same days with and without them, side by side. */
export function Difference({ tried }: { tried: Tried }) {
  const { t } = useTranslation();
  const { without } = tried;
  if (without === null) return null;
  const fewer = without.letters.length - tried.letters.length;
  return (
    <section aria-label={t('trying.difference')} className={styles.difference}>
      <p className={styles.verdict}>
        {fewer > 0
          ? t('trying.fewerLetters', { count: fewer })
          : fewer < 0
            ? t('trying.moreLetters', { count: -fewer })
            : t('trying.sameLetters')}
      </p>
      <Table verticalSpacing={5} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="col">{t('trying.with')}</Table.Th>
            <Table.Th scope="col">{t('trying.without')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('trying.letters')}</Table.Th>
            <Table.Td>
              <LetterDays run={tried} />
            </Table.Td>
            <Table.Td>
              <LetterDays run={without} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">{t('trying.ends')}</Table.Th>
            <Table.Td>
              <Ending run={tried} />
            </Table.Td>
            <Table.Td>
              <Ending run={without} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}

function LetterDays({ run }: { run: Run }) {
  const { t } = useTranslation();
  if (run.letters.length === 0) return <>{t('trying.noLetters')}</>;
  return (
    <ol className={styles.letterDays}>
      {run.letters.map(({ id, on }) => (
        <li key={id}>
          <Day on={on} />
        </li>
      ))}
    </ol>
  );
}

/** How it ends in these days, or where it stands then and why. */
export function Ending({ run }: { run: Run }) {
  const { t } = useTranslation();
  const say = useSay();
  const ended = run.lines.findLast(({ event }) => event === 'ended');
  const [open] = run.standings.filter(({ state }) => state !== 'ended');
  if (ended && !open) {
    return (
      <>
        <Day on={ended.on} />: {say(ended.because)}
      </>
    );
  }
  if (!open) return <>{t('trying.nothingStarts')}</>;
  const where =
    open.state === 'stuck' || open.state === 'held'
      ? t(`trying.standing.${open.state}`, { step: open.nodeLabel })
      : t('trying.standing.running', { step: open.nodeLabel });
  return (
    <>
      {where} {say(open.waiting)}
    </>
  );
}
