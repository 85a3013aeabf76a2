import { ageBetween, atLeast, is, no, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis, type WarningRule } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { ALGERIA, c0General } from '../engine/regime.ts';
import { CODE_2021, numbered, since } from './common.ts';

const protection: Omit<BasisDefinition, 'id' | 'article' | 'versions' | 'permit' | 'risk'> = {
  kind: 'basis',
  family: 'protection',
  regime: 'general',
  place: 'in-country',
  strength: 'full',
  confidence: 'high',
  next: ['resident-ldue-l426-17'],
};
const TEN_YEARS = { kind: 'resident', years: 10, work: true } as const;
const FOUR_YEARS = { kind: 'csp', years: 4, work: true } as const;

/** An Algerian refugee gets a ten-year certificate under the agreement: the gate fails, the right does not. */
const algerianRefugee: WarningRule = {
  code: 'algerian-refugee-ten-year-certificate',
  when: ({ context: { facts } }) => facts.nationality === ALGERIA && facts.protectionStatus === 'refugee',
};
const noContractNeeded: WarningRule = { code: 'no-integration-contract-for-first-permit', when: ({ status }) => status === 'met' };

const status = (id: string, article: string, value: string, permit: BasisDefinition['permit'], more: Partial<BasisDefinition>) =>
  defineBasis({
    ...protection,
    id,
    article,
    permit,
    risk: 'low',
    warnings: [algerianRefugee, noContractNeeded],
    ...more,
    versions: [since(CODE_2021, [c0General(), ...numbered([`protection-${value}`, is('protectionStatus', value)])], { sources: ['L424'] })],
  });

export const l4241 = status('refugee-l424-1', 'L.424-1', 'refugee', TEN_YEARS, { next: ['resident-permanent-l426-4'] });
export const l4249 = status('subsidiary-l424-9', 'L.424-9', 'subsidiary', FOUR_YEARS, {});
export const l42418 = status('stateless-l424-18', 'L.424-18', 'stateless', FOUR_YEARS, { confidence: 'medium' });

/** Admitted as family, or a union later than the claim that has lasted a year. Regular stay is not asked. */
const familyMember = () =>
  anyOf(
    is('familyProcedure', 'reunification'),
    allOf(
      oneOf('partnerRelation', ['married', 'pacs']),
      ageBetween('birthDate', { from: 18 }),
      no('unionBeforeAsylumClaim'),
      yes('cohabitationOngoing'),
      atLeast('unionDate', { years: 1 }),
    ),
  );
const family = (
  id: string,
  article: string,
  partner: 'refugee' | 'subsidiary',
  permit: BasisDefinition['permit'],
  more: Partial<BasisDefinition>,
) =>
  defineBasis({
    ...protection,
    id,
    article,
    permit,
    risk: 'medium',
    warnings: [
      noContractNeeded,
      {
        code: 'break-up-through-violence-no-withdrawal',
        when: ({ context: { facts } }) => facts.domesticViolence === true || facts.cohabitationEndReason === 'violence',
      },
    ],
    ...more,
    versions: [
      since(
        CODE_2021,
        [c0General(), ...numbered([`partner-${partner}`, is('partnerStatus', partner)], ['reunification-or-later-union', familyMember()])],
        {
          sources: ['L424'],
          leftOut: ['children in the year after 18 and parents of an unaccompanied minor: read from familyProcedure only'],
        },
      ),
    ],
  });
export const l4243 = family('refugee-family-l424-3', 'L.424-3, L.561-2', 'refugee', TEN_YEARS, { next: ['resident-permanent-l426-4'] });
export const l42411 = family('subsidiary-family-l424-11', 'L.424-11', 'subsidiary', FOUR_YEARS, { confidence: 'medium' });

export const PROTECTION = [l4241, l4243, l4249, l42411, l42418];
