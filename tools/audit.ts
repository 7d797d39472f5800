/**
 * Asks the registry for advisories against what the product runs on: `npm run audit:dependencies`. A registry that has no
 * such service is told of plainly; with `--required` that is a failure too. What needs no network is part of `npm test`.
 */
import { spawnSync } from 'node:child_process';

const required = process.argv.includes('--required');
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], { encoding: 'utf8', timeout: 120_000 });

interface Report {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly message?: string;
}

function read(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return {};
  }
}

const { metadata, vulnerabilities = {}, message = 'no answer' } = read(stdout);
if (metadata === undefined) {
  console.log(`NOT CHECKED: this registry answers no question about advisories (${message.slice(0, 200)}).`);
  console.log('Run it where one does: npm audit --omit=dev --audit-level=high --registry <address>.');
  process.exitCode = required ? 1 : 0;
} else {
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  for (const [name, { severity, range }] of grave) console.error(`${severity}: ${name} ${range}`);
  console.log(`advisories: ${JSON.stringify(metadata.vulnerabilities)}`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}
