import { ApiProblem, problemSentence } from './problem.ts';

describe('what the API refuses', () => {
  it('keeps the fields to correct, and the rest of what was said', () => {
    const problem = new ApiProblem(422, {
      code: 'invalid-input',
      title: 'Certaines informations sont à corriger.',
      errors: [{ field: 'birthOn', message: 'Cette date n’existe pas.' }, { field: 3 }, null],
    });
    expect(problem.problems).toEqual([{ field: 'birthOn', message: 'Cette date n’existe pas.' }]);
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' });
    const duplicate = new ApiProblem(409, { code: 'likely-duplicate', candidates: [{ mayOpen: false }] });
    expect(duplicate.details['candidates']).toEqual([{ mayOpen: false }]);
  });
  it('says in the language of the screen what happened', () => {
    const conflict = new ApiProblem(409, { code: 'version-conflict' });
    expect(problemSentence(conflict, 'fr')).toContain('Rechargez');
    expect(problemSentence(conflict, 'en')).toContain('Reload');
  });
  it.each([
    [0, 'offline'],
    [401, 'unauthenticated'],
    [413, 'file-too-large'],
    [502, 'unavailable'],
    [504, 'unavailable'],
    [500, 'internal'],
  ])('understands a bare %i, as a proxy answers it', (status, code) => {
    expect(new ApiProblem(status, {}).code).toBe(code);
  });
  it('does not take a code it does not know for one of ours', () => {
    expect(new ApiProblem(403, { code: 'toString' }).code).toBe('forbidden');
  });
  it('never shows the text of an unexpected error', () => {
    expect(problemSentence(new TypeError('x is not a function'), 'fr')).not.toContain('function');
  });
});
