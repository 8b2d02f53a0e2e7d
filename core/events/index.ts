export { type EventPublisher, createEventPublisher, type NewEvent } from './publish.ts';
export { outbox, type OutboxRow } from './outbox.model.ts';
