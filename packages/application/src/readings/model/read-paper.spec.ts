import { isoDate } from '@permanence/rules';
import { readPaper } from './read-paper.ts';
import type { TextLine } from './text-line.ts';

const RECEIVED = isoDate('2026-11-21');
/** Lines as a page holds them, one under the other; `|` leaves a gap and begins another line on the same row. */
const page = (text: string, confidence?: number): TextLine[] =>
  text
    .trim()
    .split('\n')
    .flatMap((row, at) =>
      row.split('|').map((cell, column) => ({
        page: 1,
        words: cell
          .trim()
          .split(/\s+/)
          .map((word, n) => ({
            text: word,
            box: { x: 0.05 + column * 0.3 + n * 0.03, y: 0.35 + at * 0.03, width: 0.025, height: 0.012 },
            ...(confidence === undefined ? {} : { confidence }),
          })),
      })),
    );
const dates = (text: string) => readPaper(page(text), RECEIVED).dates;
const days = (text: string): string[] => dates(text).map(({ day }) => day);

describe('the day a paper was drawn up', () => {
  it.each([
    ['Fait à Paris, le 12 mars 2024', '2024-03-12', 'made-at'],
    ['Fait à Saint-Denis le 12/03/2024', '2024-03-12', 'made-at'],
    ['Lyon, le 1er février 2024', '2024-02-01', 'place-and-day'],
    ['Le 12 mars 2024', '2024-03-12', 'day-alone'],
    ['Date d’édition : 12.03.2024', '2024-03-12', 'date-of-issue'],
    ['Date d’établissement | 12/03/2024', '2024-03-12', 'date-of-issue'],
    ['Attestation éditée le 12/03/2024 sur ameli.fr', '2024-03-12', 'issued-on'],
    ['Facture n° 123 456 du 12/03/2024', '2024-03-12', 'document-of'],
    ['Date de dépôt : 12/03/2024', '2024-03-12', 'date-of-issue'],
    ['Net payé le 12/03/2024', '2024-03-12', 'paid-on'],
  ])('%s', (text, day, reason) => {
    expect(dates(text)).toMatchObject([{ day, reason, warnings: [] }]);
  });
  it.each([
    ['a birth', 'Né(e) le 12/03/1984'],
    ['a birth in words', 'Date de naissance : 12 mars 1984'],
    ['a day to pay by', 'À régler avant le 12/03/2024'],
    ['a payment that will be taken', 'Prélèvement sur votre compte le 12/03/2024'],
    ['the end of validity', 'Valable jusqu’au 12/03/2024'],
    ['a period', 'Période du 01/01/2024 au 31/03/2024'],
    ['a period with its ends apart', 'Du 01/01/2024 | au 31/03/2024'],
    ['a period with a stroke the scan put there', 'Période du 01/03/2019 au — 31/03/2019'],
    ['a beginning', 'Employée depuis le 12/03/2024'],
    ['a law', 'En application de la loi du 12 mars 2024'],
    ['what the paper answers', 'Suite à votre courrier du 12/03/2024'],
    ['a telephone', 'Téléphone 01.02.03.04.05'],
    ['no full date', 'Loyer de mars 2024, payable le 5'],
    ['a day that does not exist', 'Fait à Paris le 31/02/2024'],
  ])('is not taken from %s', (_, text) => {
    expect(days(text)).toEqual([]);
  });
  it('comes before everything else on the paper, once', () => {
    expect(
      days(`Né le 04/05/1980
        Période du 01/02/2024 au 29/02/2024
        Date limite de paiement : 20/03/2024
        Fait à Lyon le 5 mars 2024
        Édité le 05/03/2024`),
    ).toEqual(['2024-03-05']);
  });
  it('reads the day before the month, and says so when a paper does the contrary', () => {
    expect(dates('Fait à Paris le 03/04/2024')[0]).toMatchObject({ day: '2024-04-03', warnings: [] });
    expect(dates('Fait à Paris le 03/25/2024')[0]).toMatchObject({ day: '2024-03-25', warnings: ['month-first'] });
  });
  it('mends the slips of a scan, and says that it did', () => {
    expect(dates('Fait à Paris le l2 mars 2O24')[0]).toMatchObject({ day: '2024-03-12', warnings: ['mended'] });
    expect(dates('Fait à Paris le 3 décernbre 2023')[0]).toMatchObject({ day: '2023-12-03', warnings: ['mended'] });
    expect(dates('Fait à Paris le 5 aout 2024')[0]).toMatchObject({ day: '2024-08-05' });
    expect(dates('Fait à Paris le 1er févr. 2024')[0]).toMatchObject({ day: '2024-02-01' });
    expect(dates('Fait à Paris le 12mars2024')[0]).toMatchObject({ day: '2024-03-12' });
  });
  it('warns of a year in two digits, of a day ahead, of one long past and of letters it is not sure of', () => {
    expect(dates('Fait à Paris le 12/03/24')[0]).toMatchObject({ day: '2024-03-12', warnings: ['two-digit-year'] });
    expect(dates('Fait à Paris le 22/11/2026')[0]).toMatchObject({ day: '2026-11-22', warnings: ['future'] });
    expect(dates('Fait à Paris le 21/11/2026')[0]).toMatchObject({ warnings: [] });
    expect(dates('Fait à Paris le 12/03/1970')[0]).toMatchObject({ warnings: ['very-old'] });
    expect(readPaper(page('Fait à Paris le 12/03/2024', 40), RECEIVED).dates[0]).toMatchObject({ warnings: ['unsure-letters'] });
  });
  it('takes no row of a table for it', () => {
    expect(days('Date | Opération\n02/03/2024 | CARTE\n05/03/2024 | VIREMENT\n09/03/2024 | RETRAIT')).toEqual([]);
  });
  it('says where it was read', () => {
    const [date] = dates('Fait à Paris le 12 mars 2024');
    expect(date).toMatchObject({ page: 1, box: { y: 0.35 } });
    expect(date!.box.x).toBeCloseTo(0.05 + 4 * 0.03);
    expect(date!.box.width).toBeCloseTo(2 * 0.03 + 0.025);
  });
});

describe('the kind of paper and who issued it', () => {
  it.each([
    ['Caisse d’allocations familiales\nAttestation de paiement', 'caf-certificate', 'caf'],
    ['DIRECTION GENERALE DES FINANCES PUBLIQUES\nAvis d’impôt 2024', 'tax-notice', 'dgfip'],
    ['EDF\nFacture\nConsommation 200 kWh', 'utility-bill', 'edf'],
    ['Île-de-France Mobilités\nAttestation d’abonnement Navigo', 'transport-pass', 'transport-paris'],
    ['Certificat de scolarité\nÉcole élémentaire Jules Ferry', 'school-certificate', 'school'],
  ])('%s', (text, docType, issuer) => {
    const read = readPaper(page(text), RECEIVED);
    expect([read.types[0]?.docType, read.issuers[0]?.issuer]).toEqual([docType, issuer]);
  });
  it('suggests nothing where nothing speaks for it', () => {
    expect(readPaper(page('Bonjour et merci'), RECEIVED)).toEqual({ dates: [], types: [], issuers: [] });
  });
});
