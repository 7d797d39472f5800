import { expect, test } from 'vitest';
import { replicationReadme, survivalReplication } from './replicationNotes.ts';

const notes = {
  title: { zh: '复现包', en: 'Replication package' },
  origin: { zh: '模拟案例。', en: 'Simulated cases.' },
  results: ['parsimonious solution: 1 model(s)'],
  files: ['data.csv', 'analysis.R'],
};

test('a simulated package says so in its first line, in both languages; another does not', () => {
  const { content } = replicationReadme({ ...notes, simulated: true });
  expect(content.split('\n')[0]).toContain('模拟 · SIMULATED');
  expect(content).toContain('不是任何政府的记录');
  expect(content).toContain('no record of any government');
  expect(replicationReadme({ ...notes, simulated: false }).content).not.toMatch(/simulated ·|SIMULATED/);
});

test('every file of the package is described, and what should come out is told', () => {
  const { content } = replicationReadme({ ...notes, simulated: false });
  for (const name of notes.files) expect(content).toMatch(new RegExp(`\`${name}\`: \\S`));
  expect(content.match(/ {4}parsimonious solution: 1 model/g)).toHaveLength(2);
});

test('times are written with quoted names; one group needs no test between groups', () => {
  const row = { case: 'Korea, Rep.', time: 3, event: 1, group: 'in' } as const;
  const [data, script] = survivalReplication([row]);
  expect(data?.content).toBe('case,time,event,group\n"Korea, Rep.",3,1,in\n');
  expect(script?.content).not.toContain('survdiff');
  expect(survivalReplication([row, { ...row, group: 'out' }])[1]?.content).toContain('survdiff');
  expect(survivalReplication([])).toEqual([]);
});
