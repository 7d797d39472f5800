import type { SolutionKind } from '@gongze/studies/comparison/qca/index';
import { strToU8, zipSync } from 'fflate';
import { useState } from 'react';
import { handOver } from '../../parts/handOver.ts';
import { Unfold } from '../../parts/Unfold.tsx';
import { packageFiles } from '../analysis/package.ts';
import { useLab } from '../context.ts';
import { Answered, Scrolled, StepHead } from '../parts.tsx';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';

/** One date for all entries, so that the same analysis gives the same bytes. */
const packedOn = '1980-01-01T00:00:00';

function zipped(files: readonly { readonly name: string; readonly content: string }[]): Blob {
  const entries = Object.fromEntries(files.map(({ name, content }) => [name, strToU8(content)]));
  return new Blob([zipSync(entries, { mtime: packedOn })], { type: 'application/zip' });
}

/** Everything needed to repeat the analysis elsewhere. */
export function TakeStep() {
  const { lang, data, settings, analysis } = useLab();
  const [kind, setKind] = useState<SolutionKind>('parsimonious');
  const files = packageFiles(data, settings, analysis, kind);
  const name = `${data.origin === 'simulated' ? 'SIMULATED-' : ''}gongze-comparison-${kind}.zip`;
  return (
    <section aria-labelledby="lab-take">
      <StepHead id="lab-take" title={pageWords.take[lang]} />
      <p>{words.takeNote[lang]}</p>
      <label className="lab-field">
        <span>{words.takeKind[lang]}</span>
        <select value={kind} onChange={({ target }) => setKind(target.value as SolutionKind)}>
          {(['complex', 'parsimonious', 'intermediate'] as const).map((own) => (
            <option key={own} value={own}>
              {words.kinds[own][lang]}
            </option>
          ))}
        </select>
      </label>
      <Answered answer={files}>
        {(all) => (
          <>
            <p>
              <button type="button" onClick={() => handOver(zipped(all), name)}>
                {words.takeButton[lang]}
              </button>
            </p>
            <h3>{words.takeHolds[lang]}</h3>
            {all.map((file) => (
              <Unfold key={file.name} summary={file.name}>
                {() => (
                  <Scrolled name={file.name}>
                    <pre className="checkpoint lab-file">{file.content.slice(0, 20_000)}</pre>
                  </Scrolled>
                )}
              </Unfold>
            ))}
          </>
        )}
      </Answered>
    </section>
  );
}
