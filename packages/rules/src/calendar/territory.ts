/** Territory of a department: its local holidays, its clock, whether it is mainland France, and whether these rules reach it. */
export type Territory =
  | 'metropole'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'la-reunion'
  | 'saint-pierre-et-miquelon'
  | 'mayotte'
  | 'saint-barthelemy'
  | 'saint-martin'
  | 'taaf'
  | 'wallis-et-futuna'
  | 'polynesie-francaise'
  | 'nouvelle-caledonie'
  | 'clipperton';

const BY_CODE: Readonly<Record<string, Territory>> = {
  57: 'alsace-moselle',
  67: 'alsace-moselle',
  68: 'alsace-moselle',
  971: 'guadeloupe',
  972: 'martinique',
  973: 'guyane',
  974: 'la-reunion',
  975: 'saint-pierre-et-miquelon',
  976: 'mayotte',
  977: 'saint-barthelemy',
  978: 'saint-martin',
  984: 'taaf',
  986: 'wallis-et-futuna',
  987: 'polynesie-francaise',
  988: 'nouvelle-caledonie',
  989: 'clipperton',
};

/** Takes a department code such as `69`, `2A` or `973`; any other mainland code is `metropole`. */
export const territoryOf = (departement: string): Territory => BY_CODE[departement] ?? 'metropole';
export const isOverseas = (territory: Territory): boolean => territory !== 'metropole' && territory !== 'alsace-moselle';

/** The regime of removal orders was not researched there: no day is computed. */
export const isPacific = (territory: Territory): boolean =>
  territory === 'wallis-et-futuna' ||
  territory === 'polynesie-francaise' ||
  territory === 'nouvelle-caledonie' ||
  territory === 'clipperton';

/** CESEDA L.651-3 and following: an order to leave is challenged within two months, and the action does not suspend removal. */
export const isDerogatory = (territory: Territory): boolean =>
  territory === 'guadeloupe' ||
  territory === 'guyane' ||
  territory === 'mayotte' ||
  territory === 'saint-barthelemy' ||
  territory === 'saint-martin';
