import { JOB_NAMES } from '@permanence/contracts';
import { handler, handlersByName, type Registration } from './registry.ts';

const nothing = async (): Promise<void> => undefined;
const all = (): Registration[] => JOB_NAMES.map((name) => handler(name, nothing));

describe('the handlers of the jobs', () => {
  it('are exactly one per job: the worker refuses to start with none or two', () => {
    expect(handlersByName(all()).size).toBe(JOB_NAMES.length);
    expect(() => handlersByName(all().slice(1))).toThrow(`${JOB_NAMES[0]} (0)`);
    expect(() => handlersByName([...all(), handler('sweep.due', nothing)])).toThrow('sweep.due (2)');
  });
  it('never see a payload that is not as declared', async () => {
    const handle = handlersByName(all()).get('reminders.send')!;
    await expect(handle({ associationId: 'x', reminderId: 'y' })).rejects.toThrow(/invalid_format/);
    await expect(handle({ associationId: crypto.randomUUID(), reminderId: crypto.randomUUID(), name: 'Samira' })).rejects.toThrow(
      /unrecognized_keys/,
    );
    await expect(handle({ associationId: crypto.randomUUID(), reminderId: crypto.randomUUID() })).resolves.toBeUndefined();
  });
});
