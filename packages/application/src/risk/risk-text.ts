import type { Risk, RiskTextLanguage } from '@permanence/contracts';
import { conditionTitle, sayTitle } from '@permanence/rules';

/** Changes with every word below: kept with each acknowledgement, beside the lines themselves. */
export const RISK_TEXT_VERSION = '2026-11-22.1';

interface Sentences {
  asked: (title: string) => string;
  discretionary: string;
  order: string;
  defence: string;
  bar: (title: string) => string;
  lawyer: string;
  choice: string;
  ask: string;
  said: string;
}
const SENTENCES: Record<RiskTextLanguage, Sentences> = {
  fr: {
    asked: (title) => `Vous voulez demander ce titre de séjour : ${title}.`,
    discretionary: 'Pour cette demande, le préfet a le choix. Même avec un bon dossier, il peut répondre non.',
    order: 'Si la réponse est non, le préfet peut aussi vous ordonner de quitter la France. Cela s’appelle une OQTF.',
    defence: 'Après une OQTF, vous avez très peu de temps pour vous défendre. Venez nous voir le jour même, avec la lettre et l’enveloppe.',
    bar: (title) => `Attention, un point de votre situation rend la demande plus risquée : ${title}.`,
    lawyer: 'Avant de déposer, voyez un avocat. Il peut être payé par l’État : c’est l’aide juridictionnelle.',
    choice: 'Vous pouvez demander maintenant, attendre, ou ne pas demander. C’est vous qui décidez, et personne ne vous en voudra.',
    ask: 'Posez toutes vos questions. Vous pouvez prendre le temps de réfléchir et revenir.',
    said: 'On m’a expliqué ce risque dans une langue que je comprends. J’ai pu poser mes questions.',
  },
  en: {
    asked: (title) => `You want to ask for this residence permit: ${title}.`,
    discretionary: 'For this request the prefect has a choice. Even with a good file, the answer may be no.',
    order: 'If the answer is no, the prefect may also order you to leave France. This is called an OQTF.',
    defence: 'After an OQTF you have very little time to defend yourself. Come to us the same day, with the letter and its envelope.',
    bar: (title) => `Careful: one point of your situation makes the request riskier: ${title}.`,
    lawyer: 'Before filing, see a lawyer. The State may pay the lawyer: this is legal aid (aide juridictionnelle).',
    choice: 'You may ask now, wait, or not ask. The decision is yours, and nobody will hold it against you.',
    ask: 'Ask all your questions. You may take time to think and come back.',
    said: 'This risk was explained to me in a language I understand. I could ask my questions.',
  },
};

/** What is read out to the person, and printed: short sentences, one idea each. */
export function riskText(risk: Pick<Risk, 'basis' | 'reasons' | 'bars' | 'lawyerFirst'>, language: RiskTextLanguage): string[] {
  const t = SENTENCES[language];
  const title = (id: string): string => sayTitle(id, language, conditionTitle);
  return [
    t.asked(title(risk.basis)),
    ...(risk.reasons.includes('discretionary') ? [t.discretionary] : []),
    t.order,
    t.defence,
    ...risk.bars.map((bar) => t.bar(title(bar))),
    ...(risk.lawyerFirst ? [t.lawyer] : []),
    t.choice,
    t.ask,
    t.said,
  ];
}
