import type { Row } from '../table/read-rows.ts';
import { type Columns, columnsOfPlaces } from './columns.ts';

/** Banks that write no headers are known by the shape of their first row. */
type Shape = {
  readonly name: string;
  readonly width: number;
  readonly cells: Readonly<Record<number, RegExp>>;
  readonly columns: Columns;
};

const DAY = /^\d{2}-\d{2}-\d{4}$/;
const DIGITS_DAY = /^\d{8}$/;
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const CURRENCY = /^[A-Z]{3}$/;
const AMOUNT = /^[+-]?[\d.,]+$/;

const SHAPES: readonly Shape[] = [
  {
    // ABN AMRO, the file TXT or TAB.
    name: 'ABN AMRO',
    width: 8,
    cells: { 0: /^\d{6,10}$|^[A-Z]{2}\d{2}/, 1: CURRENCY, 2: DIGITS_DAY, 5: DIGITS_DAY, 6: AMOUNT },
    columns: columnsOfPlaces({
      account: [0],
      currency: [1],
      bookedOn: [2],
      balanceAfter: [4],
      valueOn: [5],
      amount: [6],
      description: [7],
    }),
  },
  {
    name: 'Triodos',
    width: 9,
    cells: { 0: DAY, 1: IBAN, 2: AMOUNT, 3: /^(Debet|Credit)$/i },
    columns: columnsOfPlaces({
      bookedOn: [0],
      account: [1],
      amount: [2],
      sign: [3],
      name: [4],
      counterparty: [5],
      type: [6],
      description: [7],
      balanceAfter: [8],
    }),
  },
  {
    // ASN, SNS and RegioBank; the balance is that before the booking.
    name: 'SNS',
    width: 19,
    cells: { 0: DAY, 1: IBAN, 7: CURRENCY, 8: AMOUNT, 9: CURRENCY, 10: AMOUNT, 12: DAY },
    columns: columnsOfPlaces({
      bookedOn: [0],
      account: [1],
      counterparty: [2],
      name: [3],
      currency: [9],
      amount: [10],
      valueOn: [12],
      type: [14],
      transactionId: [15],
      reference: [16],
      description: [17],
    }),
  },
];

/** The columns of a file without headers, by its first row; null for any other row. */
export function headerlessColumns({ cells }: Row): Columns | null {
  const shape = SHAPES.find(
    ({ width, cells: known }) =>
      cells.length >= width &&
      Object.entries(known).every(([place, pattern]) =>
        pattern.test((cells[Number(place)] ?? '').trim()),
      ),
  );
  return shape?.columns ?? null;
}
