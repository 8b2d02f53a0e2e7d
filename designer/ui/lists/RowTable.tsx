import { Table } from '@mantine/core';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import styles from './lists.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  /** Left out where there is little room; say it in the first column's second line then. */
  readonly isWide?: boolean;
};

type RowTableProps<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly isActive?: (row: Row) => boolean;
  /** On a phone each row becomes a card with the titles of the columns in it. */
  readonly isStacked?: boolean;
};

/**
 * A dense list. A row that holds a link marked `data-row-link` opens it wherever it is clicked; the
 * arrow keys walk over those links and enter opens one.
 */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { caption, rows, columns, rowKey, isActive, isStacked = false } = props;
  // What is drawn as a card stays a table to who hears it.
  const role = (name: string) => (isStacked ? { role: name } : {});
  const classOf = (column: Column<Row>) =>
    [column.isNumber ? 'number' : '', column.isWide ? styles.wide : ''].join(' ').trim();
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table
        {...role('table')}
        className={`${styles.table} ${isStacked ? styles.stacked : ''}`}
        highlightOnHover
        verticalSpacing={7}
        horizontalSpacing="sm"
      >
        <caption className="sr-only">{caption}</caption>
        <Table.Thead {...role('rowgroup')}>
          <Table.Tr {...role('row')}>
            {columns.map((column) => (
              <Table.Th
                key={column.id}
                {...role('columnheader')}
                scope="col"
                className={classOf(column)}
              >
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody {...role('rowgroup')} onKeyDown={walkRows} onClick={openRow}>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} {...role('row')} data-active={isActive?.(row) || undefined}>
              {columns.map((column) => (
                <Table.Td
                  key={column.id}
                  {...role('cell')}
                  data-title={isStacked ? column.title : undefined}
                  className={classOf(column)}
                >
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const LINK = '[data-row-link]';

/** Arrow up and down move between the links of a list, wherever it is drawn. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof Element) || !event.target.matches(LINK)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(LINK)];
  const next = links[links.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function openRow(event: MouseEvent<HTMLElement>): void {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('a, button, input, label, select, textarea')) return;
  if (window.getSelection()?.toString()) return;
  event.target.closest('tr')?.querySelector<HTMLElement>(LINK)?.click();
}
