/**
 * The bill of materials of what the product runs on, as CycloneDX: `npm run sbom` writes `dist/sbom.cdx.json`. The same
 * tree gives the same file: instant, serial number and the name of the folder are taken out.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { stdout, stderr, status } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);

interface Component {
  readonly name: string;
  readonly 'bom-ref': string;
  readonly version?: string;
  readonly hashes?: readonly { readonly alg: string }[];
}
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
  readonly components: readonly Component[];
}

const bom = JSON.parse(stdout) as Bom;
delete bom.serialNumber;
delete bom.metadata.timestamp;
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly name: string };
bom.metadata.component.name = name;
const unhashed = bom.components.filter((own) => !own['bom-ref'].startsWith('@gongze/') && own.hashes?.[0]?.alg !== 'SHA-512');
if (unhashed.length > 0) throw new Error(`without a hash: ${unhashed.map((own) => own.name).join(', ')}`);
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
console.log(`dist/sbom.cdx.json: ${bom.components.length} components`);
