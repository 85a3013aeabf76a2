import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { workspace } from './scratch.ts';

type Service = {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  networks: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  restart: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  privileged?: boolean;
  user?: string;
  depends_on?: Record<string, { condition: string }>;
};
type Compose = { services: Record<string, Service>; networks: Record<string, { internal?: boolean }>; volumes: Record<string, object> };

const text = readFileSync(join(workspace, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

describe('docker-compose.yml', () => {
  it('runs PostgreSQL 18, Redis, the migrations, the API, the worker and a proxy', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'migrate', 'postgres', 'proxy', 'redis', 'worker']);
    expect(service('postgres').image).toMatch(/^postgres:18/);
  });

  it('makes Redis keep every job: noeviction, append-only', () => {
    const command = (service('redis').command ?? []).join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--requirepass');
  });

  it('has no default password: each secret is a variable that must be given', () => {
    const variables = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).map(([variable, value]) => ({ name, variable, value })),
    );
    const secrets = variables.filter(({ variable }) => /PASSWORD|SECRET|KEY|AUTH$/.test(variable));
    const addresses = variables.filter(({ variable, value }) => /_URL$/.test(variable) && /:\/\/[^/]*@/.test(value));
    // Those of what an installation may leave out (S3, DKIM, SMS, reports of bounces, the key before): empty means off.
    const optional = secrets.filter(({ variable }) => /^(FILES_KEY_PREVIOUS|MAIL_WEBHOOK_SECRET|(S3|DKIM|SMS)_.*)$/.test(variable));
    const required = secrets.filter((secret) => !optional.includes(secret));
    expect([required.length, optional.length, addresses.length]).toEqual([7, 9, 7]);
    for (const { value } of required) expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?\}$/);
    for (const { variable, value } of optional) expect(value).toBe(`\${${variable}:-}`);
    for (const { value } of addresses) expect(value).toMatch(/:\/\/[a-z_]*:\$\{[A-Z_]+:\?\}@/);
    expect(text).not.toMatch(/\$\{[A-Z_]*(?:PASSWORD|SECRET|KEY)[A-Z_]*(?::-[^}]|-|\})/);
    expect(service('postgres').environment?.['POSTGRES_HOST_AUTH_METHOD']).toBe('scram-sha-256');
  });

  it('gives the owner’s account to the migrations alone', () => {
    const holders = services.filter(([, { environment = {} }]) => environment['DATABASE_URL'] !== undefined).map(([name]) => name);
    expect(holders).toEqual(['migrate']);
    const owners = services
      .filter(([, { environment = {} }]) => JSON.stringify(environment).includes('OWNER_DB_PASSWORD'))
      .map(([name]) => name);
    expect(owners.sort()).toEqual(['migrate', 'postgres']);
    expect(JSON.stringify(service('api').environment)).not.toContain('QUEUE_DB_PASSWORD');
  });

  it('opens the proxy to the outside, and nothing else', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
    expect(
      service('proxy')
        .ports?.map((port) => port.split(':')[0])
        .sort(),
    ).toEqual(['443', '443', '80']);
    for (const name of ['postgres', 'redis', 'migrate', 'api']) {
      expect(service(name).networks.length).toBeGreaterThan(0);
      for (const network of service(name).networks)
        expect(`${name} ${network} ${compose.networks[network]?.internal}`).toBe(`${name} ${network} true`);
    }
    expect(service('proxy').networks).not.toContain('data');
  });

  it('lets each part reach what it calls', () => {
    const share = (one: string, other: string): boolean =>
      service(one).networks.some((network) => service(other).networks.includes(network));
    for (const [one, other] of [
      ['proxy', 'api'],
      ['api', 'postgres'],
      ['worker', 'postgres'],
      ['worker', 'redis'],
      ['migrate', 'postgres'],
    ] as const)
      expect(`${one} → ${other}: ${share(one, other)}`).toBe(`${one} → ${other}: true`);
    expect(share('api', 'redis')).toBe(false);
  });

  it('gives each container the least: no root file system to write to, no capability it does not need, no new privilege', () => {
    const allowed: Record<string, string[]> = {
      postgres: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'],
      redis: ['CHOWN', 'SETGID', 'SETUID'],
      proxy: ['NET_BIND_SERVICE'],
    };
    for (const [name, { read_only, cap_drop, cap_add = [], security_opt, privileged }] of services) {
      expect({ name, read_only, cap_drop, security_opt, privileged }).toEqual({
        name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        privileged: undefined,
      });
      expect(cap_add).toEqual(allowed[name] ?? []);
    }
    for (const name of ['api', 'worker', 'migrate']) expect(service(name).user).toBe('node');
  });

  it('watches the health of what stays up, restarts it, and starts things in order', () => {
    const lasting = services.filter(([name]) => name !== 'migrate');
    for (const [name, { healthcheck, restart }] of lasting)
      expect({ name, restart, watched: Boolean(healthcheck?.test.length) }).toEqual({ name, restart: 'unless-stopped', watched: true });
    expect(service('migrate').depends_on?.['postgres']?.condition).toBe('service_healthy');
    for (const name of ['api', 'worker']) expect(service(name).depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    expect(service('proxy').depends_on?.['api']?.condition).toBe('service_healthy');
  });

  it('keeps data, jobs, papers and certificates in volumes', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    for (const name of Object.keys(compose.volumes)) expect(mounted).toContain(name);
    // The image of PostgreSQL 18 keeps its data in a folder per version below this one.
    expect(service('postgres').volumes).toContain('postgres-data:/var/lib/postgresql');
    expect(service('api').volumes).toEqual(service('worker').volumes);
  });

  it('names files that exist', () => {
    const files = services.flatMap(([, { volumes = [], command = [], healthcheck }]) => [
      ...volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? ''),
      ...[...command, ...(healthcheck?.test ?? [])].filter((part) => /^(?:\.\/)?packages\//.test(part)),
    ]);
    expect(files.length).toBeGreaterThan(4);
    for (const file of [...files, 'packages/tooling/docker/Dockerfile'])
      expect(`${file} ${existsSync(join(workspace, file))}`).toBe(`${file} true`);
    expect(statSync(join(workspace, 'packages/tooling/docker/make-owner.sh')).mode & 0o111).not.toBe(0);
  });

  it('ends TLS at the proxy for the name of the site', () => {
    const caddy = readFileSync(join(workspace, 'packages/tooling/docker/Caddyfile'), 'utf8');
    expect(caddy).toMatch(/^\{\$PERMANENCE_DOMAIN\} \{$/m);
    expect(caddy).toContain('reverse_proxy api:3000');
    expect(caddy).toContain('Strict-Transport-Security');
    expect(service('api').environment?.['PUBLIC_URL']).toBe('https://${PERMANENCE_DOMAIN:?}');
  });
});
