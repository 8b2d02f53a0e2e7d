import type { ClientSession } from 'mongoose';

/** Proves, inside the transaction, that the batch still belongs to this worker. */
export type Fence = (session: ClientSession) => Promise<void>;
