import { readConfig } from './config.ts';

const base = { APP_DATABASE_URL: 'postgresql://a:b@localhost/c', QUEUE_DATABASE_URL: 'postgresql://q:b@localhost/c' };

describe('the configuration of the worker', () => {
  it('queues on Redis when it is given one, else on PostgreSQL; an empty variable is none', () => {
    expect(readConfig({ ...base, REDIS_URL: '' }).queue).toEqual({ databaseUrl: base.QUEUE_DATABASE_URL });
    expect(readConfig({ ...base, REDIS_URL: 'redis://localhost' }).queue).toEqual({ redisUrl: 'redis://localhost', prefix: 'permanence' });
  });
  it('names what is wrong and prints no value', () => {
    expect(() => readConfig({ ...base, APP_DATABASE_URL: 'secret' })).toThrow(/APP_DATABASE_URL/);
    expect(() => readConfig({ ...base, APP_DATABASE_URL: 'secret' })).not.toThrow(/secret/);
    expect(() => readConfig({ APP_DATABASE_URL: base.APP_DATABASE_URL })).toThrow(/QUEUE_DATABASE_URL/);
    expect(() => readConfig({ ...base, SMTP_URL: 'smtp://localhost' })).toThrow(/MAIL_FROM/);
  });
});
