import { useEffect, useRef, useState } from 'react';
import { handOver } from '../parts/handOver.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';
import { pngOf, printAlone, svgText } from './freeze.ts';
import { Sheet, type SheetProps } from './Sheet.tsx';
import { words } from './words.ts';
import './picture.css';

/** Pixels of a PNG per unit of the drawing. */
const TIMES = 2;

/** The picture as it will leave the page, and the ways out. */
export default function PictureDialog({ onClose, ...props }: SheetProps & { readonly onClose: () => void }) {
  const { engine, lang } = useFrame();
  const asOf = useAsOf();
  const dialog = useRef<HTMLDialogElement>(null);
  const sheet = useRef<SVGSVGElement>(null);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const name = `${engine.caseId}-${asOf}`;
  const takeSvg = () => {
    if (sheet.current !== null) handOver(new Blob([svgText(sheet.current)], { type: 'image/svg+xml' }), `${name}.svg`);
  };
  const takePng = async () => {
    const drawing = sheet.current;
    if (drawing === null) return;
    try {
      const { width, height } = drawing.viewBox.baseVal;
      handOver(await pngOf(svgText(drawing), width, height, TIMES), `${name}.png`);
      setFault(undefined);
    } catch {
      setFault(words.failed[lang]);
    }
  };
  const print = (paper: 'a3' | 'a4') => sheet.current !== null && printAlone(sheet.current, paper);
  return (
    <dialog ref={dialog} className="picture" aria-labelledby="picture-title" onClose={onClose}>
      <header>
        <h2 id="picture-title">{words.title[lang]}</h2>
        <button type="button" className="small" onClick={() => dialog.current?.close()}>
          {words.close[lang]} <kbd>Esc</kbd>
        </button>
      </header>
      <p className="note">{words.lead[lang]}</p>
      <p className="picture-ways">
        <button type="button" onClick={takeSvg}>
          {words.svg[lang]}
        </button>
        <button type="button" onClick={() => void takePng()}>
          {words.png[lang]}
        </button>
        <button type="button" onClick={() => print('a3')}>
          {words.printA3[lang]}
        </button>
        <button type="button" onClick={() => print('a4')}>
          {words.printA4[lang]}
        </button>
      </p>
      {fault !== undefined && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard */}
      <section className="picture-box" tabIndex={0} aria-label={words.title[lang]}>
        <Sheet sheet={sheet} {...props} />
      </section>
    </dialog>
  );
}
