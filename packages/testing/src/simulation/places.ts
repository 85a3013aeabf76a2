/** Where a simulated association is: its prefecture, and the clock on its wall. */
export interface Place {
  code: string;
  name: string;
  departement: string;
  zone: string;
  /** No limit may be given there: the texts are others. */
  pacific?: true;
}
export const PLACES: readonly Place[] = [
  { code: 'paris', name: 'Paris', departement: '75', zone: 'Europe/Paris' },
  { code: 'strasbourg', name: 'Strasbourg', departement: '67', zone: 'Europe/Paris' },
  { code: 'reunion', name: 'La Réunion', departement: '974', zone: 'Indian/Reunion' },
  { code: 'cayenne', name: 'Cayenne', departement: '973', zone: 'America/Cayenne' },
  { code: 'noumea', name: 'Nouméa', departement: '988', zone: 'Pacific/Noumea', pacific: true },
  { code: 'papeete', name: 'Papeete', departement: '987', zone: 'Pacific/Tahiti', pacific: true },
];
export const zoneOfDepartement = (departement: string): string =>
  PLACES.find((place) => place.departement === departement)?.zone ?? 'Europe/Paris';
