import { Schema } from 'mongoose';
import { HOME_COUNTRY } from '../../home.ts';
import { optionalText } from '../../store/index.ts';

/** An address as it is printed on an envelope. */
export const postalAddress = new Schema(
  {
    street: optionalText(),
    houseNumber: optionalText(),
    postcode: optionalText(),
    city: optionalText(),
    country: { type: String, default: HOME_COUNTRY, match: /^[A-Z]{2}$/ },
  },
  { _id: false },
);
