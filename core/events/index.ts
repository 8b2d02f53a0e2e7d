export { createDispatcher, type Dispatcher } from './dispatch.ts';
export { dispatchLeases } from './dispatch-lease.model.ts';
export { createFailedEvents, type FailedEvents } from './failed-events.ts';
export type { Listener } from './listener.ts';
export { outbox, type OutboxRow } from './outbox.model.ts';
export { createEventPublisher, type EventPublisher, type NewEvent } from './publish.ts';
export { type OutboxWatch, watchOutbox } from './watch-outbox.ts';
