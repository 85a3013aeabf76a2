import { asks, type Case, fails, met, metWithRisk, table } from './case.ts';

const ILL = { residenceSince: '2025-11-21', seriousCondition: true, treatmentUnavailableHome: true, ofiiOpinion: 'favourable' };
const illness = (id: string, nationality: string, stranger: string) =>
  table(id, { ...ILL, nationality }, [
    ['one year on the day', {}, metWithRisk('high'), 'practice: one year'],
    ['one year less a day', { residenceSince: '2025-11-22' }, fails('c1'), 'provisional authorisation instead'],
    ['one year and a day', { residenceSince: '2025-11-20' }, met, 'one day past'],
    ['not serious', { seriousCondition: false }, fails('c2'), 'required'],
    ['treatment available', { treatmentUnavailableHome: false }, fails('c3'), 'required'],
    ['opinion pending', { ofiiOpinion: 'pending' }, asks('ofiiOpinion'), 'decides nothing'],
    ['opinion not asked', { ofiiOpinion: 'not-asked' }, asks('ofiiOpinion'), 'decides nothing'],
    ['opinion unfavourable', { ofiiOpinion: 'unfavourable' }, { ...asks('ofiiOpinion'), risk: 'high' }, 'not binding'],
    ['opinion unknown', { ofiiOpinion: null }, asks('ofiiOpinion'), 'asked'],
    ['other regime', { nationality: stranger }, fails('c0'), 'the other regime'],
  ]);
const TRAFFICKED = { nationality: 'NGA', traffickingVictim: true, traffickingComplaintOrTestimony: true, tiesWithPerpetratorBroken: true };

export const healthAndVictimCases: readonly Case[] = [
  ...illness('illness-l425-9', 'MLI', 'DZA'),
  ...illness('dz-6-7', 'DZA', 'MLI'),
  ...table('trafficking-l425-1', TRAFFICKED, [
    ['all holds', {}, metWithRisk('medium'), 'card while proceedings last'],
    ['not a victim', { traffickingVictim: false }, fails('c1'), 'required'],
    ['no complaint yet', { traffickingComplaintOrTestimony: false }, fails('c2'), 'thirty days to think'],
    ['ties not broken', { tiesWithPerpetratorBroken: false }, fails('c3'), 'required'],
    ['ties unknown', { tiesWithPerpetratorBroken: null }, asks('tiesWithPerpetratorBroken'), 'asked'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
  ]),
  ...table(
    'trafficking-resident-l425-3',
    { nationality: 'NGA', currentPermitBasis: 'trafficking-l425-1', perpetratorConvictedFinal: true },
    [
      ['final conviction', {}, met, 'ten years'],
      ['another permit', { currentPermitBasis: 'other' }, fails('c1'), 'permit as a victim'],
      ['no conviction', { perpetratorConvictedFinal: false }, fails('c2'), 'required'],
      ['conviction unknown', { perpetratorConvictedFinal: null }, asks('perpetratorConvictedFinal'), 'asked'],
      ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
    ],
  ),
  ...table('prostitution-exit-l425-4', { nationality: 'NGA', traffickingVictim: true, prostitutionExitProgramme: true }, [
    ['admitted', {}, metWithRisk('medium'), 'at least six months'],
    ['not admitted', { prostitutionExitProgramme: false }, fails('c2', 'c3'), 'admission presupposes having stopped'],
    ['not a victim', { traffickingVictim: false }, fails('c1'), 'required'],
    ['admission unknown', { prostitutionExitProgramme: null }, asks('prostitutionExitProgramme'), 'asked'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
  ]),
  ...table('protection-order-l425-6', { nationality: 'MAR', protectionOrderEnd: '2026-11-21', protectionOrderGround: 'couple-violence' }, [
    ['ends to-day', {}, metWithRisk('medium'), 'still running on its last day'],
    ['ended yesterday', { protectionOrderEnd: '2026-11-20' }, fails('c1'), 'no longer running'],
    ['ends to-morrow', { protectionOrderEnd: '2026-11-22' }, met, 'running'],
    ['forced marriage', { protectionOrderGround: 'forced-marriage' }, met, 'L.425-7'],
    ['no order', { protectionOrderGround: 'none', protectionOrderEnd: null }, fails('c2'), 'none is known'],
    ['end unknown', { protectionOrderEnd: null }, asks('protectionOrderEnd'), 'asked'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
  ]),
  ...table(
    'protection-resident-l425-8',
    { nationality: 'MAR', currentPermitBasis: 'protection-order-l425-6', complaintFiled: true, perpetratorConvictedFinal: true },
    [
      ['convicted', {}, met, 'ten years'],
      ['another permit', { currentPermitBasis: 'vpf-l423-23' }, fails('c1'), 'card under the order'],
      ['no complaint', { complaintFiled: false }, fails('c2'), 'required'],
      ['not convicted', { perpetratorConvictedFinal: false }, fails('c3'), 'required'],
      ['complaint unknown', { complaintFiled: null }, asks('complaintFiled'), 'asked'],
      ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
    ],
  ),
  ...table('undignified-housing-l425-11', { nationality: 'MAR', undignifiedHousingComplaint: true }, [
    ['complaint', {}, metWithRisk('medium'), 'law of 2024'],
    ['no complaint', { undignifiedHousingComplaint: false }, fails('c1'), 'required'],
    ['unknown', { undignifiedHousingComplaint: null }, asks('undignifiedHousingComplaint'), 'asked'],
    ['first day', {}, met, 'law of 2024', '2024-01-28'],
    ['eve', {}, fails('validity'), 'not in force yet', '2024-01-27'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
  ]),
];
