/** A town, its area code, and the four digits between which its postcodes begin. */
export type Town = {
  readonly name: string;
  readonly area: string;
  readonly from: number;
  readonly to: number;
};
export const TOWNS: readonly Town[] = [
  { name: 'Utrecht', area: '030', from: 3511, to: 3585 },
  { name: 'Amersfoort', area: '033', from: 3811, to: 3829 },
  { name: 'Zeist', area: '030', from: 3701, to: 3709 },
  { name: 'Nieuwegein', area: '030', from: 3431, to: 3439 },
  { name: 'Hilversum', area: '035', from: 1211, to: 1223 },
  { name: 'Amsterdam', area: '020', from: 1011, to: 1098 },
  { name: 'Haarlem', area: '023', from: 2011, to: 2037 },
  { name: 'Leiden', area: '071', from: 2311, to: 2334 },
  { name: 'Rotterdam', area: '010', from: 3011, to: 3089 },
  { name: 'Den Haag', area: '070', from: 2511, to: 2597 },
  { name: 'Gouda', area: '0182', from: 2801, to: 2809 },
  { name: 'Arnhem', area: '026', from: 6811, to: 6846 },
  { name: 'Nijmegen', area: '024', from: 6511, to: 6546 },
  { name: 'Eindhoven', area: '040', from: 5611, to: 5658 },
  { name: '’s-Hertogenbosch', area: '073', from: 5211, to: 5237 },
  { name: 'Breda', area: '076', from: 4811, to: 4839 },
  { name: 'Zwolle', area: '038', from: 8011, to: 8045 },
  { name: 'Groningen', area: '050', from: 9711, to: 9747 },
];
export const STREETS: readonly string[] = [
  'Dorpsstraat',
  'Kerkstraat',
  'Stationsweg',
  'Molenweg',
  'Julianastraat',
  'Wilhelminalaan',
  'Beatrixlaan',
  'Schoolstraat',
  'Nieuwstraat',
  'Hoofdstraat',
  'Lindenlaan',
  'Beukenlaan',
  'Kastanjelaan',
  'Eikenlaan',
  'Industrieweg',
  'Parallelweg',
  'Havenstraat',
  'Marktstraat',
  'Oranjestraat',
  'Raadhuisstraat',
  'Vondelstraat',
  'Rembrandtlaan',
  'Van Goghstraat',
  'Merelstraat',
  'Koningin Emmastraat',
  'Boterbloem',
  'Zonnebloemweg',
  'Burgemeester de Vlugtlaan',
];
/** Never used in a postcode: they remind of a past that nobody wants on an envelope. */
export const FORBIDDEN_LETTERS: readonly string[] = ['SA', 'SD', 'SS'];
