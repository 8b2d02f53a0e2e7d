export { createDispatcher, type Dispatcher } from './dispatch/dispatch.ts';
export { dispatchLeases } from './dispatch/dispatch-lease.model.ts';
export { createFailedEvents, type FailedEvents } from './failed-events.ts';
export type { Listener } from './dispatch/listener.ts';
export { outbox, type OutboxRow } from './outbox.model.ts';
export { createEventPublisher, type EventPublisher, type NewEvent } from './publish.ts';
export { type OutboxWatch, watchOutbox } from './watch-outbox.ts';
