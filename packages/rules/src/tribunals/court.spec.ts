import { courtOf, tribunalOf } from './court.ts';
import { DEPARTEMENTS, isDepartement } from './table.ts';

describe('which court', () => {
  it('holds the 109 departments and territories', () => {
    expect(Object.keys(DEPARTEMENTS)).toHaveLength(109);
    const seats = { 75: 'Paris', 69: 'Lyon', '2A': 'Bastia', '01': 'Lyon', 67: 'Strasbourg', 93: 'Montreuil', 94: 'Melun', 95: 'Cergy-Pontoise', 972: 'Schœlcher', 973: 'Cayenne', 976: 'Mamoudzou', 978: 'Saint-Martin', 988: 'Nouméa' }; // prettier-ignore
    for (const [code, seat] of Object.entries(seats)) expect([code, tribunalOf(code)]).toEqual([code, seat]);
    expect(['99', '1', '20', '', null, 75, 'toString'].map(isDepartement)).toEqual([false, false, false, false, false, false, false]);
    expect(tribunalOf('99')).toBeNull();
    expect(tribunalOf(undefined)).toBeNull();
  });
  it('takes the department of the prefecture for a free person, null while unknown', () => {
    expect(courtOf('TA-res', { departement: '69' })).toEqual({ kind: 'TA-res', name: 'Lyon' });
    expect(courtOf('TA-pref', { departement: '974' })).toEqual({ kind: 'TA-pref', name: 'Saint-Denis' });
    expect(courtOf('TA-res', { measureDepartement: '69' })).toBeNull();
    expect(courtOf('TA-lieu', {})).toBeNull();
  });
  it('takes the place of the measure for a person held or under house arrest', () => {
    expect(courtOf('TA-lieu', { departement: '75', measureDepartement: '13' })).toEqual({ kind: 'TA-lieu', name: 'Marseille' });
    expect(courtOf('TA-lieu', { departement: '75' })).toEqual({ kind: 'TA-lieu', name: 'Paris' });
  });
  it('sends Metz to Nancy and Mesnil-Amelot 3 to Montreuil, but not house arrest at Metz', () => {
    const lieu = (detentionCentre: string, measure = 'detention', measureDepartement = '57') =>
      courtOf('TA-lieu', { detentionCentre, measure, measureDepartement })?.name;
    expect(lieu('CRA de Metz-Queuleu')).toBe('Nancy');
    expect(lieu('Centre pénitentiaire de METZ', 'prison')).toBe('Nancy');
    expect(lieu('Metz', 'house-arrest')).toBe('Strasbourg');
    for (const name of ['Mesnil-Amelot 3', 'Le Mesnil-Amelot n° 3', 'CRA du Mesnil-Amelot n°3', 'mesnil amelot CRA 3'])
      expect(lieu(name, 'detention', '77')).toBe('Montreuil');
    for (const name of ['Mesnil-Amelot 2', 'Mesnil-Amelot', 'Mesnil-Amelot 33']) expect(lieu(name, 'detention', '77')).toBe('Melun');
    expect(lieu('Orly', 'detention', '91')).toBe('Melun');
    expect(lieu('Roissy-Charles-de-Gaulle', 'detention', '95')).toBe('Montreuil');
  });
  it('splits refusals of entry between the waiting zone and the Île-de-France', () => {
    expect(courtOf('TA-zone', { departement: '13' })).toEqual({ kind: 'TA-lieu', name: 'Marseille' });
    expect(courtOf('TA-zone', { departement: '94' })).toEqual({ kind: 'TA-pref', name: 'Melun' });
    expect(courtOf('TA-zone', { departement: '94', measureDepartement: '69' })).toEqual({ kind: 'TA-lieu', name: 'Lyon' });
    expect(courtOf('TA-zone', {})).toBeNull();
    for (const departement of ['75', '77', '78', '91', '92', '93', '94', '95'])
      expect([departement, courtOf('TA-zone', { departement })?.kind]).toEqual([departement, 'TA-pref']);
    for (const departement of ['60', '45', '2A', '974'])
      expect([departement, courtOf('TA-zone', { departement })?.kind]).toEqual([departement, 'TA-lieu']);
  });
  it('knows the courts that do not depend on the place', () => {
    expect(courtOf('TA-Nantes', {})).toEqual({ kind: 'TA', name: 'Nantes' });
    expect(courtOf('CNDA', {})).toEqual({ kind: 'CNDA', name: null });
    expect(courtOf('none', { departement: '75' })).toBeNull();
    expect(courtOf('visa-appeal', { visaType: 'long-stay' })).toEqual({ kind: 'CRRV', name: null });
    expect(courtOf('visa-appeal', { visaType: 'short-stay' })).toEqual({ kind: 'sous-directeur-visas', name: null });
    expect(courtOf('visa-appeal', {})).toBeNull();
  });
});
