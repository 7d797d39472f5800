/** `npm run cluster -- --servers 3 --port 4646 --data-dir .gongze-data`. */
import { parseArgs } from 'node:util';
import { startCluster } from './cluster.ts';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '3' },
    port: { type: 'string', default: '4646' },
    'data-dir': { type: 'string', default: '.gongze-data' },
  },
});
const log = (line: string): void => console.log(line);
const cluster = await startCluster({
  servers: Number(values.servers),
  port: Number(values.port),
  dataDir: values['data-dir'],
  env: process.env,
  log,
});
log(`\n${cluster.members.map(({ url }) => url).join('\n')}\n`);
const end = (): void => {
  process.off('SIGINT', end).off('SIGTERM', end);
  void cluster.stop();
};
process.on('SIGINT', end).on('SIGTERM', end);
