export { CONTACT_KINDS, type ContactRecord, contactRecords } from './contact-record.model.ts';
