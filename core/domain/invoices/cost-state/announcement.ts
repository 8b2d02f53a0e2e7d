import { Schema } from 'mongoose';
import { calendarDate, optionalDay, optionalText } from '../../../store/index.ts';

/** How costs were announced: the letter, what it named, and what became of it. The days follow from it. */
export const announcement = new Schema(
  {
    /** The communication that carried it, or an id of its own for a letter from elsewhere. */
    id: { type: String, required: true },
    /** The day the costs were announced in the file. */
    on: calendarDate(),
    /** Null while the letter has not left. */
    sentOn: optionalDay(),
    channel: {
      type: String,
      enum: ['mail', 'post', 'phone', 'sms', 'portal', null],
      default: null,
    },
    receivedOn: optionalDay(),
    returnedOn: optionalDay(),
    /** A person put claimed costs back: they are asked again only when a step or a person claims them. */
    heldBackOn: optionalDay(),
    /** The last due day among the claims of the letter. */
    dueOn: optionalDay(),
    /** The amount of costs that the letter named. */
    statedCents: { type: Number, default: null },
    /** Codes of what makes the letter worthless for claiming costs, by the country's rules. */
    faults: { type: [String], default: [] },
    by: { type: String, required: true },
    reason: optionalText(),
  },
  { _id: false },
);
