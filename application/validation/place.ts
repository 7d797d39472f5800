/** Where faults stand in the text. */
import { faultMessage } from '../messages.ts';
import type { Document } from './documents.ts';
import { type InputFault, type PlacelessFault, pointerOf } from './faults.ts';
import { type PathPlaces, placesRoot, scanJson, wantPlace } from './scan.ts';

/** Finds where the faults stand, in one more walk over each document that has some. */
export function placed(
  found: readonly { readonly document: number; readonly fault: PlacelessFault }[],
  documents: readonly Document[],
  file: string,
  nestingMax: number,
): InputFault[] {
  const roots = new Map<number, PathPlaces>();
  for (const { document, fault } of found) {
    const root = roots.get(document) ?? placesRoot();
    roots.set(document, root);
    wantPlace(root, fault.path);
  }
  const lineStarts = new Map<number, number[]>();
  for (const [index, root] of roots) {
    const { text } = documents[index] as Document;
    scanJson(text, { nestingMax, places: root });
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    lineStarts.set(index, starts);
  }
  const result = found.map(({ document, fault }) => {
    const offset = offsetOf(roots.get(document) as PathPlaces, fault);
    const starts = lineStarts.get(document) as number[];
    const row = lineIndex(starts, offset);
    const path = pointerOf(fault.path);
    return {
      kind: fault.kind,
      file,
      line: (documents[document] as Document).line + row,
      column: offset - (starts[row] as number) + 1,
      path,
      expected: fault.expected,
      found: fault.found,
      message: faultMessage(fault.kind, path, fault.expected, fault.found),
    };
  });
  return result.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Place of the fault; of something absent the place of what should hold it. */
function offsetOf(root: PathPlaces, fault: PlacelessFault): number {
  let place = root;
  for (const segment of fault.path) {
    const next = place.children.get(String(segment));
    if (next === undefined || next.valueOffset < 0) return place.valueOffset;
    place = next;
  }
  return fault.atKey ? place.keyOffset : place.valueOffset;
}

function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
