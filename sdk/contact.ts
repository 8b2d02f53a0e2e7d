/** Ways by which a debtor is contacted; an action that uses one obeys the contact rules. */
export type Channel = 'mail' | 'post' | 'phone' | 'sms';

/** Minutes after midnight, local time; `to` is exclusive. */
export type MinutesOfDay = { readonly from: number; readonly to: number };
