import { describe, expect, it } from 'vitest';
import { main } from '../main.ts';

async function run(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: { LANG: 'en_GB.UTF-8' },
    columns: 110,
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('gongze assess', () => {
  it('puts the grade of the table beside the published one', async () => {
    const { code, out } = await run('assess', 'jingjinji', '--as-of', '2018-12-31', '--reading', '120000=62');
    expect(code).toBe(0);
    for (const line of [
      'Beijing  by the table excellent · published excellent · agrees',
      'Tianjin  by the table good · published good · agrees',
      'Hebei  by the table good · published good · agrees',
      'not on record',
    ])
      expect(out).toContain(line);
  });
  it('says that nothing is known rather than nought', async () => {
    expect((await run('assess', 'jingjinji', '--as-of', '2018-12-31')).out).toContain('Tianjin  by the table not known · published good');
    expect((await run('assess', 'xixian', '--lang', 'zh')).out).toBe('该日没有可用的规则表。\n');
  });
  it('refuses what it cannot read, by its exit code', async () => {
    expect(await run('assess', 'jingjinji', '--reading', 'Tianjin is 62')).toMatchObject({ code: 2, out: '' });
    expect(await run('assess', 'jingjinji', '--table', '/nowhere.json')).toMatchObject({ code: 2, out: '' });
    expect(await run('assess', 'nowhere')).toMatchObject({ code: 2, out: '' });
    expect(await run('assess', 'jingjinji', '--as-of', 'soon')).toMatchObject({ code: 2, out: '' });
  });
});
