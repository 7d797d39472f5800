/** A PDF file written by hand: pages of lines in a font without outlines, whose codes are said to mean given characters. */

const hex = (code: number, digits = 4): string => code.toString(16).padStart(digits, '0').toUpperCase();

/** UTF-16 as a character map writes it. */
function utf16(text: string): string {
  return [
    ...Buffer.from(text, 'utf16le')
      .toString('binary')
      .matchAll(/([\s\S])([\s\S])/g),
  ]
    .map(([, low = '', high = '']) => hex((high.charCodeAt(0) << 8) | low.charCodeAt(0)))
    .join('');
}

export function pdfOf(pages: readonly (readonly string[])[]): Uint8Array {
  const characters = [...new Set(pages.flat().join(''))];
  const codeOf = new Map(characters.map((character, index) => [character, index + 1]));
  const shown = (line: string): string => `<${[...line].map((character) => hex(codeOf.get(character) ?? 0)).join('')}>`;
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${characters.length} beginbfchar ${characters
    .map((character) => `<${hex(codeOf.get(character) ?? 0)}> <${utf16(character)}>`)
    .join(' ')} endbfchar endcmap CMapName currentdict /CMap defineresource pop end end`;
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const first = 6;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(map),
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      stream(`BT /F 12 Tf 16 TL 60 780 Td ${lines.map((line) => `${shown(line)} Tj T*`).join(' ')} ET`),
    ]),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
