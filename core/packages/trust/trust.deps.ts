import type { Clock } from '@inning/sdk';
import type { Store } from '../../store/index.ts';

export type TrustDeps = { readonly store: Store; readonly clock: Clock };
