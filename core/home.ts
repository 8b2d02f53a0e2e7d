/**
 * Where an installation is at home that does not say: the country of an administration, an address or a flow
 * that names none, and the day of what belongs to no administration. A default of what people fill in and no
 * more: no rule asks for this country, what its law says comes from its plugin as for any other. It is written
 * here and nowhere else; rows that were stored without a country mean this one.
 */
export const HOME_COUNTRY = 'NL';
export const HOME_TIME_ZONE = 'Europe/Amsterdam';
