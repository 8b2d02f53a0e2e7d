import type { Id, Scope } from '../../store/index.ts';
import type { DebtorView } from './debtor.view.ts';

export type DebtorFile = (scope: Scope, id: Id) => Promise<DebtorView>;
