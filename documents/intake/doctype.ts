/**
 * Whether XML declares a document type. Office writes none, and with one a file could name other files or expand without
 * end, so a container that holds one is not read at all, whatever the library underneath would do with it.
 */
const declarations = /<!(?:DOCTYPE|ENTITY)/i;
const overlap = 16;

export interface DoctypeWatch {
  readonly show: (name: string, chunk: Uint8Array) => void;
  readonly found: () => boolean;
}

/** Looks at parts as they are unpacked. UTF-16 is read as its letters: the zero bytes between them are left out. */
export function watchForDoctype(): DoctypeWatch {
  let found = false;
  let [part, tail] = ['', ''];
  return {
    show: (name, chunk) => {
      if (found || !/\.(?:xml|rels|vml|xhtml|html?)$/i.test(name)) return;
      if (name !== part) [part, tail] = [name, ''];
      const text = tail + new TextDecoder('latin1').decode(chunk).replaceAll('\0', '');
      found = declarations.test(text);
      tail = text.slice(-overlap);
    },
    found: () => found,
  };
}
