/** Hatches: unknown is never drawn as zero, lateness never by colour alone. A second drawing on the page has names of its own. */
export function Patterns({ prefix = '' }: { readonly prefix?: string }) {
  return (
    <defs>
      <pattern id={`${prefix}hatch-unknown`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} y1={0} x2={0} y2={6} className="hatch-line" />
      </pattern>
      <pattern id={`${prefix}hatch-late`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width={5} height={5} className="hatch-late-ground" />
        <line x1={0} y1={0} x2={0} y2={5} className="hatch-late-line" />
      </pattern>
    </defs>
  );
}
