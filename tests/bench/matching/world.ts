import { makeBusiness, makePerson } from './names.ts';
import type { Random } from './random.ts';
import type { Account, Debtor, Invoice, World } from './records.ts';

const FORMATS: readonly ((year: number, count: number) => string)[] = [
  (year, count) => `${year}${String(count).padStart(4, '0')}`,
  (year, count) => `${year}/${String(count).padStart(4, '0')}`,
  (year, count) => `F${year}-${String(count).padStart(5, '0')}`,
  (year, count) => `${String(year).slice(2)}.${String(count).padStart(5, '0')}`,
  (year, count) => `VF${String(year).slice(2)}${String(count).padStart(5, '0')}`,
  (year, count) => `${year}-${String(count).padStart(6, '0')}`,
  (year, count) => `${year === 2024 ? 71 : 72}${String(count).padStart(6, '0')}`,
];

export const ibanOf = (random: Random): string =>
  `NL${random.int(10, 98)}${random.pick(['INGB', 'RABO', 'ABNA', 'SNSB', 'BUNQ'])}0${random.digits(9)}`;

/** Books with the peculiarities of real ones: namesakes, households, equal amounts, the same numbers at several creditors. */
export function makeWorld(
  random: Random,
  size: { invoices: number; administrations: number },
): World {
  const world: World = {
    accounts: [],
    administrations: [],
    debtors: [],
    invoices: [],
    plans: [],
    settlements: [],
    invoicesOf: new Map(),
    paid: new Map(),
  };
  addAdministrations(world, random, size.administrations);
  const counters = world.administrations.map(() => new Map<number, number>());
  for (let at = 0; world.invoices.length < size.invoices; at += 1) {
    const place = at % world.administrations.length;
    addDebtor(world, random, {
      place,
      counter: counters[place]!,
      variety: size.invoices > 50_000 ? 0.7 : 0.3,
    });
  }
  return world;
}

function addAdministrations(world: World, random: Random, count: number): void {
  let account: Account | null = null;
  for (let at = 0; at < count; at += 1) {
    const isTrust = at < count * 0.6;
    const name = makeBusiness(random);
    const administrationId = `ADM${String(at + 1).padStart(3, '0')}`;
    if (!account || !isTrust || account.administrationIds.length >= 4) {
      const holder = isTrust ? `Stichting Derdengelden Incasso ${at}` : name;
      account = {
        iban: ibanOf(random),
        bank: 'ABNA',
        kind: isTrust ? 'trust' : 'own',
        holder,
        administrationIds: [],
      };
      world.accounts.push(account);
    }
    account.administrationIds.push(administrationId);
    world.administrations.push({ administrationId, name, accountIban: account.iban });
  }
}

type Place = { place: number; counter: Map<number, number>; variety: number };

// One record, field by field, each with its own chance.
// oxlint-disable-next-line complexity
function addDebtor(world: World, random: Random, { place, counter, variety }: Place): void {
  const { administrationId } = world.administrations[place]!;
  const last = world.debtors.at(-1);
  const isBusiness = random.chance(place % 3 === 2 ? 0.8 : 0.15);
  const row = world.debtors.length;
  const person = makePerson(random, variety);
  // Now and then the neighbour is of the same household, or the same person at the next creditor.
  const isHousehold = !isBusiness && last?.type === 'consumer' && random.chance(0.05);
  const named = isHousehold
    ? {
        ...person,
        prefix: last.prefix ?? '',
        lastName: last.lastName ?? '',
        name: `${person.name.split(' ')[0]} ${last.prefix ? `${last.prefix} ` : ''}${last.lastName}`,
      }
    : person;
  const ibans = random.chance(0.7)
    ? [isHousehold && last.ibans[0] ? last.ibans[0] : ibanOf(random)]
    : [];
  const name = isBusiness ? makeBusiness(random) : named.name;
  const { name: _, ...parts } = named;
  const debtor: Debtor = {
    debtorId: `DEB${String(row + 1).padStart(7, '0')}`,
    administrationId,
    customerNumber: place % 2 === 0 ? String(70_000_000 + row) : `K${10_000 + row}`,
    type: isBusiness ? 'business' : 'consumer',
    name,
    ...(isBusiness ? { tradeNames: random.chance(0.15) ? [makeBusiness(random)] : [] } : parts),
    address: {
      street: 'Kerkstraat',
      number: String(random.int(1, 200)),
      postcode: `${random.int(1000, 9999)} AB`,
      city: 'Utrecht',
    },
    ibans,
  };
  world.debtors.push(debtor);
  addInvoices(world, random, { debtor, place, counter });
}

function addInvoices(
  world: World,
  random: Random,
  at: { debtor: Debtor; place: number; counter: Map<number, number> },
) {
  const { debtor, place, counter } = at;
  const price = random.pick([1995, 2450, 3250, 4995, 7995]);
  const style = place % 3;
  const hasDossier = random.chance(0.25);
  const dossierNumber = hasDossier
    ? `${style === 0 ? '' : 'D'}25${String(place).padStart(2, '0')}${String(world.debtors.length).padStart(7, '0')}`
    : null;
  const own: Invoice[] = [];
  for (let count = random.pick([1, 1, 2, 2, 3, 4, 6]); count > 0; count -= 1) {
    const amount =
      style === 0
        ? price
        : style === 1
          ? random.int(3_000, 50_000)
          : Math.round(Math.exp(8 + random.next() * 5));
    own.push(makeInvoice(world, random, { debtor, place, counter, amount, dossierNumber }));
  }
  if (random.chance(0.06))
    own.push(makeCredit(world, random, { debtor, place, counter, of: own[0]! }));
  world.invoicesOf.set(debtor.debtorId, own);
  const open = own.filter((one) => one.status === 'open' && one.type === 'invoice');
  if (dossierNumber && open.length > 0 && random.chance(0.15))
    addPlan(world, random, { debtor, dossierNumber, open });
}

type Make = {
  debtor: Debtor;
  place: number;
  counter: Map<number, number>;
  amount: number;
  dossierNumber: string | null;
};

// oxlint-disable-next-line complexity -- as above
function makeInvoice(
  world: World,
  random: Random,
  { debtor, place, counter, amount, dossierNumber }: Make,
): Invoice {
  const year = random.pick([2024, 2025]);
  const month = random.int(1, year === 2025 ? 4 : 12);
  const count = (counter.get(year) ?? 100) + random.pick([1, 1, 1, 2, 3]);
  counter.set(year, count);
  const row = world.invoices.length;
  const isCollected = random.chance(0.05);
  const hasCosts = dossierNumber !== null && random.chance(0.7);
  const costsCents = hasCosts && !isCollected ? Math.max(4_000, Math.round(amount * 0.15)) : 0;
  const monthText = `${year}-${String(month).padStart(2, '0')}`;
  const iban = debtor.ibans[0] ?? ibanOf(random);
  const invoice: Invoice = {
    invoiceId: `INVC${String(row + 1).padStart(8, '0')}`,
    administrationId: debtor.administrationId,
    debtorId: debtor.debtorId,
    type: 'invoice',
    number: FORMATS[place % FORMATS.length]!(year, count),
    paymentReference: kenmerkOf(`${place + 10}${String(row).padStart(13, '0')}`),
    dossierNumber,
    issueDate: `${monthText}-01`,
    dueDate: `${monthText}-${String(random.int(10, 28))}`,
    period: place % 3 === 2 ? null : monthText,
    description: place % 3 === 2 ? null : `Abonnement ${MONTHS[month - 1]} ${year}`,
    amountCents: amount,
    openCents: isCollected
      ? 0
      : random.chance(0.05)
        ? Math.max(100, amount - random.int(100, 2_000))
        : amount,
    costsCents,
    interestCents: costsCents > 0 ? random.int(20, Math.max(30, Math.round(amount * 0.05))) : 0,
    status: isCollected ? 'collected' : 'open',
    directDebit: isCollected
      ? {
          endToEndId: `INC250415-${String(row).padStart(7, '0')}`,
          mandateId: `M-${debtor.customerNumber}`,
          iban,
          date: '2025-04-15',
        }
      : null,
  };
  world.invoices.push(invoice);
  return invoice;
}

function makeCredit(
  world: World,
  random: Random,
  at: { debtor: Debtor; place: number; counter: Map<number, number>; of: Invoice },
): Invoice {
  const credit = makeInvoice(world, random, { ...at, amount: 100, dossierNumber: null });
  const amountCents = -Math.max(50, Math.round(at.of.amountCents * random.pick([0.1, 0.2, 0.5])));
  return Object.assign(credit, {
    type: 'credit_note',
    paymentReference: null,
    period: null,
    amountCents,
    openCents: amountCents,
    description: 'Creditnota',
    status: 'open',
    directDebit: null,
  });
}

function addPlan(
  world: World,
  random: Random,
  { debtor, dossierNumber, open }: { debtor: Debtor; dossierNumber: string; open: Invoice[] },
) {
  const claim = open.reduce(
    (sum, one) => sum + one.openCents + one.costsCents + one.interestCents,
    0,
  );
  const terms = random.int(3, 10);
  world.plans.push({
    planId: `BR${100_000 + world.plans.length}`,
    administrationId: debtor.administrationId,
    debtorId: debtor.debtorId,
    dossierNumber,
    invoiceIds: open.map((one) => one.invoiceId),
    termCents: Math.max(500, Math.round(claim / terms / 500) * 500),
    dayOfMonth: random.int(1, 28),
    terms,
  });
}

export const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10];

/** Fifteen digits behind their check digit, as the betalingskenmerk of Dutch banks has it. */
export function kenmerkOf(digits: string): string {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * WEIGHTS[at]!, 0);
  const check = 11 - (sum % 11);
  return `${check === 10 ? 1 : check === 11 ? 0 : check}${digits}`;
}
