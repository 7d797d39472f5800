/** Writes the description of the interface and the types of the client: `npm run describe`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientTypes, description } from './description.ts';

const root = join(import.meta.dirname, '..');
const text = await description();
writeFileSync(join(root, 'docs/openapi.json'), text);
writeFileSync(join(root, 'apps/client/openapi.data.ts'), await clientTypes(text));
