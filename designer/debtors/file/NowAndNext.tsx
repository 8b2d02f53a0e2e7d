import { SimpleGrid } from '@mantine/core';
import type { Debtor } from '../../api/debtors.ts';
import styles from './file.module.css';
import { OpenNow } from './OpenNow.tsx';
import { NextByItself } from './NextByItself.tsx';
import { ExpectedOfMe } from './ExpectedOfMe.tsx';

/** What is the matter, what happens next by itself, and what is expected of a person. */
export function NowAndNext({ debtor }: { debtor: Debtor }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" className={styles.now ?? ''}>
      <OpenNow debtor={debtor} />
      <NextByItself debtor={debtor} />
      <ExpectedOfMe debtor={debtor} />
    </SimpleGrid>
  );
}
