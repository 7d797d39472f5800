/**
 * A drawing of the page as a file that needs nothing else: every style that the browser computed becomes an attribute of the element,
 * so that programs which know no style sheets draw it alike. The style sheets of the page stay the one place for how marks look.
 */
const shapeStyles = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity'] as const;
const textStyles = [...shapeStyles, 'font-size', 'font-weight', 'paint-order'] as const;
const initial: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'font-weight': '400',
  'paint-order': 'normal',
};
const shapes = new Set(['rect', 'circle', 'line', 'path', 'text', 'tspan', 'polygon', 'polyline', 'ellipse']);
/** Only for pointers. */
const untouchable = '.touch, .handle';

/** `rgba(…)` is no colour of SVG 1.1: an opaque colour, and how much of it is there. */
export function splitColour(value: string): { readonly colour: string; readonly opacity: string | undefined } {
  const parts = /^rgba?\((\d+),? (\d+),? (\d+)(?:,| \/) ([\d.]+%?)\)$/.exec(value);
  if (parts === null) return { colour: value, opacity: undefined };
  const [, red, green, blue, alpha = '1'] = parts;
  return { colour: `rgb(${red}, ${green}, ${blue})`, opacity: alpha };
}

function freezeOne(from: Element, to: Element): void {
  to.removeAttribute('class');
  to.removeAttribute('style');
  if (!shapes.has(from.localName)) return;
  const computed = getComputedStyle(from);
  for (const name of from.localName === 'text' || from.localName === 'tspan' ? textStyles : shapeStyles) {
    const value = computed.getPropertyValue(name);
    if (value === '' || value === initial[name]) continue;
    const { colour, opacity } = splitColour(value);
    to.setAttribute(name, /^url\(/.test(colour) ? colour.replaceAll('"', '') : colour);
    if (opacity !== undefined) to.setAttribute(`${name}-opacity`, opacity);
  }
}

/** The drawing as it stands, detached from the page and from its style sheets. */
export function freeze(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) freezeOne(original, copies[i] as Element);
  for (const element of copy.querySelectorAll('[aria-hidden], [focusable]')) {
    element.removeAttribute('aria-hidden');
    element.removeAttribute('focusable');
  }
  for (const [i, original] of originals.entries()) if (original.matches(untouchable)) copies[i]?.remove();
  copy.setAttribute('font-family', getComputedStyle(drawing).fontFamily.replaceAll('"', "'"));
  return copy;
}

/** The file: XML with its declaration. */
export function svgText(drawing: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(freeze(drawing))}\n`;
}

/** The drawing in pixels. The browser refuses addresses of blobs here, which the policy of the page does not permit. */
export async function pngOf(svg: string, width: number, height: number, times: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * times);
  canvas.height = Math.round(height * times);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the canvas gave no picture');
  return blob;
}

/** The same with names of its own: a pattern of the page that is not printed would be taken for the one that is. */
function renamed(drawing: SVGSVGElement): SVGSVGElement {
  for (const pattern of drawing.querySelectorAll('pattern')) pattern.id = `print-${pattern.id}`;
  for (const element of drawing.querySelectorAll('[fill^="url(#"]'))
    element.setAttribute('fill', (element.getAttribute('fill') ?? '').replace('url(#', 'url(#print-'));
  return drawing;
}

/** Prints the drawing alone, on one landscape page. What the person saves as PDF there keeps its letters as letters. */
export function printAlone(drawing: SVGSVGElement, paper: 'a3' | 'a4'): void {
  const page = document.createElement('div');
  page.className = 'print-page';
  page.append(renamed(freeze(drawing)));
  const mode = ['printing-picture', `paper-${paper}`];
  document.body.append(page);
  document.documentElement.classList.add(...mode);
  const done = () => {
    page.remove();
    document.documentElement.classList.remove(...mode);
  };
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}
