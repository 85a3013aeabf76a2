import { asks, type Case, fails, met, metWithRisk, table } from './case.ts';

const SINCE_13 = { nationality: 'MLI', birthDate: '2008-06-30', withParentSinceAge13: true, residenceSince: '2021-06-30' };
const CARE = {
  nationality: 'MLI',
  birthDate: '2008-06-30',
  childWelfareDate: '2024-06-30',
  trainingSerious: true,
  hostOpinion: 'favourable',
  familyTiesHome: 'weak',
};
const CARE_LATE = { ...CARE, childWelfareDate: '2024-07-01', trainingQualifying: true, trainingSince: '2026-05-21' };
const BORN = { nationality: 'MLI', birthDate: '2008-06-30', bornInFrance: true, residenceSince: '2018-11-21', frenchSchoolYearsAfter10: 5 };

const born = (id: string, stranger: string) =>
  table(id, { ...BORN, nationality: id.startsWith('dz') ? 'DZA' : 'MLI' }, [
    ['eight years on the day, five school years', {}, metWithRisk('low'), 'at least'],
    ['eight years less a day', { residenceSince: '2018-11-22' }, fails('c2'), 'one day short'],
    ['eight years and a day', { residenceSince: '2018-11-20' }, met, 'one day past'],
    ['four school years', { frenchSchoolYearsAfter10: 4 }, fails('c3'), 'five at least'],
    ['six school years', { frenchSchoolYearsAfter10: 6 }, met, 'five at least'],
    ['school years unknown', { frenchSchoolYearsAfter10: null }, asks('frenchSchoolYearsAfter10'), 'asked'],
    ['16th birthday', { birthDate: '2010-11-21' }, met, '16 reached'],
    ['eve of the 16th birthday', { birthDate: '2010-11-22' }, fails('c4'), 'not yet 16'],
    ['eve of the 21st birthday', { birthDate: '2005-11-22' }, met, 'not yet 21'],
    ['21st birthday', { birthDate: '2005-11-21' }, fails('c4'), 'too late'],
    ['born abroad', { bornInFrance: false }, fails('c1'), 'required'],
    ['other regime', { nationality: stranger }, fails('c0'), 'the other regime'],
  ]);

export const youngCases: readonly Case[] = [
  ...table('minor-since-13-l423-21', SINCE_13, [
    ['eighteen, came on the 13th birthday', {}, metWithRisk('low'), 'at 13 at the latest'],
    ['came the day after the 13th birthday', { residenceSince: '2021-07-01' }, fails('c1'), 'one day late'],
    ['came the day before', { residenceSince: '2021-06-29' }, met, 'one day early'],
    ['without a parent', { withParentSinceAge13: false }, fails('c1'), 'with a parent'],
    ['eve of the 19th birthday', {}, met, 'last day to apply', '2027-06-29'],
    ['19th birthday', {}, fails('c2'), 'too late', '2027-06-30'],
    ['18th birthday', {}, met, 'the year begins', '2026-06-30'],
    ['eve of the 18th birthday', { wishesToWork: false }, fails('c2'), 'not yet 18', '2026-06-29'],
    ['seventeen, wishes to work', { wishesToWork: true }, met, '16 to 18', '2026-01-01'],
    ['16th birthday, wishes to work', { wishesToWork: true }, met, '16 reached', '2024-06-30'],
    ['eve of the 16th birthday, wishes to work', { wishesToWork: true }, fails('c2'), 'not yet 16', '2024-06-29'],
    ['seventeen, wish unknown', {}, asks('wishesToWork'), 'asked', '2026-01-01'],
    ['birth unknown', { birthDate: null }, asks('birthDate', 'wishesToWork'), 'age and 13th birthday'],
    ['born on 29 February', { birthDate: '2008-02-29', residenceSince: '2021-02-28' }, met, '13 on 28 February 2021'],
    ['born on 29 February, the day after', { birthDate: '2008-02-29', residenceSince: '2021-03-01' }, fails('c1'), 'one day late'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), '6-5'],
  ]),
  ...table('ase-before-16-l423-22', CARE, [
    ['in care on the 16th birthday', {}, metWithRisk('medium'), 'that day included'],
    ['in care the day after', { childWelfareDate: '2024-07-01' }, fails('c1'), 'L.435-3 instead'],
    ['in care the day before', { childWelfareDate: '2024-06-29' }, met, 'before 16'],
    ['eve of the 19th birthday', {}, met, 'last day', '2027-06-29'],
    ['19th birthday', {}, fails('c2'), 'too late', '2027-06-30'],
    ['not yet 18', {}, fails('c2'), 'too early', '2026-06-29'],
    ['training not serious', { trainingSerious: false }, fails('c3'), 'required'],
    ['host opinion unfavourable', { hostOpinion: 'unfavourable' }, asks('hostOpinion'), 'global assessment'],
    ['no host opinion', { hostOpinion: 'none' }, asks('hostOpinion'), 'left open'],
    ['strong ties at home', { familyTiesHome: 'strong' }, asks('familyTiesHome'), 'not decisive alone'],
    ['care date unknown', { childWelfareDate: null }, asks('childWelfareDate'), 'asked'],
    ['birth unknown', { birthDate: null }, asks('birthDate'), 'asked once'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), '6-5'],
  ]),
  ...table('ase-16-18-l435-3', CARE_LATE, [
    ['day after the 16th birthday, six months on the day', {}, metWithRisk('medium'), 'exceptional'],
    ['on the 16th birthday', { childWelfareDate: '2024-06-30' }, fails('c1'), 'L.423-22 instead'],
    ['eve of the 18th birthday', { childWelfareDate: '2026-06-29' }, met, 'before 18'],
    ['18th birthday', { childWelfareDate: '2026-06-30' }, fails('c1'), 'no longer a minor'],
    ['training a day short of six months', { trainingSince: '2026-05-22' }, fails('c2'), 'at least 6 months'],
    ['training a day past six months', { trainingSince: '2026-05-20' }, met, 'at least 6 months'],
    ['training not qualifying', { trainingQualifying: false }, fails('c2'), 'required'],
    ['training not serious', { trainingSerious: false }, fails('c3'), 'required'],
    ['19th birthday', {}, fails('c4'), 'too late', '2027-06-30'],
    ['host opinion unfavourable', { hostOpinion: 'unfavourable' }, asks('hostOpinion'), 'global assessment'],
    ['strong ties at home', { familyTiesHome: 'strong' }, asks('familyTiesHome'), 'not decisive alone'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
  ]),
  ...born('born-in-france-l423-13', 'DZA'),
  ...born('dz-6-3', 'MLI'),
];
