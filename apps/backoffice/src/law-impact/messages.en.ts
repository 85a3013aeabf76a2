import type { Words } from '../i18n/words.ts';

export const lawImpact: Words['lawImpact'] = {
  docTitle: 'What the law changes',
  intro: 'Which open files get another answer? Only those in which a ground changes are shown.',
  mode: 'What is to be compared?',
  modes: { dates: 'Two days, with what is known today', stored: 'Each person’s last weighing and today’s rules' },
  from: 'First day',
  to: 'Second day',
  fromHint: 'For instance the day before a reform.',
  run: 'Find the files touched',
  running: (done, of) => `${done} files looked at of ${of}…`,
  progress: 'Files looked at',
  stop: 'Stop',
  stopped: (done, of) => `Stopped after ${done} files of ${of}.`,
  found: (n, of) =>
    n === 0 ? `None of the ${of} open files changes.` : n === 1 ? `1 file changes, of ${of}.` : `${n} files change, of ${of}.`,
  unweighed: (n) =>
    n === 1 ? '1 file was never weighed: it cannot be compared.' : `${n} files were never weighed: they cannot be compared.`,
  title: 'Files touched',
  pursued: 'The ground asked for changes',
  holder: 'In charge',
  nobody: 'nobody',
  because: {
    law: 'Another version of the rule applies.',
    rules: 'The rule was corrected in the software since that weighing.',
    time: 'The rule is the same; only time has passed.',
  },
  versions: (before, after) => `Version in force since ${before}, then since ${after}.`,
  versionOne: (after) => `Version in force since ${after}.`,
  compared: (before, after) => `Compared: ${before} and ${after}.`,
  rulesVersion: (v) => `Weighed with the rules ${v}.`,
};
